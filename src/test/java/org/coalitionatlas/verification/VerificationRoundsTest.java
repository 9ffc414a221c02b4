package org.coalitionatlas.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.coalitionatlas.DemoTest;
import org.coalitionatlas.SignedInAs;
import org.coalitionatlas.directory.AssuranceMethod;
import org.coalitionatlas.directory.DirectoryCommands;
import org.coalitionatlas.directory.HistoryReason;
import org.coalitionatlas.directory.Publication;
import org.coalitionatlas.directory.RecordAction;
import org.coalitionatlas.directory.RecordHistory;
import org.coalitionatlas.directory.RecordKind;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/**
 * What happens when nobody makes sure: out of sight, never gone, and back when somebody decides.
 */
@DemoTest
@RecordApplicationEvents
class VerificationRoundsTest {

    private static final int LAPSED = 365 + 180 + 1;

    @Autowired VerificationRounds rounds;
    @Autowired VerificationQueue queue;
    @Autowired Verifications verifications;
    @Autowired DirectoryCommands directory;
    @Autowired RecordHistory history;
    @Autowired SignedInAs signedInAs;
    @Autowired ApplicationContext product;
    @Autowired ApplicationEvents events;

    @Test
    void a_record_nobody_verified_for_too_long_is_withheld_once_with_its_reason() {
        DueFixture.Made made = made("Lapsed House", LAPSED);
        assertThat(rounds.at(now())).isGreaterThanOrEqualTo(2);
        assertThat(publication(made.service())).isEqualTo(Publication.WITHHELD);
        assertThat(rounds.at(now())).as("a second round has nothing to do").isZero();
        assertThat(events.stream(RecordWithheld.class).filter(e -> e.id().equals(made.service())))
                .hasSize(1);
        signedInAs.run(
                SignedInAs.COORDINATOR,
                () -> {
                    var change = history.of(RecordKind.SERVICE, made.service(), 0).getFirst();
                    assertThat(change.action()).isEqualTo(RecordAction.WITHHELD);
                    assertThat(change.note())
                            .isEqualTo(
                                    new HistoryReason(DueFixture.today().minusDays(LAPSED)).code());
                    assertThat(change.by()).isEqualTo("Verification");
                    assertThat(queue.withheld())
                            .extracting(VerificationQueue.Withheld::id)
                            .contains(made.service(), made.organization());
                });
    }

    @Test
    void a_coordinators_decision_to_show_it_again_stands() {
        DueFixture.Made made = made("Shown again", LAPSED);
        rounds.at(now());
        signedInAs.run(
                SignedInAs.COORDINATOR,
                () -> {
                    queue.showAgain(RecordKind.SERVICE, made.service());
                    assertThat(queue.withheld())
                            .extracting(VerificationQueue.Withheld::id)
                            .doesNotContain(made.service());
                });
        rounds.at(now());
        assertThat(publication(made.service())).isEqualTo(Publication.PUBLISHED);
    }

    @Test
    void verifying_it_shows_it_again() {
        DueFixture.Made made = made("Verified again", LAPSED);
        rounds.at(now());
        signedInAs.run(
                SignedInAs.COORDINATOR,
                () -> {
                    verifications
                            .sheet(RecordKind.SERVICE, made.service())
                            .items()
                            .forEach(
                                    item ->
                                            verifications.answer(
                                                    RecordKind.SERVICE,
                                                    made.service(),
                                                    item.key(),
                                                    CheckAnswer.RIGHT,
                                                    AssuranceMethod.PHONE));
                    verifications.finish(RecordKind.SERVICE, made.service(), AssuranceMethod.PHONE);
                });
        assertThat(publication(made.service())).isEqualTo(Publication.PUBLISHED);
    }

    @Test
    void one_day_less_and_it_stays() {
        DueFixture.Made made = made("Just in time", LAPSED - 1);
        rounds.at(now());
        assertThat(publication(made.service())).isEqualTo(Publication.PUBLISHED);
    }

    @Test
    void an_organization_stays_while_one_of_its_services_is_verified() {
        DueFixture.Made made = made("Half lapsed", LAPSED);
        signedInAs.run(
                SignedInAs.COORDINATOR,
                () ->
                        directory.verifyService(
                                made.service(),
                                DueFixture.today(),
                                "Elena",
                                AssuranceMethod.PHONE));
        rounds.at(now());
        assertThat(
                        signedInAs.call(
                                SignedInAs.COORDINATOR,
                                () -> directory.organization(made.organization()).publication()))
                .isEqualTo(Publication.PUBLISHED);
    }

    @Test
    void nothing_of_the_demo_lapses() {
        rounds.at(now());
        assertThat(
                        events.stream(RecordWithheld.class)
                                .map(RecordWithheld::name)
                                .filter(name -> name.equals("Inglés para todos")))
                .isEmpty();
    }

    private DueFixture.Made made(String name, int daysAgo) {
        return new DueFixture(product).make(name, "17141", daysAgo, "L3", false);
    }

    private Publication publication(UUID service) {
        return signedInAs.call(
                SignedInAs.COORDINATOR, () -> directory.service(service).publication());
    }

    private static Clock now() {
        return Clock.fixed(Instant.now(), ZoneOffset.UTC);
    }
}
