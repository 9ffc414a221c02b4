package org.coalitionatlas.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.coalitionatlas.DemoTest;
import org.coalitionatlas.SignedInAs;
import org.coalitionatlas.SqlStatements;
import org.coalitionatlas.common.Email;
import org.coalitionatlas.common.Ids;
import org.coalitionatlas.common.InvalidValue;
import org.coalitionatlas.directory.CodeSet;
import org.coalitionatlas.directory.DirectoryCommands;
import org.coalitionatlas.directory.OrganizationDraft;
import org.coalitionatlas.directory.ProposalKind;
import org.coalitionatlas.directory.ProposalLine;
import org.coalitionatlas.directory.Proposals;
import org.coalitionatlas.directory.ServiceArea;
import org.coalitionatlas.directory.ServiceDraft;
import org.coalitionatlas.mail.GreenPost;
import org.coalitionatlas.verification.DueFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.MockMvc;

/** From the invitation through its link to statements a provider makes about itself. */
@DemoTest
class InvitationsTest {

    /** Outside the demo coalition; the tests here share its cycle and bring their own providers. */
    private static final String ADAMS = "17001";

    /** Its cycle is closed and reopened. */
    private static final String PIKE = "17149";

    /** Writes to addresses that Adams County wrote to. */
    private static final String GREENE = "17061";

    private static final Locale SPANISH = Locale.forLanguageTag("es");

    @Autowired Invitations invitations;
    @Autowired InvitedProviders invited;
    @Autowired Assessments assessments;
    @Autowired Cycles cycles;
    @Autowired DirectoryCommands directory;
    @Autowired Proposals proposals;
    @Autowired SignedInAs signedInAs;
    @Autowired SqlStatements statements;
    @Autowired JdbcTemplate jdbc;
    @Autowired MockMvc web;
    @Autowired ApplicationContext product;

    private GreenPost mail;
    private UUID cycle;

    @BeforeEach
    void open() {
        mail = new GreenPost(product);
        cycle = as(() -> assessments.open(ADAMS, assessments.currentCycle()));
    }

    @AfterEach
    void close() {
        mail.close();
    }

    // ---- what it says ----

    @Test
    void what_the_provider_says_stands_on_the_sheet_as_its_own_and_on_no_other_row()
            throws Exception {
        DueFixture.Made made = made("Speaking House", "L3");
        String link = invite(made, Locale.ENGLISH);
        String page = read(link);
        assertThat(page)
                .contains(
                        "Do you have somebody the coalition can call for this?",
                        "Do you work with the coalition on this?",
                        "Are your staff trained on human trafficking?")
                .doesNotContain("<script>");
        assertThat(state(made)).isEqualTo(InvitationState.OPENED);

        send(
                link,
                page,
                "L3~CONTACT=YES",
                "L3~PARTNER=NO",
                "L3~TRAINED=UNKNOWN",
                "A3~CONTACT=YES",
                "also=A4",
                "note=Evenings are best");

        Worksheet sheet = as(() -> assessments.worksheet(ADAMS).orElseThrow());
        Worksheet.Row own = row(sheet, "L3", made.organization());
        assertThat(own.said())
                .singleElement()
                .satisfies(
                        said -> {
                            assertThat(said.saidBy()).isEqualTo(SaidBy.PROVIDER);
                            assertThat(said.speaker()).isEqualTo(made.name());
                            assertThat(said.to(Question.PARTNER)).isEqualTo(Answer.NO);
                            assertThat(said.saidAt()).isNotNull();
                        });
        assertThat(own.given(Question.CONTACT)).isEqualTo(Answer.YES);
        assertThat(sheet.lines().stream().filter(line -> line.need().code().equals("A3")))
                .as("a need it is not listed for")
                .allMatch(
                        line ->
                                line.rows().stream()
                                        .noneMatch(
                                                r -> r.providerId().equals(made.organization())));
        assertThat(state(made)).isEqualTo(InvitationState.ANSWERED);
        assertThat(remarks(made))
                .singleElement()
                .satisfies(
                        remark -> {
                            assertThat(remark.kind()).isEqualTo(ProposalKind.REMARK);
                            assertThat(remark.message())
                                    .contains("Adams County", "(A4)", "Evenings are best");
                        });
    }

    @Test
    void training_nobody_has_a_record_of_stays_an_opinion_and_is_suggested_to_the_directory()
            throws Exception {
        DueFixture.Made made = made("Trained Says Itself", "L3");
        String link = invite(made, Locale.ENGLISH);
        send(link, read(link), "L3~TRAINED=YES");
        Worksheet.Row row =
                row(
                        as(() -> assessments.worksheet(ADAMS).orElseThrow()),
                        "L3",
                        made.organization());
        assertThat(row.records()).doesNotContainKey(Question.TRAINED);
        assertThat(row.holds().get(Question.TRAINED).rule()).isEqualTo(MergeRules.Rule.AGREED);
        assertThat(remarks(made).getFirst().message()).contains("no training is on record");

        DueFixture.Made recorded =
                new DueFixture(product).make("Trained On Record", ADAMS, 5, "L3", true);
        String other = invite(recorded, Locale.ENGLISH);
        send(other, read(other), "L3~TRAINED=YES");
        assertThat(remarks(recorded)).as("nothing to correct").isEmpty();
    }

    @Test
    void what_it_no_longer_does_takes_its_answers_back_and_waits_for_a_coordinator()
            throws Exception {
        DueFixture.Made made = made("Former House", "L3");
        String link = invite(made, Locale.ENGLISH);
        send(link, read(link), "L3~CONTACT=YES");
        String fresh = fresh(made, link);
        String again = read(fresh);
        assertThat(again).contains("Your answers arrived on");
        assertThat(checked(again)).containsExactly("L3~CONTACT=YES");
        send(fresh, again, "L3~CONTACT=YES", "gone=L3");
        assertThat(
                        row(
                                        as(() -> assessments.worksheet(ADAMS).orElseThrow()),
                                        "L3",
                                        made.organization())
                                .said())
                .isEmpty();
        assertThat(remarks(made).getFirst().message()).contains("It no longer does", "(L3)");
        assertThat(as(() -> directory.service(made.service()).draft().needs().codes()))
                .as("the directory changes only by a coordinator")
                .containsExactly("L3");
    }

    @Test
    void what_a_provider_takes_back_reaches_whoever_was_told_it() throws Exception {
        DueFixture.Made made = made("Retracting House", "L3");
        String link = invite(made, Locale.ENGLISH);
        send(link, read(link), "L3~CONTACT=YES", "also=A4", "note=Ask for Ana");
        String second = fresh(made, link);
        send(second, read(second), "L3~CONTACT=YES");
        assertThat(remarks(made))
                .hasSize(2)
                .anySatisfy(
                        remark ->
                                assertThat(remark.message())
                                        .contains("Adams County", "It takes back what it said")
                                        .doesNotContain("A4", "Ana"));
        String third = fresh(made, second);
        send(third, read(third), "L3~CONTACT=NO");
        assertThat(remarks(made)).as("nothing more to take back").hasSize(2);
    }

    // ---- once ----

    @Test
    void a_link_takes_answers_once_and_then_shows_nothing_that_was_said() throws Exception {
        DueFixture.Made made = made("Once House", "L3");
        String link = invite(made, Locale.ENGLISH);
        String first = read(link);
        assertThat(read(link)).as("a mail filter may look first").contains("L3~CONTACT");
        String stale = read(link);
        send(link, first, "L3~CONTACT=YES", "note=Ask for Ana");
        send(link, first, "L3~CONTACT=YES", "note=Ask for Ana");
        assertThat(remarks(made)).as("pressed twice").hasSize(1);
        assertThat(of(made).answers()).isEqualTo(1);
        assertThat(nothing(link)).isEqualTo(nothing("/assessment/" + "A".repeat(43)));

        MockHttpServletResponse late =
                web.perform(form(link, stale, "L3~CONTACT=NO", "note=Typed by a colleague"))
                        .andReturn()
                        .getResponse();
        assertThat(late.getStatus()).isEqualTo(409);
        assertThat(late.getContentAsString())
                .contains("This link was used before", "Typed by a colleague")
                .doesNotContain("Ask for Ana", "L3~CONTACT", made.name());
        assertThat(of(made).note()).isEqualTo("Ask for Ana");
        assertThat(of(made).answers()).isEqualTo(1);
    }

    @Test
    void a_used_link_is_exchanged_once_for_a_fresh_one_at_the_same_address() throws Exception {
        DueFixture.Made made = made("Fresh House", "L3");
        String link = invite(made, Locale.ENGLISH);
        String page = read(link);
        web.perform(post(link).param("fresh", "1"))
                .andExpect(status().isNotFound()); // it works, so none is needed
        send(link, page, "L3~CONTACT=YES");
        String fresh = fresh(made, link);
        assertThat(fresh).isNotEqualTo(link);
        assertThat(of(made).sent()).isEqualTo(2);
        web.perform(post(link).param("fresh", "1")).andExpect(status().isNotFound());
        web.perform(form(link, page, "L3~CONTACT=YES")).andExpect(status().isNotFound());
        mail.deliver();
        assertThat(mail.to(made.email())).hasSize(2);
        send(fresh, read(fresh), "L3~CONTACT=NO");
        assertThat(of(made).answers()).isEqualTo(2);
        UUID id = of(made).id();
        run(() -> invitations.withdraw(cycle, id));
        web.perform(post(fresh).param("fresh", "1")).andExpect(status().isNotFound());
    }

    @Test
    void a_note_that_looks_like_a_survivors_data_is_asked_about_once() throws Exception {
        DueFixture.Made made = made("Heedful House", "L3");
        String link = invite(made, Locale.ENGLISH);
        String note = "note=She was born on 03/14/2009";
        String again =
                web.perform(form(link, read(link), "L3~CONTACT=YES", note))
                        .andExpect(status().isUnprocessableContent())
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        assertThat(again).contains("look at your text once more", "name=\"confirmed\"");
        assertThat(checked(again)).containsExactly("L3~CONTACT=YES");
        assertThat(of(made).answeredAt()).isNull();
        send(link, again, "L3~CONTACT=YES", note, "confirmed=1");
    }

    @Test
    void nothing_marked_or_a_note_too_long_is_said_in_words_and_keeps_what_was_typed()
            throws Exception {
        DueFixture.Made made = made("Hasty House", "L3");
        String link = invite(made, Locale.ENGLISH);
        String nothing =
                web.perform(form(link, read(link)))
                        .andExpect(status().isUnprocessableContent())
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        assertThat(nothing).contains("Nothing is marked yet");
        String tooLong =
                web.perform(form(link, read(link), "L3~PARTNER=YES", "note=" + "x".repeat(1001)))
                        .andExpect(status().isUnprocessableContent())
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        assertThat(checked(tooLong)).containsExactly("L3~PARTNER=YES");
        assertThat(tooLong).contains("x".repeat(1001));
        assertThat(of(made).answeredAt()).isNull();
    }

    // ---- what it sees ----

    @Test
    void the_page_shows_nothing_of_others_or_of_what_members_may_not_know() throws Exception {
        DueFixture.Made made = made("Quiet Own House", "L3");
        DueFixture.Made other = made("Canary Rival Quorvexa", "L3");
        as(
                () -> {
                    directory.addService(
                            made.organization(),
                            ServiceDraft.named("Draftcanary Plughq")
                                    .meeting(
                                            CodeSet.of(List.of("T12")),
                                            java.util.Set.of(ServiceArea.county(ADAMS))));
                    assessments.answer(
                            cycle, "L3", made.organization(), Question.CONTACT, Answer.NO);
                    assessments.answer(
                            cycle, "L3", other.organization(), Question.CONTACT, Answer.YES);
                    assessments.find(cycle, "L9", Finding.NOT_APPLICABLE, "Reasoncanary Frobozz");
                    assessments.write(cycle, NarrativeTopic.GAPS, "Narrativecanary Grue");
                    return true;
                });
        String link = invite(made, Locale.ENGLISH);
        String speaker = signedInAs.person(SignedInAs.ADMINISTRATOR).name();
        for (String address : List.of(link, link.replace("lang=en", "lang=es"))) {
            String page = read(address);
            assertThat(page)
                    .contains(made.name())
                    .doesNotContain(
                            "Quorvexa",
                            "Plughq",
                            "Frobozz",
                            "Grue",
                            speaker,
                            "T12~CONTACT",
                            "555-0163",
                            other.organization().toString(),
                            made.organization().toString());
            assertThat(checked(page)).as("answers of others").isEmpty();
            assertThat(names(page)).containsOnly("L3~CONTACT", "L3~PARTNER", "L3~TRAINED");
        }
        String letter = GreenPost.text(mail.to(made.email()).getLast());
        assertThat(letter).doesNotContain("Quorvexa", "Plughq", "Frobozz", "Grue");
    }

    @Test
    void a_provider_members_know_nothing_of_is_not_invited() {
        UUID hidden =
                as(
                        () -> {
                            UUID id =
                                    directory.addOrganization(
                                            OrganizationDraft.named("Hidden House", "shelter"));
                            ServiceDraft draft =
                                    ServiceDraft.named("Hidden beds")
                                            .meeting(
                                                    CodeSet.of(List.of("A3")),
                                                    java.util.Set.of(ServiceArea.county(ADAMS)));
                            directory.addService(id, draft);
                            return id;
                        });
        assertThatThrownBy(
                        () ->
                                as(
                                        () ->
                                                invitations.invite(
                                                        cycle,
                                                        hidden,
                                                        new Email("x@hidden.example.org"),
                                                        Locale.ENGLISH)))
                .isInstanceOf(InvalidValue.class)
                .hasMessageContaining("invitation.problem.unseen");
        assertThat(as(() -> invitations.providers(cycle)))
                .extracting(Invitations.Invitable::id)
                .doesNotContain(hidden);
    }

    @Test
    void the_page_speaks_spanish_and_so_does_the_letter() throws Exception {
        DueFixture.Made made = made("Casa Hablada", "L3");
        String link = invite(made, SPANISH);
        assertThat(link).contains("lang=es");
        assertThat(mail.to(made.email()).getFirst().getSubject()).contains("confirme lo que hacen");
        assertThat(GreenPost.text(mail.to(made.email()).getFirst()))
                .contains("Buenos días", "Adams County, IL", "/mail/stop/invitation/");
        String page = read(link);
        assertThat(page)
                .contains("lang=\"es\"", "¿Trabajan con la coalición en esto?", "Ya no hacemos");
        String done =
                web.perform(form(link, page, "L3~PARTNER=YES"))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        assertThat(done).contains("Muchas gracias").doesNotContain("Thank you");
    }

    // ---- the link ----

    @Test
    void a_wrong_an_expired_a_withdrawn_link_and_one_of_a_closed_cycle_are_the_same_nothing()
            throws Exception {
        String wrong = nothing("/assessment/" + "A".repeat(43));

        DueFixture.Made late = made("Late House", "L3");
        String expired = invite(late, Locale.ENGLISH);
        jdbc.update(
                "update assessment_invitation_link set expires_at = '2020-01-01 00:00:00' where"
                        + " invitation_id = ?",
                Ids.bytes(of(late).id()));
        assertThat(nothing(expired)).isEqualTo(wrong);

        DueFixture.Made gone = made("Withdrawn House", "L3");
        String withdrawn = invite(gone, Locale.ENGLISH);
        read(withdrawn);
        UUID id = of(gone).id();
        run(() -> invitations.withdraw(cycle, id));
        assertThat(nothing(withdrawn)).isEqualTo(wrong);
        assertThat(state(gone)).isEqualTo(InvitationState.WITHDRAWN);
        assertThatThrownBy(() -> run(() -> invitations.sendAgain(cycle, id)))
                .isInstanceOf(InvalidValue.class);

        UUID pike = as(() -> assessments.open(PIKE, assessments.currentCycle()));
        DueFixture.Made closed = new DueFixture(product).make("Pike House", PIKE, 5, "L3", false);
        run(
                () ->
                        invitations.invite(
                                pike,
                                closed.organization(),
                                new Email(closed.email()),
                                Locale.ENGLISH));
        mail.deliver();
        String link = GreenPost.path(mail.to(closed.email()).getLast(), "/assessment/");
        String page = read(link);
        run(() -> cycles.close(pike, cycles.of(PIKE).getFirst().version()));
        assertThat(nothing(link)).isEqualTo(wrong);
        web.perform(form(link, page, "L3~CONTACT=YES")).andExpect(status().isNotFound());
        assertThatThrownBy(
                        () ->
                                run(
                                        () ->
                                                invitations.invite(
                                                        pike,
                                                        closed.organization(),
                                                        new Email("b@verify.example.org"),
                                                        Locale.ENGLISH)))
                .isInstanceOf(InvalidValue.class);
        run(() -> cycles.reopen(pike, cycles.of(PIKE).getFirst().version(), "One more answer"));
        read(link);
    }

    @Test
    void the_page_makes_no_session_is_not_kept_and_only_a_hash_of_its_link_is() throws Exception {
        DueFixture.Made made = made("Hashed House", "L3");
        String link = invite(made, Locale.ENGLISH);
        var answer = web.perform(get(link)).andReturn();
        MockHttpServletResponse response = answer.getResponse();
        assertThat(answer.getRequest().getSession(false)).isNull();
        assertThat(response.getCookies()).isEmpty();
        assertThat(response.getHeader("Cache-Control")).contains("no-store");
        assertThat(response.getHeader("X-Robots-Tag")).contains("noindex");
        assertThat(response.getHeader("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(response.getHeader("Content-Security-Policy"))
                .contains("default-src 'none'")
                .doesNotContain("unsafe");
        String token = link.replaceFirst("^/assessment/", "").replaceFirst("\\?.*$", "");
        assertThat(token).hasSize(43);
        assertThat(
                        jdbc.queryForList(
                                "select token_hash from assessment_invitation_link", String.class))
                .contains(InvitationToken.hash(token))
                .doesNotContain(token);
        assertThat(
                        jdbc.queryForList("select * from assessment_invitation").toString()
                                + jdbc.queryForList("select * from assessment_invitation_link"))
                .doesNotContain(token);
    }

    @Test
    void one_network_opens_only_so_many_links_a_minute() throws Exception {
        int refused = 0;
        for (int i = 0; i < 70; i++) {
            MockHttpServletResponse response =
                    web.perform(
                                    get("/assessment/guess" + i)
                                            .with(
                                                    request -> {
                                                        request.setRemoteAddr("203.0.113.77");
                                                        return request;
                                                    }))
                            .andReturn()
                            .getResponse();
            refused += response.getStatus() == 429 ? 1 : 0;
        }
        assertThat(refused).isBetween(5, 12);
    }

    // ---- sending ----

    @Test
    void an_address_gets_one_e_mail_a_week_whatever_county_asks() throws Exception {
        DueFixture.Made made = made("Two Counties House", "L3");
        invite(made, Locale.ENGLISH);
        UUID greene = as(() -> assessments.open(GREENE, assessments.currentCycle()));
        DueFixture.Made there =
                new DueFixture(product).make("Two Counties Sister", GREENE, 5, "L3", false);
        Runnable invite =
                () ->
                        run(
                                () ->
                                        invitations.invite(
                                                greene,
                                                there.organization(),
                                                new Email(made.email().toUpperCase(Locale.ROOT)),
                                                Locale.ENGLISH));
        assertThatThrownBy(invite::run).hasMessageContaining("invitation.problem.week");
        jdbc.update(
                "update assessment_invitation set last_sent_at = '2020-01-01 00:00:00' where id ="
                        + " ?",
                Ids.bytes(of(made).id()));
        invite.run();
        UUID id = of(made).id();
        assertThatThrownBy(() -> run(() -> invitations.sendAgain(cycle, id)))
                .hasMessageContaining("invitation.problem.week");
    }

    @Test
    void two_counties_that_write_to_one_address_at_once_send_one_e_mail() throws Exception {
        UUID greene = as(() -> assessments.open(GREENE, assessments.currentCycle()));
        DueFixture.Made here = made("Race House", "L3");
        DueFixture.Made there = new DueFixture(product).make("Race Sister", GREENE, 5, "L3", false);
        var address = new Email("race-" + UUID.randomUUID() + "@verify.example.org");
        List<Callable<Boolean>> both =
                List.of(
                        () -> sent(cycle, here.organization(), address),
                        () -> sent(greene, there.organization(), address));
        var went = new ArrayList<Boolean>();
        try (var pool = Executors.newFixedThreadPool(2)) {
            for (Future<Boolean> one : pool.invokeAll(both)) {
                went.add(one.get());
            }
        }
        assertThat(went).containsExactlyInAnyOrder(true, false);
    }

    private boolean sent(UUID into, UUID provider, Email address) {
        try {
            run(() -> invitations.invite(into, provider, address, Locale.ENGLISH));
            return true;
        } catch (InvalidValue tooSoon) {
            return false;
        }
    }

    @Test
    void an_address_gets_one_e_mail_a_week_and_none_against_its_will() throws Exception {
        DueFixture.Made made = made("Weekly House", "L3");
        String first = invite(made, Locale.ENGLISH);
        UUID id = of(made).id();
        assertThatThrownBy(() -> run(() -> invitations.sendAgain(cycle, id)))
                .isInstanceOf(InvalidValue.class)
                .hasMessageContaining("invitation.problem.week");
        DueFixture.Made sister = made("Sister House", "L3");
        assertThatThrownBy(
                        () ->
                                as(
                                        () ->
                                                invitations.invite(
                                                        cycle,
                                                        sister.organization(),
                                                        new Email(
                                                                made.email()
                                                                        .replace(
                                                                                "office",
                                                                                "OFFICE")),
                                                        Locale.ENGLISH)))
                .as("the same address for another provider")
                .hasMessageContaining("invitation.problem.week");

        jdbc.update(
                "update assessment_invitation set last_sent_at = '2020-01-01 00:00:00' where id ="
                        + " ?",
                Ids.bytes(id));
        run(() -> invitations.sendAgain(cycle, id));
        mail.deliver();
        assertThat(mail.to(made.email())).hasSize(2);
        String second = GreenPost.path(mail.to(made.email()).getLast(), "/assessment/");
        assertThat(second).isNotEqualTo(first);
        nothing(first);
        read(second);
        assertThat(of(made).sent()).isEqualTo(2);

        String stop = GreenPost.path(mail.to(made.email()).getFirst(), "/mail/stop/");
        web.perform(post(stop)).andExpect(status().isOk());
        jdbc.update(
                "update assessment_invitation set last_sent_at = '2020-01-01 00:00:00' where id ="
                        + " ?",
                Ids.bytes(id));
        assertThatThrownBy(() -> run(() -> invitations.sendAgain(cycle, id)))
                .hasMessageContaining("invitation.problem.stopped");
        mail.deliver();
        assertThat(mail.to(made.email())).hasSize(2);
    }

    @Test
    void the_preview_is_what_is_sent_without_the_link() {
        DueFixture.Made made = made("Preview House", "L3");
        Invitations.Letter letter =
                as(() -> invitations.preview(cycle, made.organization(), Locale.ENGLISH));
        String link = invite(made, Locale.ENGLISH);
        String sent = GreenPost.text(mail.to(made.email()).getLast());
        String[] around = letter.text().split(Pattern.quote("[your link stands here]"));
        assertThat(around).hasSize(2);
        assertThat(sent).contains(around[0].strip(), around[1].strip(), link);
        assertThat(as(() -> invitations.addresses(cycle, made.organization())))
                .containsExactly(made.email());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", SignedInAs.COORDINATOR_OF_TWO, SignedInAs.MEMBER_OF_LEGAL_AID})
    void nobody_but_the_countys_coordinators_invites(String email) {
        DueFixture.Made made = made("Guarded Invited House", "L3");
        UUID id = UUID.randomUUID();
        List<Runnable> everyWay =
                List.of(
                        () -> invitations.of(cycle),
                        () -> invitations.providers(cycle),
                        () -> invitations.addresses(cycle, made.organization()),
                        () -> invitations.preview(cycle, made.organization(), Locale.ENGLISH),
                        () ->
                                invitations.invite(
                                        cycle,
                                        made.organization(),
                                        new Email(made.email()),
                                        Locale.ENGLISH),
                        () -> invitations.sendAgain(cycle, id),
                        () -> invitations.withdraw(cycle, id),
                        () ->
                                invitations.takeUp(
                                        cycle,
                                        made.organization(),
                                        new Email(made.email()),
                                        Locale.ENGLISH,
                                        Map.of()));
        for (Runnable way : everyWay) {
            assertThatThrownBy(
                            () -> {
                                if (email.isEmpty()) {
                                    signedInAs.anonymously(
                                            () -> {
                                                way.run();
                                                return true;
                                            });
                                } else {
                                    signedInAs.run(email, way);
                                }
                            })
                    .isInstanceOf(AccessDeniedException.class);
        }
    }

    @Test
    void the_list_is_one_statement_and_opening_a_link_a_handful() throws Exception {
        DueFixture.Made made = made("Counted House", "L3");
        String link = invite(made, Locale.ENGLISH);
        assertThat(
                        as(
                                () ->
                                        statements.during(() -> invitations.of(cycle)).stream()
                                                .filter(sql -> sql.contains("invitation"))
                                                .toList()))
                .hasSize(1);
        String token = link.replaceFirst("^/assessment/", "").replaceFirst("\\?.*$", "");
        invited.open(token);
        assertThat(statements.during(() -> invited.open(token))).hasSizeBetween(1, 4);
    }

    // ---- helpers ----

    private DueFixture.Made made(String name, String need) {
        return new DueFixture(product).make(name, ADAMS, 5, need, false);
    }

    private String invite(DueFixture.Made made, Locale locale) {
        as(() -> invitations.invite(cycle, made.organization(), new Email(made.email()), locale));
        mail.deliver();
        return GreenPost.path(mail.to(made.email()).getLast(), "/assessment/");
    }

    /** The link that the page of a used one lets be sent. */
    private String fresh(DueFixture.Made made, String used) throws Exception {
        String answer =
                web.perform(post(used).param("fresh", "1"))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        assertThat(answer).contains("A new link is on its way").doesNotContain(made.email());
        mail.deliver();
        return GreenPost.path(mail.to(made.email()).getLast(), "/assessment/");
    }

    private Invitation of(DueFixture.Made made) {
        return as(() -> invitations.of(cycle)).stream()
                .filter(one -> one.providerId().equals(made.organization()))
                .findFirst()
                .orElseThrow();
    }

    private InvitationState state(DueFixture.Made made) {
        return of(made).state(java.time.Instant.now());
    }

    private List<ProposalLine> remarks(DueFixture.Made made) {
        return as(() -> proposals.ofOrganization(made.organization()));
    }

    private static Worksheet.Row row(Worksheet sheet, String need, UUID provider) {
        return sheet.lines().stream()
                .filter(line -> line.need().code().equals(need))
                .flatMap(line -> line.rows().stream())
                .filter(row -> row.providerId().equals(provider))
                .findFirst()
                .orElseThrow();
    }

    private String read(String link) throws Exception {
        return web.perform(get(link))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private String nothing(String link) throws Exception {
        MockHttpServletResponse response =
                web.perform(get(link.replaceFirst("\\?.*$", ""))).andReturn().getResponse();
        assertThat(response.getStatus()).isEqualTo(404);
        assertThat(response.getContentAsString()).contains("This link opens nothing");
        return response.getContentAsString();
    }

    private void send(String link, String page, String... inputs) throws Exception {
        String answer =
                web.perform(form(link, page, inputs))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        assertThat(answer).contains("Your answers have arrived");
    }

    private static org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder form(
            String link, String page, String... inputs) {
        var request = post(link);
        request.param("form", hidden(page, "form"));
        for (String input : inputs) {
            int at = input.indexOf('=');
            request.param(input.substring(0, at), input.substring(at + 1));
        }
        return request;
    }

    private static String hidden(String page, String name) {
        Matcher value = Pattern.compile("name=\"" + name + "\" value=\"([^\"]+)\"").matcher(page);
        assertThat(value.find()).isTrue();
        return value.group(1);
    }

    private static List<String> checked(String page) {
        return Pattern.compile(
                        "type=\"radio\" name=\"([^\"]+)\" value=\"([^\"]+)\" checked=\"checked\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1) + "=" + found.group(2))
                .toList();
    }

    private static Stream<String> names(String page) {
        return Pattern.compile("type=\"radio\" name=\"([^\"]+)\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .distinct();
    }

    private <T> T as(Supplier<T> work) {
        return signedInAs.call(SignedInAs.ADMINISTRATOR, work);
    }

    private void run(Runnable work) {
        signedInAs.run(SignedInAs.ADMINISTRATOR, work);
    }
}
