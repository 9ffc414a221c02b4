package org.coalitionatlas.partnership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.coalitionatlas.DemoTest;
import org.coalitionatlas.SignedInAs;
import org.coalitionatlas.SqlStatements;
import org.coalitionatlas.common.Ids;
import org.coalitionatlas.common.InvalidValue;
import org.coalitionatlas.common.OrganizationId;
import org.coalitionatlas.common.OrganizationsMerged;
import org.coalitionatlas.common.OrganizationsSeparated;
import org.coalitionatlas.common.SaidInWords;
import org.coalitionatlas.common.Url;
import org.coalitionatlas.directory.Audience;
import org.coalitionatlas.directory.ContactDraft;
import org.coalitionatlas.directory.DirectoryCommands;
import org.coalitionatlas.directory.OrganizationDraft;
import org.coalitionatlas.partnership.PartnershipList.Held;
import org.coalitionatlas.partnership.PartnershipList.Line;
import org.coalitionatlas.partnership.PartnershipList.Show;
import org.coalitionatlas.partnership.PartnershipList.Wanted;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;

/** Recording, renewing and ending partnerships and contacts, by whom, and who reads of them. */
@DemoTest
class PartnershipsTest {

    private static final String COORDINATOR = SignedInAs.COORDINATOR;
    private static final String MEMBER = SignedInAs.MEMBER_OF_LEGAL_AID;
    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    @Autowired Partnerships partnerships;
    @Autowired PartnershipList list;
    @Autowired MouRenewals renewals;
    @Autowired DirectoryCommands directory;
    @Autowired SignedInAs signedInAs;
    @Autowired SqlStatements statements;
    @Autowired ApplicationEventPublisher events;

    // ---- recording ----

    @Test
    void aMemberSaysItForTheirOwnOrganizationWhateverTheFormSays() {
        UUID clinic = published("Stated Clinic");
        UUID own = own();
        UUID id = record(MEMBER, mou(clinic, own, 10, 200).statedBy(Side.PROVIDER));
        Line line = line(MEMBER, id);
        assertThat(line.stated()).isEqualTo(Side.PARTNER);
        assertThat(line.stating()).isEqualTo("Blackhawk Hills Legal Aid");
        assertThat(line.statedBy()).isEqualTo("Priya Raman");
        assertThat(line.mayWrite()).isTrue();
        assertThat(line(SignedInAs.MEMBER_OF_SHELTER, id).mayWrite()).isFalse();
    }

    @Test
    void theSamePartnershipIsNotRecordedTwice() {
        UUID clinic = published("Twice Clinic");
        UUID other = published("Twice Partner");
        record(COORDINATOR, mou(clinic, other, 10, 200));
        refused(
                "partnership.invalid.double",
                () -> record(COORDINATOR, mou(clinic, other, 5, 300)));
        record(COORDINATOR, mou(other, clinic, 5, 300));
        record(
                COORDINATOR,
                PartnershipDraft.plain(
                        clinic, other, PartnershipKind.REFERRAL, Terms.informal(null)));
    }

    @Test
    void rolesKindsAndDocumentComeBackAsWritten() {
        UUID clinic = published("Written Clinic");
        UUID other = published("Written Partner");
        var draft =
                new PartnershipDraft(
                        clinic,
                        other,
                        Side.PROVIDER,
                        Set.of(PartnershipKind.REFERRAL, PartnershipKind.JOINT_PROGRAMMING),
                        new Terms(
                                Agreement.MOU,
                                TODAY.minusDays(3),
                                null,
                                Url.parse("documents.example.org/mou.pdf")),
                        " Sees people the same day. ",
                        "Brings them.");
        Line line = line(COORDINATOR, record(COORDINATOR, draft));
        assertThat(line.kinds()).isEqualTo(draft.kinds());
        assertThat(line.providerRole()).isEqualTo("Sees people the same day.");
        assertThat(line.partnerRole()).isEqualTo("Brings them.");
        assertThat(line.document()).isEqualTo("https://documents.example.org/mou.pdf");
        assertThat(line.stating()).isEqualTo("Written Clinic");
    }

    @Test
    void whatIsBetweenTwoStaysBetweenThem() {
        UUID clinic = published("Private Clinic");
        UUID other = published("Private Partner");
        UUID id =
                record(
                        COORDINATOR,
                        new PartnershipDraft(
                                clinic,
                                other,
                                Side.PROVIDER,
                                Set.of(PartnershipKind.REFERRAL),
                                new Terms(
                                        Agreement.MOU,
                                        TODAY.minusDays(300),
                                        TODAY.plusDays(20),
                                        Url.parse("documents.example.org/first.pdf")),
                                null,
                                null));
        long now =
                call(
                        COORDINATOR,
                        () ->
                                partnerships.renew(
                                        id,
                                        0,
                                        new Terms(
                                                Agreement.MOU,
                                                TODAY,
                                                TODAY.plusDays(400),
                                                Url.parse("documents.example.org/second.pdf"))));
        call(COORDINATOR, () -> partnerships.end(id, now, TODAY, "Their director was dismissed"));
        UUID held = recordContact(COORDINATOR, held(clinic, other, "Ana"));
        call(COORDINATOR, () -> partnerships.endContact(held, 0, TODAY, "Ana was dismissed"));

        Line inside = line(COORDINATOR, id);
        assertThat(inside.document()).endsWith("second.pdf");
        assertThat(inside.formerTerms()).extracting(FormerTerm::document).doesNotContainNull();

        Line outside = line(MEMBER, id);
        assertThat(outside.agreement()).as("that they work together").isEqualTo(Agreement.MOU);
        assertThat(outside.document()).isNull();
        assertThat(outside.endReason()).isNull();
        assertThat(outside.formerTerms())
                .isNotEmpty()
                .extracting(FormerTerm::document)
                .containsOnlyNulls();
        assertThat(call(MEMBER, () -> list.contact(held)))
                .hasValueSatisfying(
                        contact -> {
                            assertThat(contact.endReason()).isNull();
                            assertThat(contact.note()).isNull();
                        });
    }

    // ---- ending and renewing ----

    @Test
    void anEndedPartnershipNoLongerCountsAndCanBeTakenBack() {
        UUID clinic = published("Ended Clinic");
        UUID id = record(COORDINATOR, mou(clinic, published("Ended Partner"), 10, 400));
        assertThat(isPartner(clinic)).isTrue();
        long now = call(COORDINATOR, () -> partnerships.end(id, 0, TODAY, "They closed the desk"));
        assertThat(isPartner(clinic)).isFalse();
        assertThat(call(COORDINATOR, () -> partnerships.tiesOn(TODAY.minusDays(1))).partners())
                .hasEntrySatisfying(clinic, tie -> assertThat(tie.inForce()).isTrue());
        assertThat(line(COORDINATOR, id))
                .satisfies(
                        line -> {
                            assertThat(line.endReason()).isEqualTo("They closed the desk");
                            assertThat(line.endedBy()).isEqualTo("Elena Brandt");
                        });
        refused(
                "partnership.invalid.ended",
                () -> call(COORDINATOR, () -> partnerships.end(id, now, TODAY, "Again")));
        call(COORDINATOR, () -> partnerships.resume(id, now));
        assertThat(isPartner(clinic)).isTrue();
    }

    @Test
    void aRenewalKeepsTheFormerTermAndCanBeTakenBack() {
        UUID clinic = published("Renewed Clinic");
        UUID id = record(COORDINATOR, mou(clinic, published("Renewed Partner"), 700, -5));
        assertThat(due(COORDINATOR)).contains(id);
        assertThat(isPartner(clinic)).isFalse();
        refused(
                "partnership.invalid.notLonger",
                () -> renew(id, 0, TODAY.minusDays(30), TODAY.minusDays(10)));
        long now = renew(id, 0, TODAY, TODAY.plusYears(2));
        assertThat(isPartner(clinic)).isTrue();
        assertThat(due(COORDINATOR)).doesNotContain(id);
        assertThat(line(COORDINATOR, id).formerTerms())
                .singleElement()
                .satisfies(
                        term -> {
                            assertThat(term.expiresOn()).isEqualTo(TODAY.minusDays(5));
                            assertThat(term.replacedBy()).isEqualTo("Elena Brandt");
                        });
        call(COORDINATOR, () -> partnerships.takeBackRenewal(id, now));
        Line line = line(COORDINATOR, id);
        assertThat(line.formerTerms()).isEmpty();
        assertThat(line.span().expiresOn()).isEqualTo(TODAY.minusDays(5));
        assertThat(due(COORDINATOR)).contains(id);
        call(COORDINATOR, () -> partnerships.end(id, line.version(), TODAY, "Done"));
    }

    @Test
    void anotherMouThatGoesOnMakesARenewalNeedless() {
        UUID clinic = published("Followed Clinic");
        UUID other = published("Followed Partner");
        UUID old = record(COORDINATOR, mou(clinic, other, 700, -5));
        assertThat(due(COORDINATOR)).contains(old);
        record(COORDINATOR, mou(other, clinic, 5, 400));
        assertThat(due(COORDINATOR)).doesNotContain(old);
    }

    @Test
    void theLoserOfARaceIsToldAndChangesNothing() {
        UUID clinic = published("Raced Clinic");
        UUID other = published("Raced Partner");
        UUID id = record(COORDINATOR, mou(clinic, other, 10, 400));
        call(COORDINATOR, () -> partnerships.end(id, 0, TODAY, "First"));
        assertThatThrownBy(
                        () ->
                                call(
                                        SignedInAs.ADMINISTRATOR,
                                        () ->
                                                partnerships.revise(
                                                        id, 0, mou(clinic, other, 20, 500))))
                .isInstanceOfSatisfying(
                        PartnershipChanged.class,
                        e -> assertThat(e.messageKey()).isEqualTo("common.recordChanged"));
        assertThat(line(COORDINATOR, id).endReason()).isEqualTo("First");
    }

    @Test
    void theDatabaseSortsAsTheRulesDo() {
        UUID clinic = published("Sorted Clinic");
        int[][] terms = {
            {100, 0}, {100, 1}, {100, 60}, {100, 61}, {800, -1}, {900, -179}, {900, -180}
        };
        for (int[] term : terms) {
            record(COORDINATOR, mou(clinic, published("Sorted " + term[1]), term[0], term[1]));
        }
        List<Line> all =
                call(COORDINATOR, () -> list.partnerships(Wanted.of(Show.ALL, clinic), 0, 50));
        assertThat(all).hasSize(terms.length);
        for (Line line : all) {
            PartnershipState state = PartnershipState.of(line.span(), TODAY);
            assertThat(found(Show.IN_FORCE, clinic).contains(line.id()))
                    .isEqualTo(state.isInForce());
            assertThat(found(Show.ENDS_SOON, clinic).contains(line.id()))
                    .isEqualTo(state == PartnershipState.ENDS_SOON);
            assertThat(found(Show.EXPIRED, clinic).contains(line.id()))
                    .isEqualTo(state == PartnershipState.EXPIRED);
            assertThat(found(Show.RENEW, clinic).contains(line.id()))
                    .isEqualTo(MouRenewals.isDue(Agreement.MOU, line.span(), TODAY));
        }
        for (Line line : all) {
            call(COORDINATOR, () -> partnerships.end(line.id(), 0, TODAY, "Over"));
        }
        assertThat(found(Show.ENDED, clinic)).hasSize(terms.length);
        assertThat(found(Show.EXPIRED, clinic)).isEmpty();
    }

    // ---- contacts held ----

    @Test
    void aContactIsFragileUntilASecondPersonHoldsOne() {
        UUID clinic = published("Fragile Clinic");
        UUID first = recordContact(MEMBER, held(clinic, own(), "Priya Raman"));
        Held held = call(MEMBER, () -> list.contact(first)).orElseThrow();
        assertThat(held.fragile()).isTrue();
        assertThat(held.confirmedOn()).isEqualTo(TODAY);
        assertThat(call(MEMBER, () -> list.isFragile(clinic))).isTrue();
        assertThat(call(MEMBER, () -> list.contacts(Wanted.of(Show.FRAGILE, clinic), 0, 5)))
                .hasSize(1);
        UUID second = recordContact(COORDINATOR, held(clinic, published("Second Holder"), "Ana"));
        assertThat(call(MEMBER, () -> list.isFragile(clinic))).isFalse();
        long now = call(COORDINATOR, () -> partnerships.endContact(second, 0, TODAY, "Ana left"));
        assertThat(call(MEMBER, () -> list.isFragile(clinic))).isTrue();
        call(COORDINATOR, () -> partnerships.resumeContact(second, now));
        assertThat(call(MEMBER, () -> list.isFragile(clinic))).isFalse();
    }

    @Test
    void anEndedContactIsNoContactTheCoalitionHas() {
        UUID clinic = published("Lost Clinic");
        UUID id = recordContact(COORDINATOR, held(clinic, own(), "Priya Raman"));
        assertThat(contacts(TODAY)).contains(clinic);
        call(COORDINATOR, () -> partnerships.endContact(id, 0, TODAY, "Priya moved away"));
        assertThat(contacts(TODAY)).doesNotContain(clinic);
        assertThat(contacts(TODAY.minusDays(1))).contains(clinic);
        assertThat(call(MEMBER, () -> list.contacts(Wanted.of(Show.ENDED_CONTACTS, clinic), 0, 5)))
                .singleElement()
                .satisfies(held -> assertThat(held.endReason()).isEqualTo("Priya moved away"));
    }

    @Test
    void aContactPersonIsNamedOnlyToWhomTheDirectoryNamesThem() {
        UUID clinic = published("Discreet Clinic");
        UUID nurse = contact(clinic, "Nurse Novak", Audience.COORDINATORS);
        UUID elsewhere = contact(published("Elsewhere Clinic"), "Doctor Dee", Audience.MEMBERS);
        UUID id =
                recordContact(
                        COORDINATOR, new HeldDraft(clinic, own(), "Priya", nurse, null, null));
        assertThat(call(COORDINATOR, () -> list.contact(id)).orElseThrow().contact())
                .isEqualTo("Nurse Novak");
        assertThat(call(MEMBER, () -> list.contact(id)).orElseThrow().contact()).isNull();
        refused(
                "invalid.contact",
                () ->
                        recordContact(
                                COORDINATOR,
                                new HeldDraft(clinic, own(), "Paul", elsewhere, null, null)));
        refused(
                "invalid.contact",
                () ->
                        recordContact(
                                MEMBER, new HeldDraft(clinic, own(), "Pia", nurse, null, null)));
        call(
                MEMBER,
                () ->
                        partnerships.reviseContact(
                                id,
                                0,
                                new HeldDraft(
                                        clinic, own(), "Priya Raman", nurse, "By day", null)));
        assertThat(call(COORDINATOR, () -> list.contact(id)).orElseThrow().contact())
                .as("whom a member may not see is kept when they correct the rest")
                .isEqualTo("Nurse Novak");
    }

    // ---- who may ----

    @Test
    void whoSpeaksForNeitherMayWriteNothing() {
        UUID clinic = published("Guarded Clinic");
        UUID other = published("Guarded Partner");
        PartnershipDraft draft = mou(clinic, other, 10, 30);
        HeldDraft contact = held(clinic, other, "Ana");
        UUID id = record(COORDINATOR, draft);
        UUID held = recordContact(COORDINATOR, contact);
        List<Supplier<?>> verbs =
                List.of(
                        () -> partnerships.record(mou(other, clinic, 10, 30)),
                        () -> partnerships.revise(id, 0, draft),
                        () -> partnerships.end(id, 0, TODAY, "x"),
                        () -> partnerships.resume(id, 0),
                        () -> partnerships.renew(id, 0, draft.terms()),
                        () -> partnerships.takeBackRenewal(id, 0),
                        () -> partnerships.recordContact(held(other, clinic, "Ana")),
                        () -> partnerships.reviseContact(held, 0, contact),
                        () -> partnerships.confirmContact(held, 0),
                        () -> partnerships.endContact(held, 0, TODAY, "x"),
                        () -> partnerships.resumeContact(held, 0));
        for (Supplier<?> verb : verbs) {
            assertThatThrownBy(() -> call(MEMBER, verb)).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> signedInAs.anonymously(verb))
                    .isInstanceOf(AccessDeniedException.class);
        }
        for (Supplier<?> read :
                List.<Supplier<?>>of(
                        () -> list.partnerships(Wanted.all(Show.ALL), 0, 5),
                        () -> list.partnership(id),
                        () -> list.contacts(Wanted.all(Show.CONTACTS), 0, 5),
                        () -> list.contact(held),
                        () -> list.count(Wanted.all(Show.ALL)),
                        () -> list.figures(),
                        () -> list.isFragile(clinic),
                        () -> renewals.due())) {
            assertThatThrownBy(() -> signedInAs.anonymously(read))
                    .isInstanceOf(AccessDeniedException.class);
        }
        assertThat(due(COORDINATOR)).contains(id);
        assertThat(due(MEMBER)).as("asked only of whom it concerns").doesNotContain(id);
        call(COORDINATOR, () -> partnerships.end(id, 0, TODAY, "Over"));
    }

    @Test
    void nothingIsSaidOfAnOrganizationTheReaderMayNotSee() {
        UUID draft =
                call(
                        COORDINATOR,
                        () ->
                                directory.addOrganization(
                                        OrganizationDraft.named("Unseen House", "shelter")));
        UUID clinic = published("Seen Clinic");
        UUID id = record(COORDINATOR, mou(draft, clinic, 10, 300));
        UUID held = recordContact(COORDINATOR, held(draft, clinic, "Ana"));
        assertThat(line(COORDINATOR, id).provider()).isEqualTo("Unseen House");
        assertThat(call(MEMBER, () -> list.partnership(id))).isEmpty();
        assertThat(call(MEMBER, () -> list.contact(held))).isEmpty();
        assertThat(call(MEMBER, () -> list.partnerships(Wanted.of(Show.ALL, clinic), 0, 5)))
                .isEmpty();
        assertThat(call(MEMBER, () -> list.count(Wanted.of(Show.CONTACTS, clinic)))).isZero();
        assertThatThrownBy(() -> record(MEMBER, mou(draft, own(), 10, 300)))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void aPageCostsTheSameFewStatementsHoweverMuchThereIs() {
        UUID clinic = published("Counted Clinic");
        record(COORDINATOR, mou(clinic, published("Counted 0"), 10, 300));
        recordContact(COORDINATOR, held(clinic, published("Counted H0"), "Ana"));
        int few = page(clinic);
        for (int i = 1; i < 6; i++) {
            record(COORDINATOR, mou(clinic, published("Counted " + i), 10, 300));
            recordContact(COORDINATOR, held(clinic, published("Counted H" + i), "Ana"));
        }
        assertThat(page(clinic)).isEqualTo(few).isLessThanOrEqualTo(18);
    }

    private int page(UUID organization) {
        return statements
                .during(
                        () ->
                                call(
                                        COORDINATOR,
                                        () -> {
                                            list.figures();
                                            list.count(Wanted.of(Show.ALL, organization));
                                            list.partnerships(
                                                    Wanted.of(Show.ALL, organization), 0, 20);
                                            return list.contacts(
                                                    Wanted.of(Show.CONTACTS, organization), 0, 20);
                                        }))
                .size();
    }

    // ---- merges ----

    @Test
    void aMergeTiesNothingToItselfAndDoublesNothingAndIsTakenBack() {
        UUID stays = published("Merged Clinic");
        UUID goes = published("Merged Clinic Inc.");
        UUID partner = published("Merged Partner");
        UUID itself = record(COORDINATOR, mou(goes, stays, 10, 300));
        UUID longer = record(COORDINATOR, mou(stays, partner, 10, 400));
        UUID shorter = record(COORDINATOR, mou(goes, partner, 10, 300));
        UUID informal =
                record(
                        COORDINATOR,
                        PartnershipDraft.plain(
                                goes, partner, PartnershipKind.REFERRAL, Terms.informal(null)));
        UUID knows = recordContact(COORDINATOR, held(stays, partner, "Ana Reyes"));
        UUID knowsToo = recordContact(COORDINATOR, held(goes, partner, "Ana Reyes"));
        UUID knowsItself = recordContact(COORDINATOR, held(goes, stays, "Zoe"));
        UUID merge = Ids.newId();
        var from = new OrganizationId(goes);
        var into = new OrganizationId(stays);
        events.publishEvent(new OrganizationsMerged(merge, from, into));
        assertThat(found(Show.ALL, stays)).containsExactlyInAnyOrder(longer, informal);
        assertThat(found(Show.ALL, goes)).isEmpty();
        assertThat(heldAt(stays)).containsExactly(knows);
        assertThatThrownBy(() -> call(COORDINATOR, () -> partnerships.end(itself, 1, TODAY, "x")))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(line(COORDINATOR, informal).version())
                .as("who opened it before is told")
                .isEqualTo(1);
        events.publishEvent(new OrganizationsSeparated(merge, from, into));
        assertThat(found(Show.ALL, goes)).containsExactlyInAnyOrder(itself, shorter, informal);
        assertThat(found(Show.ALL, stays)).containsExactlyInAnyOrder(itself, longer);
        assertThat(heldAt(goes)).containsExactlyInAnyOrder(knowsToo, knowsItself);
    }

    @Test
    void whatSaysMoreIsKeptInAMerge() {
        UUID stays = published("Kept Clinic");
        UUID goes = published("Kept Clinic Inc.");
        UUID partner = published("Kept Partner");
        UUID shorter = record(COORDINATOR, mou(stays, partner, 10, 300));
        UUID longer = record(COORDINATOR, mou(goes, partner, 10, 500));
        UUID merge = Ids.newId();
        events.publishEvent(
                new OrganizationsMerged(
                        merge, new OrganizationId(goes), new OrganizationId(stays)));
        assertThat(found(Show.ALL, stays)).containsExactly(longer);
        events.publishEvent(
                new OrganizationsSeparated(
                        merge, new OrganizationId(goes), new OrganizationId(stays)));
        assertThat(found(Show.ALL, stays)).containsExactly(shorter);
    }

    // ---- the demo ----

    @Test
    void theDemoHasOneOfEveryKind() {
        PartnershipList.Figures figures = call(COORDINATOR, list::figures);
        assertThat(Arrays.stream(Show.values()).filter(show -> figures.of(show) == 0)).isEmpty();
        assertThat(call(COORDINATOR, () -> list.partnerships(Wanted.all(Show.ALL), 0, 200)))
                .allSatisfy(line -> assertThat(line.statedBy()).isNotEqualTo("Demo"));
    }

    // ---- helpers ----

    private static PartnershipDraft mou(UUID provider, UUID partner, int signedAgo, int expiresIn) {
        return PartnershipDraft.plain(
                provider,
                partner,
                PartnershipKind.REFERRAL,
                new Terms(
                        Agreement.MOU,
                        TODAY.minusDays(signedAgo),
                        TODAY.plusDays(expiresIn),
                        null));
    }

    private static HeldDraft held(UUID provider, UUID holder, String by) {
        return new HeldDraft(provider, holder, by, null, "The front desk", null);
    }

    private long renew(UUID id, long seen, LocalDate signed, LocalDate expires) {
        return call(
                COORDINATOR,
                () ->
                        partnerships.renew(
                                id, seen, new Terms(Agreement.MOU, signed, expires, null)));
    }

    private boolean isPartner(UUID provider) {
        return call(MEMBER, () -> partnerships.tiesOn(TODAY)).partners().get(provider).inForce();
    }

    private Set<UUID> contacts(LocalDate day) {
        return call(MEMBER, () -> partnerships.tiesOn(day)).contacts().keySet();
    }

    private List<UUID> due(String email) {
        return call(email, renewals::due).stream().map(MouRenewals.Due::id).toList();
    }

    private List<UUID> found(Show show, UUID organization) {
        return call(COORDINATOR, () -> list.partnerships(Wanted.of(show, organization), 0, 50))
                .stream()
                .map(Line::id)
                .toList();
    }

    private List<UUID> heldAt(UUID organization) {
        return call(COORDINATOR, () -> list.contacts(Wanted.of(Show.CONTACTS, organization), 0, 50))
                .stream()
                .map(Held::id)
                .toList();
    }

    private Line line(String email, UUID id) {
        return call(email, () -> list.partnership(id)).orElseThrow();
    }

    private UUID record(String email, PartnershipDraft draft) {
        return call(email, () -> partnerships.record(draft));
    }

    private UUID recordContact(String email, HeldDraft draft) {
        return call(email, () -> partnerships.recordContact(draft));
    }

    private UUID own() {
        return java.util.Objects.requireNonNull(signedInAs.person(MEMBER).organizationId());
    }

    private UUID published(String name) {
        return call(
                COORDINATOR,
                () -> {
                    UUID id = directory.addOrganization(OrganizationDraft.named(name, "other"));
                    directory.publishOrganization(id);
                    return id;
                });
    }

    private UUID contact(UUID organization, String name, Audience audience) {
        return call(
                COORDINATOR,
                () ->
                        directory
                                .addContact(
                                        organization,
                                        new ContactDraft(
                                                name, null, null, audience, List.of(), List.of()))
                                .id());
    }

    private <T> T call(String email, Supplier<T> work) {
        return signedInAs.call(email, work);
    }

    private static void refused(String key, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOf(InvalidValue.class)
                .isInstanceOfSatisfying(
                        SaidInWords.class, e -> assertThat(e.messageKey()).isEqualTo(key));
    }
}
