package org.coalitionatlas.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.coalitionatlas.DemoTest;
import org.coalitionatlas.IndexCaughtUp;
import org.coalitionatlas.SignedInAs;
import org.coalitionatlas.SqlStatements;
import org.coalitionatlas.common.Phone;
import org.coalitionatlas.common.PostalAddress;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** Records that look like others are found while they are written, and kept in a list. */
@DemoTest
class DuplicatesTest {

    private static final String COORDINATOR = SignedInAs.COORDINATOR;

    @Autowired DirectoryCommands commands;
    @Autowired Duplicates duplicates;
    @Autowired DuplicateScan scan;
    @Autowired SignedInAs signedInAs;
    @Autowired IndexCaughtUp index;
    @Autowired SqlStatements sql;

    @Test
    void anOrganizationThatIsThereAlreadyIsFoundWhileItIsTyped() {
        UUID known = add("Quarry Bend Outreach Center", "8155550601");
        index.await();
        assertThat(like("The Quarry Bend Outreach Ctr., Inc.", "8155550601"))
                .first()
                .satisfies(
                        found -> {
                            assertThat(found.id()).isEqualTo(known);
                            assertThat(found.likeness().namePercent()).isEqualTo(100);
                            assertThat(found.likeness().signs())
                                    .containsExactly(Likeness.Sign.PHONE);
                            assertThat(found.phone()).isEqualTo("(815) 555-0601");
                        });
        assertThat(like("Completely Unrelated Thing", "8155550699")).isEmpty();
    }

    @Test
    void lookingForLookalikesAsksTheIndexAndNotTheDatabase() {
        List<String> statements =
                sql.during(
                        () ->
                                signedInAs.run(
                                        COORDINATOR,
                                        () -> duplicates.like(draft("Safe Harbor", "8155550602"))));
        assertThat(statements).noneMatch(one -> one.contains("from organization"));
    }

    @Test
    void nobodyIsShownALookalikeTheyMayNotKnowOf() {
        UUID secret =
                signedInAs.call(
                        COORDINATOR,
                        () -> {
                            UUID id =
                                    commands.addOrganization(
                                            new OrganizationDraft(
                                                    "Lantern Row Refuge",
                                                    null,
                                                    "other",
                                                    null,
                                                    null,
                                                    null,
                                                    null,
                                                    Status.ACTIVE,
                                                    Audience.COORDINATORS,
                                                    phones("8155550603")));
                            commands.publishOrganization(id);
                            return id;
                        });
        index.await();
        assertThat(like("Lantern Row Refuge", "8155550603"))
                .extracting(Lookalike::id)
                .contains(secret);
        assertThat(
                        signedInAs.call(
                                SignedInAs.MEMBER_OF_LEGAL_AID,
                                () -> duplicates.like(draft("Lantern Row Refuge", "8155550603"))))
                .isEmpty();
    }

    @Test
    void aConfidentialAddressIsNotFoundByTypingIt() {
        UUID shelter = add("Juniper Way", null);
        UUID own = add("Another House Entirely", null);
        signedInAs.run(
                COORDINATOR,
                () ->
                        commands.addLocation(
                                shelter, place("77 Hollow Lane", AddressVisibility.HIDDEN)));
        index.await();
        assertThat(
                        signedInAs.call(
                                COORDINATOR,
                                () ->
                                        duplicates.like(
                                                own,
                                                place("77 Hollow Lane", AddressVisibility.FULL))))
                .isEmpty();
    }

    @Test
    void pairsAreListedOnceAndAPairSaidToBeTwoStaysAway() {
        UUID one = add("Birchwood Family Outreach", "8155550604");
        UUID other = add("Birchwood Family Outreach Inc.", "8155550604");
        index.await();
        look();
        List<DuplicatePair> found = about(one);
        assertThat(found)
                .singleElement()
                .satisfies(
                        pair -> {
                            assertThat(List.of(pair.oneId(), pair.otherId()))
                                    .containsExactlyInAnyOrder(one, other);
                            assertThat(pair.namePercent()).isEqualTo(100);
                            assertThat(pair.score()).isGreaterThanOrEqualTo(90);
                        });
        signedInAs.run(COORDINATOR, () -> duplicates.notDuplicates(found.getFirst().id()));
        look();
        assertThat(about(one)).isEmpty();
        assertThat(scan.progress())
                .hasValueSatisfying(
                        progress -> {
                            assertThat(progress.state()).isEqualTo(ScanProgress.State.DONE);
                            assertThat(progress.done()).isEqualTo(progress.total());
                        });
    }

    @Test
    void aPairThatIsNoneAnyMoreDisappears() {
        UUID one = add("Copperfield Night Shelter", "8155550605");
        add("Copperfield Night Shelters", "8155550605");
        index.await();
        look();
        assertThat(about(one)).hasSize(1);
        signedInAs.run(
                COORDINATOR,
                () ->
                        commands.reviseOrganization(
                                one,
                                commands.organization(one).version(),
                                draft("Museum of Clocks", "8155550606")));
        index.await();
        look();
        assertThat(about(one)).isEmpty();
    }

    @Test
    void aCoordinatorSeesAndDecidesOnlyPairsOfWhichTheyMayWriteBoth() {
        UUID one = add("Tamarack Legal Project", "8155550607");
        UUID other = add("Tamarack Legal Project Inc", "8155550607");
        for (UUID id : List.of(one, other)) {
            signedInAs.run(
                    COORDINATOR,
                    () ->
                            commands.addLocation(
                                    id, place("500 Church Street", AddressVisibility.FULL)));
        }
        index.await();
        look();
        UUID pair = about(one).getFirst().id();
        signedInAs.run(
                SignedInAs.COORDINATOR_OF_TWO,
                () -> {
                    assertThat(duplicates.pairs(0, 2000).pairs())
                            .extracting(DuplicatePair::id)
                            .doesNotContain(pair);
                    assertThatThrownBy(() -> duplicates.notDuplicates(pair))
                            .isInstanceOf(NoSuchRecord.class);
                });
        signedInAs.run(
                SignedInAs.MEMBER_OF_LEGAL_AID,
                () ->
                        assertThatThrownBy(() -> duplicates.pairs(0, 10))
                                .isInstanceOf(AccessDeniedException.class));
    }

    // The product looks by itself as well: only a search that began after the question counts.
    private void look() {
        Instant asked = Instant.now();
        Awaitility.await()
                .until(
                        () -> {
                            Optional<ScanProgress> progress =
                                    scan.progress().filter(one -> !one.startedAt().isBefore(asked));
                            if (progress.isEmpty()) {
                                scan.startAll();
                            }
                            return progress.filter(one -> one.state() == ScanProgress.State.DONE)
                                    .isPresent();
                        });
    }

    private List<DuplicatePair> about(UUID id) {
        return signedInAs.call(COORDINATOR, () -> duplicates.pairs(0, 2000).pairs()).stream()
                .filter(pair -> pair.oneId().equals(id) || pair.otherId().equals(id))
                .toList();
    }

    private List<Lookalike> like(String name, String phone) {
        return signedInAs.call(COORDINATOR, () -> duplicates.like(draft(name, phone)));
    }

    private UUID add(String name, String phone) {
        return signedInAs.call(COORDINATOR, () -> commands.addOrganization(draft(name, phone)));
    }

    static OrganizationDraft draft(String name, String phone) {
        return new OrganizationDraft(
                name,
                null,
                "other",
                null,
                null,
                null,
                null,
                Status.ACTIVE,
                Audience.PUBLIC,
                phones(phone));
    }

    static List<PhoneLine> phones(String phone) {
        return phone == null
                ? List.of()
                : List.of(PhoneLine.of(Phone.parse(phone), PhoneType.VOICE, null, Audience.PUBLIC));
    }

    static LocationDraft place(String line1, AddressVisibility visibility) {
        return new LocationDraft(
                null,
                PostalAddress.of(line1, null, "Rockford", "IL", "61104"),
                null,
                null,
                visibility,
                null,
                OpeningHours.NOT_STATED,
                List.of());
    }
}
