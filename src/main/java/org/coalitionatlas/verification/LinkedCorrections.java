package org.coalitionatlas.verification;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.coalitionatlas.common.Ids;
import org.coalitionatlas.directory.ContactDraft;
import org.coalitionatlas.directory.DirectoryCommands;
import org.coalitionatlas.directory.OrganizationDraft;
import org.coalitionatlas.directory.PhoneLine;
import org.coalitionatlas.directory.ProposalDecided;
import org.coalitionatlas.directory.ProposalState;
import org.coalitionatlas.directory.RecordKind;
import org.coalitionatlas.directory.ServiceDraft;
import org.coalitionatlas.identity.Reader;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A correction that came through a one-time link is the organization's own word: once a coordinator
 * takes it over, what it was about need not be asked about again.
 */
@Component
class LinkedCorrections {

    /** What can be corrected behind a link, as the items of {@link Verifications} call it. */
    private static final List<String> ITEMS = List.of("name", "phones", "web");

    private final JdbcClient jdbc;
    private final VerificationStore store;
    private final DirectoryCommands directory;
    private final Clock clock;

    LinkedCorrections(
            JdbcClient jdbc, VerificationStore store, DirectoryCommands directory, Clock clock) {
        this.jdbc = jdbc;
        this.store = store;
        this.directory = directory;
        this.clock = clock;
    }

    /** Remembers what a proposal corrects. */
    void sent(
            UUID proposal,
            RecordKind kind,
            UUID record,
            String organization,
            Object standing,
            Object corrected) {
        var items = new ArrayList<String>();
        for (String item : ITEMS) {
            if (isAsked(kind, item) && !mark(item, standing).equals(mark(item, corrected))) {
                items.add(item + ":" + mark(item, corrected));
            }
        }
        if (items.isEmpty()) {
            return;
        }
        jdbc.sql(
                        "insert into verification_correction (proposal_id, record_kind, record_id,"
                                + " organization, items, sent_at) values (?, ?, ?, ?, ?, ?)")
                .params(
                        Ids.bytes(proposal),
                        kind.name(),
                        Ids.bytes(record),
                        organization,
                        String.join(" ", items),
                        VerificationStore.utc(clock.instant()))
                .update();
    }

    private record Sent(RecordKind kind, UUID record, String organization, List<String> items) {}

    @EventListener
    void decided(ProposalDecided decided) {
        byte[] proposal = Ids.bytes(decided.proposalId());
        jdbc.sql(
                        "select record_kind, record_id, organization, items from"
                                + " verification_correction where proposal_id = ?")
                .param(proposal)
                .query(
                        (row, n) ->
                                new Sent(
                                        RecordKind.valueOf(row.getString(1)),
                                        Ids.of(row.getBytes(2)),
                                        row.getString(3),
                                        Arrays.asList(row.getString(4).split(" "))))
                .optional()
                .ifPresent(
                        sent -> {
                            if (decided.state() == ProposalState.APPROVED) {
                                settle(sent);
                            }
                            jdbc.sql("delete from verification_correction where proposal_id = ?")
                                    .param(proposal)
                                    .update();
                        });
    }

    // A coordinator may have taken over some of it only, or written it differently.
    private void settle(Sent sent) {
        Object now = directory.record(sent.kind(), sent.record()).draft();
        for (String marked : sent.items()) {
            String item = marked.substring(0, marked.indexOf(':'));
            if (marked.equals(item + ":" + mark(item, now))) {
                store.answer(
                        sent.kind(),
                        sent.record(),
                        item,
                        CheckAnswer.CORRECTED,
                        sent.organization(),
                        clock.instant());
            }
        }
    }

    private static boolean isAsked(RecordKind kind, String item) {
        return kind != RecordKind.SERVICE || !item.equals("web");
    }

    /** Tells two values of an item apart. */
    private static String mark(String item, Object draft) {
        String text =
                switch (draft) {
                    case OrganizationDraft organization ->
                            switch (item) {
                                case "name" -> organization.name();
                                case "phones" -> numbers(organization.phones());
                                default -> organization.url() + " " + organization.email();
                            };
                    case ServiceDraft service ->
                            item.equals("name") ? service.name() : numbers(service.phones());
                    case ContactDraft contact ->
                            switch (item) {
                                case "name" -> contact.name() + "\n" + contact.title();
                                case "phones" -> numbers(contact.phones());
                                default -> Objects.toString(contact.email());
                            };
                    default -> throw new IllegalArgumentException(draft.getClass().getName());
                };
        return Integer.toHexString(text.hashCode());
    }

    private static String numbers(List<PhoneLine> phones) {
        return phones.stream()
                .filter(line -> line.visibility().includes(Reader.MEMBERS))
                .map(line -> line.phone().display())
                .collect(Collectors.joining(" "));
    }
}
