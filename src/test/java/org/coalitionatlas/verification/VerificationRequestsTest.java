package org.coalitionatlas.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.coalitionatlas.DemoTest;
import org.coalitionatlas.SignedInAs;
import org.coalitionatlas.common.Email;
import org.coalitionatlas.directory.Assurance;
import org.coalitionatlas.directory.AssuranceMethod;
import org.coalitionatlas.directory.DirectoryCommands;
import org.coalitionatlas.directory.OrganizationDraft;
import org.coalitionatlas.directory.ProposalLine;
import org.coalitionatlas.directory.Proposals;
import org.coalitionatlas.directory.RecordKind;
import org.coalitionatlas.directory.ServiceDraft;
import org.coalitionatlas.mail.GreenPost;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.MockMvc;

/** From the e-mail through its link to a verified record or a proposal. */
@DemoTest
class VerificationRequestsTest {

    private static final Locale SPANISH = Locale.forLanguageTag("es");

    @Autowired VerificationRequests requests;
    @Autowired VerificationRounds rounds;
    @Autowired DirectoryCommands directory;
    @Autowired Proposals proposals;
    @Autowired Verifications verifications;
    @Autowired SignedInAs signedInAs;
    @Autowired JdbcTemplate jdbc;
    @Autowired MockMvc web;
    @Autowired ApplicationContext product;

    private GreenPost mail;

    @BeforeEach
    void open() {
        mail = new GreenPost(product);
    }

    @AfterEach
    void close() {
        mail.close();
    }

    @Test
    void what_the_organization_confirms_is_verified_by_it_and_the_link_works_once()
            throws Exception {
        DueFixture.Made made = made("Confirmed House");
        String link = ask(made, Locale.ENGLISH);
        String page = read(link);
        assertThat(page)
                .contains("Confirmed House", "(815) 555-0161", "(815) 555-0162")
                .as("coordinators only")
                .doesNotContain("555-0163")
                .doesNotContain("<script>");

        send(
                link,
                key(page, "ORGANIZATION") + "~verdict=right",
                key(page, "SERVICE") + "~verdict=right");

        Assurance assurance = as(() -> directory.organization(made.organization()).assurance());
        assertThat(assurance.on()).isEqualTo(DueFixture.today());
        assertThat(assurance.by()).isEqualTo("Confirmed House");
        assertThat(assurance.how()).isEqualTo(AssuranceMethod.EMAIL_LINK);
        assertThat(as(() -> directory.service(made.service()).assurance().how()))
                .isEqualTo(AssuranceMethod.EMAIL_LINK);
        assertThat(as(() -> directory.contacts(made.organization()).getFirst().assurance().on()))
                .as("what was left out stays as it was")
                .isEqualTo(DueFixture.today().minusDays(400));

        web.perform(get(link)).andExpect(status().isGone());
        web.perform(post(link).param(key(page, "SERVICE") + "~verdict", "right"))
                .andExpect(status().isGone());
    }

    @Test
    void what_the_organization_corrects_waits_for_a_coordinator() throws Exception {
        DueFixture.Made made = made("Corrected House");
        String link = ask(made, SPANISH);
        String page = read(link);
        assertThat(page).contains("lang=\"es\"", "Algo cambió");
        String key = key(page, "ORGANIZATION");
        send(
                link,
                key + "~verdict=changed",
                key + "~name=Corrected Home",
                key + "~phone0=815 555 0199",
                key + "~phone1=",
                key + "~phone2=815 555 0666",
                key + "~email=new@verify.example.org",
                key + "~url=https://verify.example.org",
                key + "~words=Cerramos los lunes");

        OrganizationDraft standing = as(() -> directory.organization(made.organization()).draft());
        assertThat(standing.name()).as("nothing published changes").isEqualTo("Corrected House");
        List<ProposalLine> waiting = as(() -> proposals.ofOrganization(made.organization()));
        assertThat(waiting).hasSize(1);
        assertThat(waiting.getFirst().message()).isEqualTo("Cerramos los lunes");
        var detail = as(() -> proposals.detail(waiting.getFirst().id()));
        OrganizationDraft proposed = (OrganizationDraft) detail.proposed();
        assertThat(proposed.name()).isEqualTo("Corrected Home");
        assertThat(proposed.email()).isEqualTo(Email.parse("new@verify.example.org"));
        assertThat(proposed.phones())
                .extracting(line -> line.number())
                .as("the number nobody behind the link may see stays, whatever is sent for it")
                .containsExactly("+18155550199", "+18155550163");
        assertThat(as(() -> directory.organization(made.organization()).assurance().on()))
                .isEqualTo(DueFixture.today().minusDays(400));
    }

    @Test
    void texts_are_put_right_in_their_place_and_hours_in_words() throws Exception {
        DueFixture.Made made = made("Worded House");
        String link = ask(made, Locale.ENGLISH);
        String page = read(link);
        String key = key(page, "SERVICE");
        assertThat(page).contains(key + "~text.fees", key + "~was.hours");
        send(
                link,
                key + "~verdict=changed",
                key + "~text.fees=Free of charge",
                key + "~text.description=A room for a night.",
                key + "~was.hours=Mon 9:00",
                key + "~hours=Mon 8:00",
                key + "~words=");
        List<ProposalLine> waiting = as(() -> proposals.ofOrganization(made.organization()));
        assertThat(waiting.getFirst().message()).isEqualTo("Hours should be:\nMon 8:00");
        ServiceDraft proposed =
                (ServiceDraft) as(() -> proposals.detail(waiting.getFirst().id())).proposed();
        assertThat(proposed.fees()).isEqualTo("Free of charge");
        assertThat(proposed.description()).isEqualTo("A room for a night.");
    }

    @Test
    void what_the_organization_put_right_itself_is_verified_once_it_is_taken_over()
            throws Exception {
        DueFixture.Made made = made("Approved House");
        String link = ask(made, Locale.ENGLISH);
        String key = key(read(link), "ORGANIZATION");
        send(
                link,
                key + "~verdict=changed",
                key + "~name=Approved Home",
                key + "~phone0=815 555 0198",
                key + "~email=");
        ProposalLine line = as(() -> proposals.ofOrganization(made.organization())).getFirst();
        long version = as(() -> proposals.detail(line.id())).recordVersion();
        signedInAs.run(
                SignedInAs.COORDINATOR,
                () ->
                        proposals.approveFields(
                                line.id(), line.version(), version, Set.of("phones"), null));
        Map<String, CheckAnswer> answers =
                as(() -> verifications.sheet(RecordKind.ORGANIZATION, made.organization()))
                        .answers();
        assertThat(answers)
                .containsEntry("phones", CheckAnswer.CORRECTED)
                .doesNotContainKey("name");
    }

    @Test
    void a_mistyped_number_is_said_in_words_keeps_what_was_typed_and_the_link() throws Exception {
        DueFixture.Made made = made("Mistyped House");
        String link = ask(made, Locale.ENGLISH);
        String key = key(read(link), "ORGANIZATION");
        String again =
                web.perform(
                                post(link)
                                        .param(key + "~verdict", "changed")
                                        .param(key + "~name", "Typed Name")
                                        .param(key + "~phone0", "no number"))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        assertThat(again)
                .contains("is not a phone number", "value=\"Typed Name\"", "value=\"no number\"");
        web.perform(get(link)).andExpect(status().isOk());

        String nothing = web.perform(post(link)).andReturn().getResponse().getContentAsString();
        assertThat(nothing).contains("mark at least one part");
    }

    @Test
    void an_answer_about_what_has_changed_meanwhile_is_not_taken() throws Exception {
        DueFixture.Made made = made("Moved House");
        String link = ask(made, Locale.ENGLISH);
        String key = key(read(link), "ORGANIZATION");
        as(
                () -> {
                    var current = directory.organization(made.organization());
                    return directory.reviseOrganization(
                            made.organization(),
                            current.version(),
                            current.draft()
                                    .reachedAt(
                                            "Moved Home",
                                            current.draft().phones(),
                                            null,
                                            current.draft().email()));
                });
        String again =
                web.perform(post(link).param(key + "~verdict", "right"))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        assertThat(again).contains("changed since you opened", "Moved Home");
        assertThat(as(() -> directory.organization(made.organization()).assurance().on()))
                .isEqualTo(DueFixture.today().minusDays(400));
    }

    @Test
    void a_text_that_looks_like_a_survivors_data_is_asked_about_once() throws Exception {
        DueFixture.Made made = made("Careful House");
        String link = ask(made, Locale.ENGLISH);
        String key = key(read(link), "ORGANIZATION");
        String words = "Ask for the girl born on 03/14/2009.";
        String again =
                web.perform(
                                post(link)
                                        .param(key + "~verdict", "changed")
                                        .param(key + "~words", words))
                        .andExpect(status().isUnprocessableContent())
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        assertThat(again).contains("look at your text once more", "name=\"confirmed\"", words);
        web.perform(
                        post(link)
                                .param(key + "~verdict", "changed")
                                .param(key + "~words", words)
                                .param("confirmed", "1"))
                .andExpect(status().isOk());
    }

    @Test
    void an_expired_or_unknown_link_opens_nothing() throws Exception {
        DueFixture.Made made = made("Late House");
        String link = ask(made, Locale.ENGLISH);
        jdbc.update("update verification_link set expires_at = '2020-01-01 00:00:00'");
        MockHttpServletResponse late = web.perform(get(link)).andReturn().getResponse();
        assertThat(late.getStatus()).isEqualTo(410);
        assertThat(late.getContentAsString()).contains("too old").doesNotContain("Late House");
        web.perform(post(link)).andExpect(status().isGone());
        web.perform(get("/check/nothing")).andExpect(status().isNotFound());
    }

    @Test
    void the_page_makes_no_session_and_only_a_hash_of_its_link_is_kept() throws Exception {
        DueFixture.Made made = made("Quiet House");
        String link = ask(made, Locale.ENGLISH);
        var answer = web.perform(get(link)).andReturn();
        assertThat(answer.getRequest().getSession(false)).isNull();
        assertThat(answer.getResponse().getCookies()).isEmpty();
        assertThat(answer.getResponse().getHeader("Cache-Control")).contains("no-store");
        assertThat(answer.getResponse().getHeader("Referrer-Policy")).isEqualTo("no-referrer");
        String token = link.replaceFirst("^/check/", "").replaceFirst("\\?.*$", "");
        assertThat(jdbc.queryForList("select token_hash from verification_link", String.class))
                .isNotEmpty()
                .doesNotContain(token);
    }

    @Test
    void nobody_is_written_to_twice_a_week_or_against_their_will() throws Exception {
        DueFixture.Made made = made("Busy House");
        ask(made, Locale.ENGLISH);
        assertThatThrownBy(() -> ask(made, Locale.ENGLISH)).isInstanceOf(NotFinished.class);

        String stop = GreenPost.path(mail.to(made.email()).getFirst(), "/mail/stop/");
        web.perform(post(stop)).andExpect(status().isOk());
        rounds.at(in(Duration.ofDays(8)));
        mail.deliver();
        assertThat(mail.to(made.email())).as("stopped").hasSize(1);
    }

    @Test
    void reminders_come_weekly_each_with_a_link_that_works_and_end() throws Exception {
        DueFixture.Made made = made("Silent House");
        String first = ask(made, Locale.ENGLISH);
        rounds.at(in(Duration.ofDays(6)));
        mail.deliver();
        assertThat(mail.to(made.email())).as("less than a week").hasSize(1);
        for (int week = 1; week <= 6; week++) {
            rounds.at(in(Duration.ofDays(8L * week)));
            rounds.at(in(Duration.ofDays(8L * week)));
            mail.deliver();
        }
        assertThat(mail.to(made.email())).as("one and three reminders").hasSize(4);
        assertThat(mail.to(made.email()).get(1).getSubject()).startsWith("Reminder");
        String second = GreenPost.path(mail.to(made.email()).get(1), "/check/");
        assertThat(second).isNotEqualTo(first);
    }

    @Test
    void no_reminder_follows_an_answer() throws Exception {
        DueFixture.Made made = made("Prompt House");
        String link = ask(made, Locale.ENGLISH);
        send(link, key(read(link), "CONTACT") + "~verdict=right");
        rounds.at(in(Duration.ofDays(8)));
        mail.deliver();
        assertThat(mail.to(made.email())).hasSize(1);
    }

    @Test
    void only_coordinators_of_its_counties_may_ask() {
        DueFixture.Made made = made("Guarded House");
        for (String stranger :
                List.of(SignedInAs.COORDINATOR_OF_TWO, SignedInAs.MEMBER_OF_LEGAL_AID)) {
            assertThatThrownBy(
                            () ->
                                    signedInAs.run(
                                            stranger,
                                            () ->
                                                    requests.ask(
                                                            made.organization(),
                                                            new Email(made.email()),
                                                            Locale.ENGLISH)))
                    .isInstanceOf(AccessDeniedException.class);
        }
    }

    private DueFixture.Made made(String name) {
        return new DueFixture(product).make(name, "17141", 400, "L3", false);
    }

    private String ask(DueFixture.Made made, Locale locale) {
        signedInAs.run(
                SignedInAs.COORDINATOR,
                () -> requests.ask(made.organization(), new Email(made.email()), locale));
        mail.deliver();
        return GreenPost.path(mail.to(made.email()).getLast(), "/check/");
    }

    private String read(String link) throws Exception {
        return web.perform(get(link))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private void send(String link, String... inputs) throws Exception {
        var request = post(link);
        for (String input : inputs) {
            int at = input.indexOf('=');
            request.param(input.substring(0, at), input.substring(at + 1));
        }
        String answer =
                web.perform(request)
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        assertThat(answer).containsAnyOf("Thank you", "Muchas gracias");
    }

    private static String key(String page, String kind) {
        Matcher name = Pattern.compile("name=\"(" + kind + "/[^~]+)~verdict").matcher(page);
        assertThat(name.find()).isTrue();
        return name.group(1);
    }

    private <T> T as(java.util.function.Supplier<T> work) {
        return signedInAs.call(SignedInAs.COORDINATOR, work);
    }

    private static Clock in(Duration later) {
        return Clock.fixed(Instant.now().plus(later), ZoneOffset.UTC);
    }
}
