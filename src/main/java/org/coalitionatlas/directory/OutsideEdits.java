package org.coalitionatlas.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coalitionatlas.common.Email;
import org.coalitionatlas.common.Phone;
import org.coalitionatlas.common.PostalAddress;
import org.coalitionatlas.common.Texts;
import org.coalitionatlas.common.Url;
import org.coalitionatlas.directory.OutsideEdit.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes proposals of what strangers changed in the public fields of a record. Numbers and texts the
 * public does not see stay in the draft as they are, and nothing of them is told to the caller.
 */
@Component
public class OutsideEdits {

    private static final int LONGEST_MESSAGE = 4000;

    private final RecordWriter writer;
    private final Proposals proposals;

    OutsideEdits(RecordWriter writer, Proposals proposals) {
        this.writer = writer;
        this.proposals = proposals;
    }

    /**
     * Keeps what was changed as a proposal, one for the record and one for each place. Open to
     * everybody; whoever calls limits how often, and takes only records and places that anybody may
     * see.
     *
     * @param said what is said in words besides; blank for nothing
     * @throws org.coalitionatlas.common.InvalidValue when a rule says no
     * @throws NoSuchRecord when the record does not exist
     */
    @Transactional
    @PreAuthorize("permitAll()")
    public void suggest(OutsideEdit edit, String said, Proposer by) {
        RecordWriter.Standing standing = writer.standing(edit.kind(), edit.id());
        Object wanted = applied(standing.draft(), edit);
        String message = message(said, elsewhere(standing.draft(), edit));
        boolean same = wanted.equals(standing.draft());
        if (!same || message != null) {
            proposals.suggest(
                    new Suggestion(
                            edit.kind(),
                            edit.id(),
                            standing.organizationId(),
                            null,
                            same ? null : wanted,
                            message,
                            by));
        }
        edit.places().forEach((id, address) -> suggestAddress(standing, id, address, by));
    }

    private void suggestAddress(
            RecordWriter.Standing owner, UUID id, PostalAddress address, Proposer by) {
        RecordWriter.Standing place = writer.standing(RecordKind.LOCATION, id);
        var draft = (LocationDraft) place.draft();
        // The caller took it from a public page; what is not public there is not theirs to change.
        if (!place.organizationId().equals(owner.organizationId())
                || draft.addressVisibility() != AddressVisibility.FULL
                || draft.address().equals(address)) {
            return;
        }
        proposals.suggest(
                new Suggestion(
                        RecordKind.LOCATION,
                        id,
                        place.organizationId(),
                        null,
                        draft.moved(address),
                        null,
                        by));
    }

    private static Object applied(Object draft, OutsideEdit edit) {
        return switch (draft) {
            case OrganizationDraft organization ->
                    organization
                            .describedAs(description(organization.description(), edit))
                            .reachedAt(
                                    name(organization.name(), edit),
                                    phones(organization.phones(), edit),
                                    url(organization.url(), edit),
                                    email(organization.email(), edit));
            case ServiceDraft service ->
                    service.describedAs(description(service.description(), edit))
                            .reachedAt(
                                    name(service.name(), edit),
                                    phones(service.phones(), edit),
                                    url(service.url(), edit),
                                    email(service.email(), edit));
            default -> throw new IllegalArgumentException(draft.getClass().getName());
        };
    }

    private static String name(String standing, OutsideEdit edit) {
        return Objects.requireNonNullElse(Texts.tidy(edit.texts().get(Field.NAME), 255), standing);
    }

    private static @Nullable String description(@Nullable String standing, OutsideEdit edit) {
        String typed = edit.texts().get(Field.DESCRIPTION);
        return typed == null ? standing : Texts.tidy(typed, OrganizationDraft.DESCRIPTION);
    }

    private static @Nullable Url url(@Nullable Url standing, OutsideEdit edit) {
        String typed = edit.texts().get(Field.URL);
        if (typed == null) {
            return standing;
        }
        return typed.isBlank() ? null : Url.parse(typed);
    }

    private static @Nullable Email email(@Nullable Email standing, OutsideEdit edit) {
        String typed = edit.texts().get(Field.EMAIL);
        if (typed == null) {
            return standing;
        }
        return typed.isBlank() ? null : Email.parse(typed);
    }

    private static List<PhoneLine> phones(List<PhoneLine> standing, OutsideEdit edit) {
        var lines = new ArrayList<PhoneLine>();
        for (PhoneLine line : standing) {
            Optional<Phone> changed =
                    line.visibility() == Audience.PUBLIC ? edit.phones().get(line.phone()) : null;
            if (changed == null) {
                lines.add(line);
            } else {
                changed.ifPresent(
                        phone ->
                                lines.add(
                                        PhoneLine.of(
                                                phone,
                                                line.type(),
                                                line.description(),
                                                line.visibility())));
            }
        }
        edit.another()
                .filter(phone -> lines.stream().noneMatch(line -> line.phone().equals(phone)))
                .map(phone -> PhoneLine.of(phone, PhoneType.VOICE, null, Audience.PUBLIC))
                .ifPresent(lines::add);
        return lines;
    }

    // A service without a number shows its place's or organization's; what is said of those is said
    // in words, because it concerns other records too.
    private static String elsewhere(Object draft, OutsideEdit edit) {
        List<PhoneLine> own =
                draft instanceof ServiceDraft service
                        ? service.phones()
                        : ((OrganizationDraft) draft).phones();
        return edit.phones().entrySet().stream()
                .filter(
                        changed ->
                                own.stream()
                                        .noneMatch(
                                                line ->
                                                        line.visibility() == Audience.PUBLIC
                                                                && line.phone()
                                                                        .equals(changed.getKey())))
                .map(OutsideEdits::arrow)
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    private static String arrow(Map.Entry<Phone, Optional<Phone>> changed) {
        return changed.getKey().display()
                + " → "
                + changed.getValue().map(Phone::display).orElse("–");
    }

    private static @Nullable String message(String said, String elsewhere) {
        return Texts.tidy(
                Stream.of(said, elsewhere)
                        .filter(piece -> !piece.isBlank())
                        .collect(Collectors.joining("\n\n")),
                LONGEST_MESSAGE);
    }
}
