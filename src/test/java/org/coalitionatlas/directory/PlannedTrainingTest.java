package org.coalitionatlas.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.coalitionatlas.DemoTest;
import org.coalitionatlas.SignedInAs;
import org.coalitionatlas.common.InvalidValue;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever will be trained next month is not trained today, whichever way it is written down. */
@DemoTest
class PlannedTrainingTest {

    @Autowired private DirectoryCommands commands;
    @Autowired private SignedInAs signedInAs;

    @Test
    void aTrainingStillToComeIsRefusedForPeopleAndWholeStaffs() {
        signedInAs.run(
                SignedInAs.COORDINATOR,
                () -> {
                    UUID id =
                            commands.addOrganization(
                                    OrganizationDraft.named("Wickerwork Annex", "other"));
                    refused(() -> commands.addContact(id, contact(today().plusDays(1))));
                    refused(
                            () ->
                                    commands.addOrganization(
                                            trained("Wickerwork Shed", today().plusMonths(2))));
                    refused(
                            () ->
                                    commands.reviseOrganization(
                                            id,
                                            commands.organization(id).version(),
                                            trained("Wickerwork Annex", today().plusDays(1))));

                    UUID contact = commands.addContact(id, contact(today())).id();
                    long version = commands.contacts(id).getFirst().version();
                    refused(
                            () ->
                                    commands.reviseContact(
                                            contact, version, contact(today().plusDays(30))));
                    assertThat(commands.contacts(id).getFirst().draft())
                            .isEqualTo(contact(today()));
                });
    }

    @Test
    void aMemberCannotProposeOneEither() {
        UUID own = signedInAs.person(SignedInAs.MEMBER_OF_LEGAL_AID).organizationId();
        signedInAs.run(
                SignedInAs.MEMBER_OF_LEGAL_AID,
                () -> refused(() -> commands.addContact(own, contact(today().plusDays(1)))));
    }

    private static void refused(ThrowingCallable writing) {
        assertThatThrownBy(writing)
                .isInstanceOfSatisfying(
                        InvalidValue.class,
                        e -> assertThat(e.messageKey()).isEqualTo("invalid.training.planned"));
    }

    private static ContactDraft contact(LocalDate trainedOn) {
        return new ContactDraft(
                "Osk Wickerwork", null, null, Audience.MEMBERS, List.of(), on(trainedOn));
    }

    private static OrganizationDraft trained(String name, LocalDate on) {
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
                List.of(),
                on(on));
    }

    private static List<Training> on(LocalDate day) {
        return List.of(Training.taken(TrainingTopic.IDENTIFICATION_RESPONSE, day, null));
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }
}
