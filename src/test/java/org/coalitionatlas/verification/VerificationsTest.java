package org.coalitionatlas.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.coalitionatlas.DemoTest;
import org.coalitionatlas.SignedInAs;
import org.coalitionatlas.directory.Assurance;
import org.coalitionatlas.directory.AssuranceMethod;
import org.coalitionatlas.directory.DirectoryCommands;
import org.coalitionatlas.directory.RecordKind;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A call: answers are kept one by one, and only what is all right counts as verified. */
@DemoTest
class VerificationsTest {

    @Autowired Verifications verifications;
    @Autowired DirectoryCommands directory;
    @Autowired SignedInAs signedInAs;
    @Autowired ApplicationContext product;

    @Test
    void when_everything_is_right_the_service_and_its_contact_are_verified_today() {
        DueFixture.Made made = make("All right");
        as(
                () -> {
                    CheckSheet sheet = verifications.sheet(RecordKind.SERVICE, made.service());
                    assertThat(sheet.items())
                            .extracting(CheckItem::topic)
                            .containsExactly("name", "phones", "hours", "eligibility", "contact");
                    sheet.items().forEach(item -> answer(made, item.key(), CheckAnswer.RIGHT));
                    verifications.finish(RecordKind.SERVICE, made.service(), AssuranceMethod.VISIT);

                    Assurance assurance = directory.service(made.service()).assurance();
                    assertThat(assurance.on()).isEqualTo(DueFixture.today());
                    assertThat(assurance.by()).isEqualTo("Elena Brandt");
                    assertThat(assurance.how()).isEqualTo(AssuranceMethod.VISIT);
                    assertThat(directory.contacts(made.organization()).getFirst().assurance().on())
                            .isEqualTo(DueFixture.today());
                    CheckSheet after = verifications.sheet(RecordKind.SERVICE, made.service());
                    assertThat(after.answers()).as("the next time begins anew").isEmpty();
                    assertThat(after.attempts().getFirst().outcome())
                            .isEqualTo(AttemptOutcome.VERIFIED);
                });
    }

    @Test
    void an_answer_survives_a_lost_connection() {
        DueFixture.Made made = make("Line broke");
        as(() -> answer(made, "phones", CheckAnswer.RIGHT));
        as(
                () ->
                        assertThat(
                                        verifications
                                                .sheet(RecordKind.SERVICE, made.service())
                                                .answers())
                                .containsEntry("phones", CheckAnswer.RIGHT));
    }

    @Test
    void one_thing_changed_or_not_asked_and_the_record_is_not_verified() {
        DueFixture.Made made = make("Not all");
        as(
                () -> {
                    answer(made, "phones", CheckAnswer.RIGHT);
                    assertThatThrownBy(
                                    () ->
                                            verifications.finish(
                                                    RecordKind.SERVICE,
                                                    made.service(),
                                                    AssuranceMethod.PHONE))
                            .isInstanceOf(NotFinished.class);
                    CheckSheet sheet = verifications.sheet(RecordKind.SERVICE, made.service());
                    sheet.items().forEach(item -> answer(made, item.key(), CheckAnswer.RIGHT));
                    answer(made, "hours", CheckAnswer.CHANGED);
                    assertThat(verifications.sheet(RecordKind.SERVICE, made.service()).isComplete())
                            .isFalse();
                    answer(made, "hours", CheckAnswer.CORRECTED);
                    assertThat(verifications.sheet(RecordKind.SERVICE, made.service()).isComplete())
                            .isTrue();
                });
    }

    @Test
    void whoever_cannot_be_reached_leaves_a_try_with_its_note() {
        DueFixture.Made made = make("No answer");
        as(
                () -> {
                    answer(made, "contact/" + made.contact(), CheckAnswer.UNREACHED);
                    answer(made, "contact/" + made.contact(), CheckAnswer.UNREACHED);
                    verifications.couldNotReach(
                            RecordKind.SERVICE,
                            made.service(),
                            AssuranceMethod.PHONE,
                            "closed on Fridays");
                    CheckSheet sheet = verifications.sheet(RecordKind.SERVICE, made.service());
                    assertThat(sheet.attempts())
                            .as("pressed twice counts once")
                            .hasSize(2)
                            .allMatch(a -> a.outcome() == AttemptOutcome.UNREACHED);
                    assertThat(sheet.attempts().getFirst().note()).isEqualTo("closed on Fridays");
                    assertThat(directory.service(made.service()).assurance().on())
                            .isEqualTo(DueFixture.today().minusDays(400));
                });
    }

    @Test
    void a_thing_that_is_not_part_of_the_record_is_refused() {
        DueFixture.Made made = make("Strange");
        as(
                () ->
                        assertThatThrownBy(() -> answer(made, "shoe-size", CheckAnswer.RIGHT))
                                .isInstanceOf(NotFinished.class));
    }

    @Test
    void a_member_verifies_as_the_organization_itself() {
        var own = signedInAs.person(SignedInAs.MEMBER_OF_LEGAL_AID).organizationId();
        signedInAs.run(
                SignedInAs.MEMBER_OF_LEGAL_AID,
                () -> {
                    CheckSheet sheet = verifications.sheet(RecordKind.ORGANIZATION, own);
                    sheet.items()
                            .forEach(
                                    item ->
                                            verifications.answer(
                                                    RecordKind.ORGANIZATION,
                                                    own,
                                                    item.key(),
                                                    CheckAnswer.RIGHT,
                                                    AssuranceMethod.PHONE));
                    verifications.finish(RecordKind.ORGANIZATION, own, AssuranceMethod.PHONE);
                    assertThat(directory.organization(own).assurance().how())
                            .isEqualTo(AssuranceMethod.ORGANIZATION);
                });
    }

    private DueFixture.Made make(String name) {
        return new DueFixture(product).make(name, "17141", 400, "L3", false);
    }

    private void as(Runnable work) {
        signedInAs.run(SignedInAs.COORDINATOR, work);
    }

    private void answer(DueFixture.Made made, String item, CheckAnswer answer) {
        verifications.answer(
                RecordKind.SERVICE, made.service(), item, answer, AssuranceMethod.PHONE);
    }
}
