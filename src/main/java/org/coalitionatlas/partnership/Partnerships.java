package org.coalitionatlas.partnership;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.coalitionatlas.common.Ids;
import org.coalitionatlas.common.InvalidValue;
import org.coalitionatlas.identity.CurrentPerson;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who works with whom, and who knows somebody where. Verbs take the version the person saw and
 * return the version that stands now, with which the verb can be taken back.
 */
@Component
public class Partnerships {

    private final PartnershipRecords partnerships;
    private final ContactsHeld contacts;
    private final PartnershipAccess access;
    private final OrganizationsSeen organizations;
    private final CurrentPerson currentPerson;
    private final JdbcClient jdbc;
    private final Clock clock;

    Partnerships(
            PartnershipRecords partnerships,
            ContactsHeld contacts,
            PartnershipAccess access,
            OrganizationsSeen organizations,
            CurrentPerson currentPerson,
            JdbcClient jdbc,
            Clock clock) {
        this.partnerships = partnerships;
        this.contacts = contacts;
        this.access = access;
        this.organizations = organizations;
        this.currentPerson = currentPerson;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    // ---- partnerships ----

    /**
     * Records that two organizations work together. For those who may write either.
     *
     * @throws InvalidValue {@code partnership.invalid.*}; {@code .double} when the same is on
     *     record and not over
     */
    @Transactional
    @PreAuthorize("@partnershipAccess.mayState(#draft)")
    public UUID record(PartnershipDraft draft) {
        PartnershipDraft said = said(draft);
        refuseDouble(said);
        return partnerships.saveAndFlush(new Partnership(said, by(), clock.instant())).id();
    }

    /** Says it anew: whoever changes it is who says so. For those who may write either. */
    @Transactional
    @PreAuthorize("@partnershipAccess.mayState(#draft) and @partnershipAccess.mayWrite(#id)")
    public long revise(UUID id, long seen, PartnershipDraft draft) {
        PartnershipDraft said = said(draft);
        return change(id, seen, p -> p.revise(said, by(), clock.instant()));
    }

    /** Ends the partnership: from that day on it no longer counts. For those who may write it. */
    @Transactional
    @PreAuthorize("@partnershipAccess.mayWrite(#id)")
    public long end(UUID id, long seen, LocalDate on, String reason) {
        requireNear(on);
        return change(id, seen, p -> p.end(on, reason, by()));
    }

    /** Takes the end back. For those who may write it. */
    @Transactional
    @PreAuthorize("@partnershipAccess.mayWrite(#id)")
    public long resume(UUID id, long seen) {
        return change(id, seen, Partnership::resume);
    }

    /** Begins another term; the one that runs is kept. For those who may write it. */
    @Transactional
    @PreAuthorize("@partnershipAccess.mayWrite(#id)")
    public long renew(UUID id, long seen, Terms terms) {
        terms.signedBy(today());
        return change(id, seen, p -> p.renew(terms, by(), clock.instant()));
    }

    /** Goes back to the term before the last renewal. For those who may write it. */
    @Transactional
    @PreAuthorize("@partnershipAccess.mayWrite(#id)")
    public long takeBackRenewal(UUID id, long seen) {
        return change(id, seen, Partnership::takeBackRenewal);
    }

    // ---- contacts held ----

    /**
     * Records that somebody at the holder knows somebody at the provider. For those who may write
     * either.
     */
    @Transactional
    @PreAuthorize("@partnershipAccess.mayHold(#draft)")
    public UUID recordContact(HeldDraft draft) {
        requireContact(draft);
        refuseDouble(draft);
        return contacts.saveAndFlush(new ContactHeld(draft, by(), today(), clock.instant())).id();
    }

    /** Says it anew, which confirms it too. For those who may write either organization. */
    @Transactional
    @PreAuthorize("@partnershipAccess.mayHold(#draft) and @partnershipAccess.mayWriteContact(#id)")
    public long reviseContact(UUID id, long seen, HeldDraft draft) {
        return changeContact(
                id,
                seen,
                c -> {
                    // Whom the person may not see stays whom it was.
                    if (!Objects.equals(draft.contactId(), c.contactId())) {
                        requireContact(draft);
                    }
                    c.revise(draft, by(), today());
                });
    }

    /** Says that it is still so. For those who may write either organization. */
    @Transactional
    @PreAuthorize("@partnershipAccess.mayWriteContact(#id)")
    public long confirmContact(UUID id, long seen) {
        return changeContact(id, seen, c -> c.confirm(by(), today()));
    }

    /** Says that the contact is lost. For those who may write either organization. */
    @Transactional
    @PreAuthorize("@partnershipAccess.mayWriteContact(#id)")
    public long endContact(UUID id, long seen, LocalDate on, String reason) {
        requireNear(on);
        return changeContact(id, seen, c -> c.end(on, reason, by()));
    }

    /** Takes the end back. For those who may write either organization. */
    @Transactional
    @PreAuthorize("@partnershipAccess.mayWriteContact(#id)")
    public long resumeContact(UUID id, long seen) {
        return changeContact(id, seen, ContactHeld::resume);
    }

    // ---- what other rooms ask ----

    /**
     * Partnerships and contacts as they stand on that day: what had begun by then and was not over.
     * One statement.
     */
    @Transactional(readOnly = true)
    @PreAuthorize("isAuthenticated()")
    public Ties tiesOn(LocalDate day) {
        var partners = new HashMap<UUID, Ties.Partner>();
        var contacts = new HashMap<UUID, Instant>();
        jdbc.sql(
                        """
                        select 'PARTNER' as tie, provider_id, signed_on as begun, expires_on as expires,
                               ended_on, stated_at as noted_at
                        from partnership where set_aside is null
                        union all
                        select 'CONTACT', provider_id, held_since, confirmed_on, ended_on, recorded_at
                        from contact_held where set_aside is null
                        """)
                .query(
                        row -> {
                            UUID provider = Ids.of(row.getBytes("provider_id"));
                            LocalDate begun = row.getObject("begun", LocalDate.class);
                            LocalDate second = row.getObject("expires", LocalDate.class);
                            LocalDate ended = row.getObject("ended_on", LocalDate.class);
                            LocalDateTime stored = row.getObject("noted_at", LocalDateTime.class);
                            Instant noted =
                                    stored == null ? null : stored.toInstant(ZoneOffset.UTC);
                            if (begun != null && begun.isAfter(day)) {
                                return;
                            }
                            if (row.getString("tie").equals("PARTNER")) {
                                partners.merge(
                                        provider,
                                        partner(new Span(begun, second, ended), noted, day),
                                        Ties.Partner::or);
                            } else if (new Span(begun, null, ended).inForce(day)) {
                                contacts.merge(
                                        provider,
                                        heldSince(begun, second, noted),
                                        (a, b) -> a.isAfter(b) ? a : b);
                            }
                        });
        return new Ties(partners, contacts);
    }

    private static Ties.Partner partner(Span span, @Nullable Instant noted, LocalDate day) {
        if (span.inForce(day)) {
            return new Ties.Partner(true, Ties.later(begin(span.signedOn()), noted));
        }
        return new Ties.Partner(false, begin(span.overSince(day).orElse(null)));
    }

    private static Instant heldSince(
            @Nullable LocalDate begun, @Nullable LocalDate confirmed, @Nullable Instant noted) {
        Instant since = Ties.later(Ties.later(begin(begun), begin(confirmed)), noted);
        return since == null ? Instant.EPOCH : since;
    }

    private static @Nullable Instant begin(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    // ---- checks ----

    private PartnershipDraft said(PartnershipDraft draft) {
        draft.terms().signedBy(today());
        return access.sideOf(draft).map(draft::statedBy).orElse(draft);
    }

    private void requireContact(HeldDraft draft) {
        UUID contact = draft.contactId();
        if (contact != null && !organizations.contactOf(draft.providerId(), contact)) {
            throw new InvalidValue("invalid.contact");
        }
    }

    // Far ahead is a slip of the keyboard, and an end nobody will remember.
    private void requireNear(LocalDate on) {
        if (on.isAfter(today().plusYears(1))) {
            throw new InvalidValue("partnership.invalid.endFar");
        }
    }

    private void refuseDouble(PartnershipDraft draft) {
        boolean there =
                jdbc.sql(
                                "select kind, signed_on, expires_on, ended_on from partnership where"
                                        + " provider_id = ? and partner_id = ? and agreement = ? and"
                                        + " set_aside is null")
                        .params(
                                Ids.bytes(draft.providerId()),
                                Ids.bytes(draft.partnerId()),
                                draft.terms().agreement().name())
                        .query(
                                (row, n) ->
                                        PartnershipKind.read(row.getString(1))
                                                        .containsAll(draft.kinds())
                                                && new Span(
                                                                row.getObject(2, LocalDate.class),
                                                                row.getObject(3, LocalDate.class),
                                                                row.getObject(4, LocalDate.class))
                                                        .inForce(today()))
                        .list()
                        .contains(true);
        LocalDate end = draft.terms().expiresOn();
        if (there && (end == null || end.isAfter(today()))) {
            throw new InvalidValue("partnership.invalid.double");
        }
    }

    private void refuseDouble(HeldDraft draft) {
        boolean there =
                jdbc.sql(
                                        "select count(*) from contact_held where provider_id = ? and"
                                                + " holder_id = ? and lower(held_by) = lower(?) and"
                                                + " coalesce(contact_id, provider_id) = ? and"
                                                + " coalesce(note, '') = ? and ended_on is null and"
                                                + " set_aside is null")
                                .params(
                                        Ids.bytes(draft.providerId()),
                                        Ids.bytes(draft.holderId()),
                                        draft.heldBy(),
                                        Ids.bytes(
                                                draft.contactId() == null
                                                        ? draft.providerId()
                                                        : draft.contactId()),
                                        draft.note() == null ? "" : draft.note())
                                .query(Long.class)
                                .single()
                        > 0;
        if (there) {
            throw new InvalidValue("partnership.invalid.doubleContact");
        }
    }

    private long change(UUID id, long seen, Consumer<Partnership> verb) {
        Partnership partnership =
                partnerships.findById(id).orElseThrow(() -> new NoSuchPartnership(id));
        if (partnership.version() != seen) {
            throw new PartnershipChanged(id);
        }
        verb.accept(partnership);
        return partnerships.saveAndFlush(partnership).version();
    }

    private long changeContact(UUID id, long seen, Consumer<ContactHeld> verb) {
        ContactHeld contact = contacts.findById(id).orElseThrow(() -> new NoSuchPartnership(id));
        if (contact.version() != seen) {
            throw new PartnershipChanged(id);
        }
        verb.accept(contact);
        return contacts.saveAndFlush(contact).version();
    }

    private String by() {
        return currentPerson.get().name();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
