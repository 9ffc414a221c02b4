package org.coalitionatlas.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.coalitionatlas.DemoTest;
import org.coalitionatlas.SignedInAs;
import org.coalitionatlas.SqlStatements;
import org.coalitionatlas.directory.DueRecord;
import org.coalitionatlas.directory.DueRecords.Wanted;
import org.coalitionatlas.directory.RecordKind;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.access.AccessDeniedException;

/** What waits to be verified, for whom and in which order. */
@DemoTest
class VerificationQueueTest {

    private static final String OGLE = "17141";
    private static final String BOONE = "17007";

    @Autowired VerificationQueue queue;
    @Autowired Verifications verifications;
    @Autowired SignedInAs signedInAs;
    @Autowired SqlStatements statements;
    @Autowired ApplicationContext product;

    @Test
    void the_database_orders_as_the_rule_does() {
        var fixture = new DueFixture(product);
        fixture.make("Queue plain", OGLE, 420, "L3", false);
        fixture.make("Queue acute", OGLE, 370, "A3", false);
        fixture.make("Queue trained", OGLE, 366, "L3", true);
        List<DueRecord> found = all(SignedInAs.ADMINISTRATOR, new Wanted(null, null, true));
        assertThat(found).extracting(DueRecord::priority).isSorted();
        assertThat(labels(found))
                .containsSubsequence(
                        "Service of Queue trained",
                        "Service of Queue acute",
                        "Service of Queue plain");
    }

    @Test
    void the_demo_has_a_service_that_lapsed_and_one_that_is_due_soon() {
        assertThat(labels(all(SignedInAs.COORDINATOR, Wanted.DUE))).contains("Inglés para todos");
        List<DueRecord> soon = all(SignedInAs.COORDINATOR, new Wanted(null, null, true));
        assertThat(soon)
                .filteredOn(
                        record ->
                                record.priority().dueOn() != null
                                        && record.priority().dueOn().isAfter(DueFixture.today()))
                .isNotEmpty();
    }

    @Test
    void contacts_fall_due_after_180_days_while_their_organization_does_not() {
        DueFixture.Made made = new DueFixture(product).make("Half a year", OGLE, 181, "L3", false);
        List<DueRecord> found = all(SignedInAs.COORDINATOR, Wanted.DUE);
        assertThat(found).extracting(DueRecord::id).contains(made.contact());
        assertThat(found).extracting(DueRecord::id).doesNotContain(made.service());
    }

    @Test
    void a_coordinator_sees_their_counties_a_member_their_own_organization() {
        var fixture = new DueFixture(product);
        DueFixture.Made ogle = fixture.make("Of Ogle", OGLE, 400, "L3", false);
        DueFixture.Made boone = fixture.make("Of Boone", BOONE, 400, "L3", false);
        List<UUID> ofTwo = ids(all(SignedInAs.COORDINATOR_OF_TWO, Wanted.DUE));
        assertThat(ofTwo).contains(boone.service()).doesNotContain(ogle.service());

        UUID own = signedInAs.person(SignedInAs.MEMBER_OF_LEGAL_AID).organizationId();
        assertThat(all(SignedInAs.MEMBER_OF_LEGAL_AID, new Wanted(null, null, true)))
                .extracting(DueRecord::organizationId)
                .allMatch(own::equals);
    }

    @Test
    void filters_narrow_by_county_and_kind_and_pages_do_not_overlap() {
        var fixture = new DueFixture(product);
        DueFixture.Made ogle = fixture.make("Filter Ogle", OGLE, 400, "L3", false);
        DueFixture.Made boone = fixture.make("Filter Boone", BOONE, 400, "L3", false);
        List<DueRecord> services =
                all(SignedInAs.COORDINATOR, new Wanted(OGLE, RecordKind.SERVICE, false));
        assertThat(ids(services)).contains(ogle.service()).doesNotContain(boone.service());
        assertThat(services).extracting(DueRecord::kind).containsOnly(RecordKind.SERVICE);

        signedInAs.run(
                SignedInAs.COORDINATOR,
                () -> {
                    var first = queue.page(Wanted.DUE, 0, 3);
                    var second = queue.page(Wanted.DUE, 3, 3);
                    assertThat(first.lines()).hasSize(3);
                    assertThat(first.total()).isGreaterThan(3);
                    assertThat(second.lines())
                            .extracting(line -> line.record().id())
                            .doesNotContainAnyElementsOf(
                                    first.lines().stream()
                                            .map(line -> line.record().id())
                                            .toList());
                });
    }

    @Test
    void a_page_takes_at_most_five_statements() {
        var sql =
                signedInAs.call(
                        SignedInAs.COORDINATOR,
                        () ->
                                statements.during(
                                        () -> queue.page(new Wanted(OGLE, null, true), 0, 20)));
        assertThat(sql).hasSizeLessThanOrEqualTo(5);
        var withheld =
                signedInAs.call(
                        SignedInAs.COORDINATOR, () -> statements.during(() -> queue.withheld()));
        assertThat(withheld).hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void nobody_asks_about_or_shows_again_what_they_may_not_write() {
        DueFixture.Made ogle = new DueFixture(product).make("Not mine", OGLE, 400, "L3", false);
        for (String stranger :
                List.of(SignedInAs.COORDINATOR_OF_TWO, SignedInAs.MEMBER_OF_LEGAL_AID)) {
            assertThatThrownBy(
                            () ->
                                    signedInAs.call(
                                            stranger,
                                            () ->
                                                    verifications.sheet(
                                                            RecordKind.SERVICE, ogle.service())))
                    .isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(
                            () ->
                                    signedInAs.run(
                                            stranger,
                                            () ->
                                                    queue.showAgain(
                                                            RecordKind.SERVICE, ogle.service())))
                    .isInstanceOf(AccessDeniedException.class);
        }
    }

    private List<DueRecord> all(String person, Wanted wanted) {
        return signedInAs.call(
                person,
                () ->
                        queue.page(wanted, 0, 2_000).lines().stream()
                                .map(VerificationQueue.Line::record)
                                .toList());
    }

    private static List<String> labels(List<DueRecord> records) {
        return records.stream().map(DueRecord::label).toList();
    }

    private static List<UUID> ids(List<DueRecord> records) {
        return records.stream().map(DueRecord::id).toList();
    }
}
