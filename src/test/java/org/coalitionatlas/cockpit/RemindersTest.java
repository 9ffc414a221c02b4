package org.coalitionatlas.cockpit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.coalitionatlas.DemoTest;
import org.coalitionatlas.SignedInAs;
import org.coalitionatlas.assessment.Answer;
import org.coalitionatlas.assessment.Assessments;
import org.coalitionatlas.assessment.CycleView;
import org.coalitionatlas.assessment.Cycles;
import org.coalitionatlas.assessment.NeedAssignments;
import org.coalitionatlas.assessment.Question;
import org.coalitionatlas.cockpit.Reminders.About;
import org.coalitionatlas.cockpit.Reminders.Choice;
import org.coalitionatlas.cockpit.Reminders.Letter;
import org.coalitionatlas.cockpit.Reminders.Preview;
import org.coalitionatlas.cockpit.Reminders.Wanted;
import org.coalitionatlas.cockpit.Reminders.Why;
import org.coalitionatlas.common.Ids;
import org.coalitionatlas.directory.CodeSet;
import org.coalitionatlas.directory.DirectoryCommands;
import org.coalitionatlas.directory.OrganizationDraft;
import org.coalitionatlas.directory.ServiceArea;
import org.coalitionatlas.directory.ServiceDraft;
import org.coalitionatlas.mail.GreenPost;
import org.coalitionatlas.mail.MailOptOuts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** Whom reminders reach, in which words, and how rarely. */
@DemoTest
class RemindersTest {

    private static final Locale SPANISH = Locale.forLanguageTag("es");

    @Autowired private Reminders reminders;
    @Autowired private MailOptOuts optOuts;
    @Autowired private DirectoryCommands directory;
    @Autowired private NeedAssignments assignments;
    @Autowired private Assessments assessments;
    @Autowired private Cycles cycles;
    @Autowired private SignedInAs signedInAs;
    @Autowired private JdbcClient jdbc;
    @Autowired private Clock clock;
    @Autowired private ApplicationContext product;

    private CockpitFixture made;
    private GreenPost post;

    @BeforeEach
    void make() {
        made = new CockpitFixture(product);
        post = new GreenPost(product);
    }

    @AfterEach
    void close() {
        post.close();
    }

    @Test
    void the_letter_arrives_as_previewed_in_each_readers_language() throws Exception {
        UUID organization = made.organization("Casa Puente, Inc.");
        String ana = made.member(organization, "Ana Pérez", SPANISH);
        String bob = made.member(organization, "Bob O'Neill", Locale.ENGLISH);
        UUID round = made.round(9, organization);
        Preview preview = preview(round, Choice.NOT_BEGUN);
        assertThat(preview.letters())
                .extracting(Letter::name)
                .containsExactly("Ana Pérez", "Bob O'Neill");
        assertThat(preview.withheld()).isEmpty();
        assertThat(send(round, Choice.NOT_BEGUN)).isEqualTo(2);
        post.deliver();

        MimeMessage spanish = only(ana);
        assertThat(spanish.getSubject())
                .startsWith("Recordatorio: Lista de verificación de capacidad");
        assertThat(GreenPost.text(spanish))
                .contains(
                        "Hola, Ana Pérez:",
                        "Elena Brandt, de Rock River Coalition (demo), le recuerda")
                .contains("de Casa Puente, Inc.: vence el", "No se ha empezado.")
                .contains(GreenPost.PUBLIC_URL + "/portal/capacity")
                .contains("/mail/stop/reminder/");
        MimeMessage english = only(bob);
        assertThat(english.getSubject()).startsWith("Reminder: Capacity checklist");
        assertThat(GreenPost.text(english))
                .contains(
                        "Hello Bob O'Neill,",
                        "Elena Brandt of Rock River Coalition (demo) reminds you")
                .contains("of Casa Puente, Inc.: due on", "It has not been begun.");
    }

    @Test
    void nobody_is_reminded_twice_in_a_week_whoever_asks() {
        UUID organization = made.organization("Weekly House");
        String member = made.member(organization, "Wanda Weekly", Locale.ENGLISH);
        UUID first = made.round(9, organization);
        UUID second = made.round(19, organization);
        assertThat(send(first, Choice.ALL_OPEN)).isEqualTo(1);
        assertThat(send(first, Choice.ALL_OPEN)).isZero();
        Preview other =
                signedInAs.call(
                        SignedInAs.ADMINISTRATOR,
                        () ->
                                reminders.preview(
                                        new Wanted(Choice.ALL_OPEN, About.CHECKLISTS, second)));
        assertThat(other.letters()).isEmpty();
        assertThat(other.withheld())
                .singleElement()
                .satisfies(
                        one -> {
                            assertThat(one.name()).isEqualTo("Wanda Weekly");
                            assertThat(one.why()).isEqualTo(Why.TOO_SOON);
                            assertThat(one.since()).isNotNull();
                        });
        UUID person = signedInAs.person(member).id();
        ago(person, Reminders.REST.minusMinutes(5));
        assertThat(send(second, Choice.ALL_OPEN)).isZero();
        ago(person, Reminders.REST.plusMinutes(5));
        assertThat(send(second, Choice.ALL_OPEN)).isEqualTo(1);
        post.deliver();
        assertThat(post.to(member)).hasSize(2);
    }

    @Test
    void two_coordinators_at_the_same_moment_send_one_letter() throws Exception {
        for (int run = 0; run < 5; run++) {
            UUID organization = made.organization("Contended House " + run);
            String member = made.member(organization, "Carla " + run, Locale.ENGLISH);
            UUID round = made.round(9, organization);
            if (run % 2 == 1) {
                // The second letter ever, not the first: the turn is there already.
                assertThat(send(round, Choice.ALL_OPEN)).isEqualTo(1);
                ago(signedInAs.person(member).id(), Duration.ofDays(8));
            }
            var wanted = new Wanted(Choice.ALL_OPEN, About.CHECKLISTS, round);
            UUID person = signedInAs.person(member).id();
            var start = new CyclicBarrier(4);
            var senders = new ArrayList<Callable<Integer>>();
            for (String who :
                    List.of(
                            SignedInAs.COORDINATOR,
                            SignedInAs.ADMINISTRATOR,
                            SignedInAs.COORDINATOR,
                            SignedInAs.ADMINISTRATOR)) {
                senders.add(
                        () -> {
                            start.await();
                            return signedInAs.call(
                                    who, () -> reminders.send(wanted, Set.of(person)));
                        });
            }
            int sent = 0;
            try (var threads = Executors.newFixedThreadPool(4)) {
                for (Future<Integer> one : threads.invokeAll(senders)) {
                    sent += one.get();
                }
            }
            assertThat(sent).isEqualTo(1);
            post.deliver();
            assertThat(post.to(member)).hasSize(run % 2 == 1 ? 2 : 1);
        }
    }

    @Test
    void whoever_stopped_reminders_and_whoever_has_no_account_gets_none_and_it_is_said_why() {
        UUID stopped = made.organization("Stopped House");
        UUID silent = made.organization("No account House");
        String member = made.member(stopped, "Sam Stopped", Locale.ENGLISH);
        UUID round = made.round(9, stopped, silent);
        assertThat(send(round, Choice.ALL_OPEN)).isEqualTo(1);
        post.deliver();
        String[] link = GreenPost.path(only(member), "/mail/stop/").split("[/?]");
        optOuts.stop(link[3], link[4], link[5]);
        ago(signedInAs.person(member).id(), Duration.ofDays(30));

        Preview preview = preview(round, Choice.ALL_OPEN);
        assertThat(preview.letters()).isEmpty();
        assertThat(preview.withheld())
                .extracting(Reminders.Withheld::name, Reminders.Withheld::why)
                .containsExactly(
                        tuple("No account House", Why.NO_ADDRESS),
                        tuple("Sam Stopped", Why.OPTED_OUT));
        assertThat(send(round, Choice.ALL_OPEN)).isZero();
    }

    @Test
    void only_those_chosen_are_reminded() {
        UUID organization = made.organization("On time House");
        made.member(organization, "Tina Timely", Locale.ENGLISH);
        UUID round = made.round(9, organization);
        assertThat(preview(round, Choice.OVERDUE).letters()).isEmpty();
        jdbc.sql("update checklist_round set due_on = ? where id = ?")
                .params(made.today().minusDays(1), Ids.bytes(round))
                .update();
        assertThat(preview(round, Choice.OVERDUE).letters())
                .singleElement()
                .satisfies(letter -> assertThat(letter.text()).contains("was due on"));
        int nobody =
                signedInAs.call(
                        SignedInAs.COORDINATOR,
                        () ->
                                reminders.send(
                                        new Wanted(Choice.OVERDUE, About.CHECKLISTS, round),
                                        Set.of()));
        assertThat(nobody).isZero();
        jdbc.sql("update checklist_round set round_state = 'CLOSED' where id = ?")
                .param(Ids.bytes(round))
                .update();
        assertThat(preview(round, Choice.ALL_OPEN).letters()).isEmpty();
    }

    @Test
    void of_a_county_members_who_work_there_and_its_other_coordinators_are_reminded() {
        UUID there = made.organization("Ogle Workers", ServiceArea.county("17141"));
        UUID elsewhere = made.organization("Boone Workers", ServiceArea.county("17007"));
        made.member(there, "Olga of Ogle", Locale.ENGLISH);
        made.member(elsewhere, "Boris of Boone", Locale.ENGLISH);
        Preview preview =
                signedInAs.call(
                        SignedInAs.COORDINATOR,
                        () -> reminders.preview(new Wanted(Choice.ALL_OPEN, About.COUNTIES, null)));
        assertThat(names(preview, "Ogle County")).contains("Olga of Ogle");
        assertThat(names(preview, "Ogle County")).doesNotContain("Boris of Boone");
        assertThat(names(preview, "Boone County")).contains("Boris of Boone", "Marcus Oyelaran");
        assertThat(preview.letters()).extracting(Letter::name).doesNotContain("Elena Brandt");
    }

    @Test
    void whoever_was_given_needs_of_a_county_is_reminded_of_those_alone_and_others_of_the_county()
            throws Exception {
        UUID there = published("Ogle Given House", "17141");
        String given = made.member(there, "Greta Given", Locale.ENGLISH);
        made.member(there, "Theo There", SPANISH);
        UUID cycle = cycles("17141").getFirst().id();
        UUID person = signedInAs.person(given).id();
        signedInAs.run(
                SignedInAs.ADMINISTRATOR,
                () ->
                        assignments.assign(
                                cycle, List.of("A3", "A4"), person, made.today().minusDays(2)));

        Letter letter = letter("Greta Given", Choice.OVERDUE);
        assertThat(letter.text())
                .contains("was due on", "It has not been begun.")
                .contains("Given to you: Housing; Food")
                .contains("/portal/assessment/17141?show=assigned");
        assertThat(letter("Theo There", Choice.ALL_OPEN).text())
                .contains("Ogle County")
                .doesNotContain("Se le asignó")
                .doesNotContain("show=assigned");

        answer(given, cycle, "A3", there, Answer.UNKNOWN);
        assertThat(letter("Greta Given", Choice.ALL_OPEN).text())
                .contains("Given to you: Food/ Clothing/ Toiletries.", "It has been begun.");
        assertThat(
                        signedInAs.call(
                                SignedInAs.COORDINATOR,
                                () ->
                                        reminders.send(
                                                new Wanted(Choice.OVERDUE, About.COUNTIES, null),
                                                Set.of(person))))
                .isEqualTo(1);
        post.deliver();
        assertThat(GreenPost.text(only(given))).contains("Given to you: Food/ Clothing");
        assertThat(counties(Choice.OVERDUE).withheld())
                .as("the weekly limit holds for needs as for anything")
                .extracting(Reminders.Withheld::name, Reminders.Withheld::why)
                .contains(tuple("Greta Given", Why.TOO_SOON));

        ago(person, Duration.ofDays(8));
        answer(given, cycle, "A4", there, Answer.UNKNOWN);
        Preview done = counties(Choice.ALL_OPEN);
        assertThat(done.letters()).extracting(Letter::name).doesNotContain("Greta Given");
        assertThat(done.withheld())
                .extracting(Reminders.Withheld::name, Reminders.Withheld::why)
                .contains(tuple("Greta Given", Why.ANSWERED));
        answer(given, cycle, "A3", there, null);
        answer(given, cycle, "A4", there, null);
        signedInAs.run(
                SignedInAs.ADMINISTRATOR,
                () -> assignments.takeBack(cycle, List.of("A3", "A4"), person));
    }

    @Test
    void the_history_names_what_went_out_to_those_who_coordinate_it() {
        UUID boone = made.organization("Boone Reminded", ServiceArea.county("17007"));
        UUID ogle = made.organization("Ogle Reminded", ServiceArea.county("17141"));
        made.member(boone, "Berta Boone", Locale.ENGLISH);
        made.member(ogle, "Otto Ogle", Locale.ENGLISH);
        UUID round = made.round(9, boone, ogle);
        assertThat(send(round, Choice.ALL_OPEN)).isEqualTo(2);
        assertThat(signedInAs.call(SignedInAs.COORDINATOR, reminders::history))
                .extracting(SentReminder::person)
                .contains("Berta Boone", "Otto Ogle");
        assertThat(signedInAs.call(SignedInAs.COORDINATOR_OF_TWO, reminders::history))
                .filteredOn(sent -> sent.person().equals("Berta Boone"))
                .singleElement()
                .satisfies(
                        sent -> {
                            assertThat(sent.by()).isEqualTo("Elena Brandt");
                            assertThat(sent.of().getFirst().name()).isEqualTo("Boone Reminded");
                        });
        assertThat(signedInAs.call(SignedInAs.COORDINATOR_OF_TWO, reminders::history))
                .extracting(SentReminder::person)
                .doesNotContain("Otto Ogle");
    }

    @Test
    void a_member_neither_previews_nor_sends_nor_reads_the_history() {
        var wanted = new Wanted(Choice.ALL_OPEN, About.EVERYTHING, null);
        String member = SignedInAs.MEMBER_OF_SHELTER;
        assertThatThrownBy(() -> signedInAs.call(member, () -> reminders.preview(wanted)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> signedInAs.call(member, () -> reminders.send(wanted, Set.of())))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> signedInAs.call(member, reminders::history))
                .isInstanceOf(AccessDeniedException.class);
    }

    private UUID published(String name, String county) {
        return signedInAs.call(
                SignedInAs.ADMINISTRATOR,
                () -> {
                    UUID id = directory.addOrganization(OrganizationDraft.named(name, "other"));
                    UUID service =
                            directory.addService(
                                    id,
                                    ServiceDraft.named("Desk of " + name)
                                            .meeting(
                                                    CodeSet.of(List.of("L3")),
                                                    Set.of(ServiceArea.county(county))));
                    directory.publishOrganization(id);
                    directory.publishService(service);
                    return id;
                });
    }

    private List<CycleView> cycles(String county) {
        return signedInAs.call(SignedInAs.ADMINISTRATOR, () -> cycles.of(county));
    }

    private void answer(String who, UUID cycle, String need, UUID provider, Answer answer) {
        signedInAs.call(
                who, () -> assessments.answer(cycle, need, provider, Question.CONTACT, answer));
    }

    private Letter letter(String name, Choice choice) {
        return counties(choice).letters().stream()
                .filter(letter -> letter.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Preview counties(Choice choice) {
        return signedInAs.call(
                SignedInAs.COORDINATOR,
                () -> reminders.preview(new Wanted(choice, About.COUNTIES, null)));
    }

    private static List<String> names(Preview preview, String county) {
        return preview.letters().stream()
                .filter(letter -> letter.text().contains(county))
                .map(Letter::name)
                .toList();
    }

    private Preview preview(UUID round, Choice choice) {
        return signedInAs.call(
                SignedInAs.COORDINATOR,
                () -> reminders.preview(new Wanted(choice, About.CHECKLISTS, round)));
    }

    private int send(UUID round, Choice choice) {
        List<UUID> people = preview(round, choice).letters().stream().map(Letter::person).toList();
        return signedInAs.call(
                SignedInAs.COORDINATOR,
                () -> reminders.send(new Wanted(choice, About.CHECKLISTS, round), people));
    }

    private void ago(UUID person, Duration time) {
        Instant at = clock.instant().minus(time);
        jdbc.sql("update reminder_turn set taken_at = ? where person_id = ?")
                .params(LocalDateTime.ofInstant(at, ZoneOffset.UTC), Ids.bytes(person))
                .update();
    }

    private MimeMessage only(String address) {
        List<MimeMessage> arrived = post.to(address);
        assertThat(arrived).hasSize(1);
        return arrived.getFirst();
    }
}
