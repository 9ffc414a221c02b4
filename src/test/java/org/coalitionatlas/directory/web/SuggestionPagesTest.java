package org.coalitionatlas.directory.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.coalitionatlas.DemoTest;
import org.coalitionatlas.IndexCaughtUp;
import org.coalitionatlas.SignedInAs;
import org.coalitionatlas.common.Ids;
import org.coalitionatlas.common.Phone;
import org.coalitionatlas.common.PostalAddress;
import org.coalitionatlas.common.Url;
import org.coalitionatlas.directory.AddressVisibility;
import org.coalitionatlas.directory.Audience;
import org.coalitionatlas.directory.CodeSet;
import org.coalitionatlas.directory.DirectoryCommands;
import org.coalitionatlas.directory.DirectorySearch;
import org.coalitionatlas.directory.LocationDraft;
import org.coalitionatlas.directory.MergeCase;
import org.coalitionatlas.directory.Merges;
import org.coalitionatlas.directory.OpeningHours;
import org.coalitionatlas.directory.OrganizationDraft;
import org.coalitionatlas.directory.PhoneLine;
import org.coalitionatlas.directory.PhoneType;
import org.coalitionatlas.directory.ProposalDetail;
import org.coalitionatlas.directory.ProposalKind;
import org.coalitionatlas.directory.ProposalLine;
import org.coalitionatlas.directory.Proposals;
import org.coalitionatlas.directory.RecordKind;
import org.coalitionatlas.directory.ServiceArea;
import org.coalitionatlas.directory.ServiceDraft;
import org.coalitionatlas.directory.SuggestionLimits;
import org.coalitionatlas.directory.web.FormTokens.Verdict;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What anybody may tell the coalition, and how little of it can be abused. */
@DemoTest
class SuggestionPagesTest {

    private static final AtomicInteger NETWORK = new AtomicInteger();

    @Autowired private MockMvc mvc;
    @Autowired private IndexCaughtUp index;
    @Autowired private FormTokens tokens;
    @Autowired private SignedInAs signedInAs;
    @Autowired private DirectoryCommands commands;
    @Autowired private DirectorySearch directory;
    @Autowired private Proposals proposals;
    @Autowired private Merges merges;
    @Autowired private JdbcTemplate jdbc;
    @Autowired private SuggestionLimits limits;
    @Autowired private Clock clock;

    private String network = "";
    private UUID service = new UUID(0, 0);

    @BeforeEach
    void aServiceOfItsOwn() {
        network = "198.51.100." + NETWORK.incrementAndGet();
        service = published("Suggested " + network);
        index.await();
    }

    // ---- an edit ----

    @Test
    void a_suggestion_from_a_published_page_waits_in_the_queue() throws Exception {
        Document page = page("/directory/services/" + service);
        String link = page.select(".tell a").first().attr("href");
        Document form = page(link);
        assertThat(form.select("form").attr("method")).isEqualTo("post");
        assertThat(form.text()).contains("no birth dates");
        assertThat(form.select("input[name=token]").val()).isNotEmpty();

        MvcResult sent =
                send(
                        edit("edit " + service)
                                .param("part", "who", "place")
                                .param("text", "The intake line is open until 8 now.")
                                .param("relation", "there")
                                .param("email", "reader@example.org"));
        assertThat(sent.getResponse().getRedirectedUrl())
                .isEqualTo("/directory/suggest/thanks?for=edit");
        assertThat(page("/directory/suggest/thanks?for=edit").text()).contains("Thank you");

        ProposalLine line = waiting(service).getFirst();
        assertThat(line.kind()).isEqualTo(ProposalKind.REMARK);
        assertThat(line.message())
                .contains(
                        "Who can come, Place or how to get there",
                        "The intake line is open until 8 now.");
        assertThat(line.proposedBy()).contains("says they work there");
        assertThat(line.answerWanted()).isTrue();
        assertThat(published()).isPresent();
    }

    @Test
    void fields_come_prefilled_and_what_was_changed_waits_side_by_side() throws Exception {
        UUID reached = reached();
        Document form = page("/directory/suggest/services/" + reached);
        assertThat(form.select("#name").val()).isEqualTo("Reached " + network);
        assertThat(form.select("#phone0").val()).isEqualTo("(815) 555-0142");
        assertThat(form.select("input[name=was.phone0]").val()).isEqualTo("(815) 555-0142");
        assertThat(form.select("#url").val()).isEqualTo("https://reached.example.org");
        assertThat(form.select("#description").text()).isEqualTo("Help with papers.");
        assertThat(form.select("#hours").text()).contains("8:00");
        assertThat(form.html()).doesNotContain("555-0143");

        MvcResult sent =
                send(
                        whole(
                                form,
                                reached,
                                "phone0",
                                "815 555 0199",
                                "another",
                                "815-555-0177",
                                "description",
                                "Help with papers and in court.",
                                "hours",
                                "Every day from 8 to 6",
                                "text",
                                "I called today."));
        assertThat(sent.getResponse().getRedirectedUrl()).contains("thanks?for=edit");
        ProposalLine line = waiting(reached).getFirst();
        assertThat(line.kind()).isEqualTo(ProposalKind.CHANGE);
        assertThat(line.message())
                .contains("Hours should be:\nEvery day from 8 to 6", "I called today.");
        ProposalDetail detail =
                signedInAs.call(SignedInAs.COORDINATOR, () -> proposals.detail(line.id()));
        ServiceDraft proposed = (ServiceDraft) detail.proposed();
        assertThat(proposed.name()).isEqualTo("Reached " + network);
        assertThat(proposed.description()).isEqualTo("Help with papers and in court.");
        assertThat(proposed.phones())
                .extracting(phone -> phone.phone().display())
                .containsExactly("(815) 555-0199", "(815) 555-0143", "(815) 555-0177");
        assertThat(proposed.phones().get(1).visibility()).isEqualTo(Audience.COORDINATORS);

        signedInAs.run(
                SignedInAs.COORDINATOR,
                () ->
                        proposals.approveFields(
                                line.id(),
                                line.version(),
                                detail.recordVersion(),
                                Set.of("description"),
                                null));
        ServiceDraft now =
                signedInAs.call(SignedInAs.COORDINATOR, () -> commands.service(reached).draft());
        assertThat(now.description()).isEqualTo("Help with papers and in court.");
        assertThat(now.phones())
                .extracting(phone -> phone.phone().display())
                .containsExactly("(815) 555-0142", "(815) 555-0143");
    }

    @Test
    void a_field_nobody_changed_proposes_nothing_however_old_the_form_is() throws Exception {
        UUID reached = reached();
        Document form = page("/directory/suggest/services/" + reached);
        signedInAs.run(
                SignedInAs.COORDINATOR,
                () -> {
                    var current = commands.service(reached);
                    commands.reviseService(
                            reached,
                            current.version(),
                            current.draft().reachedAt("Renamed " + network, List.of(), null, null));
                });
        index.await();
        Document rejected = Jsoup.parse(body(send(whole(form, reached))));
        assertThat(rejected.select(".problems").text()).contains("correct a field");
        assertThat(waiting(reached)).isEmpty();
        send(whole(form, reached, "part", "closed"));
        assertThat(waiting(reached).getFirst().kind()).isEqualTo(ProposalKind.REMARK);
    }

    @Test
    void what_was_written_before_two_records_were_merged_is_said_of_the_one_that_stays()
            throws Exception {
        UUID gone = reached();
        Document form = page("/directory/suggest/services/" + gone);
        Document report = page("/directory/unsafe/services/" + gone);
        merge(gone, service);
        index.await();

        MvcResult faulty = send(whole(form, gone, "phone0", "12"));
        Document again = Jsoup.parse(body(faulty));
        assertThat(again.select("#phone0, #name").eachAttr("value")).contains("Reached " + network);
        assertThat(again.select("form[method=post]").attr("action"))
                .isEqualTo("/directory/suggest/services/" + service);

        send(whole(form, gone, "text", "The door is on the left."));
        assertThat(waiting(service).getFirst().message()).contains("The door is on the left.");
        send(
                form("/directory/unsafe/services/" + gone)
                        .param("token", token("unsafe " + gone))
                        .param("reason", "PERSON"));
        assertThat(report.select("form[method=post]").attr("action")).endsWith(gone.toString());
        index.await();
        assertThat(published()).isEmpty();
    }

    private void merge(UUID from, UUID into) {
        signedInAs.run(
                SignedInAs.ADMINISTRATOR,
                () -> {
                    MergeCase seen = merges.look(RecordKind.SERVICE, into, from);
                    merges.merge(
                            RecordKind.SERVICE,
                            into,
                            seen.stays().version(),
                            from,
                            seen.goes().version(),
                            merges.combined(seen, seen.best()));
                });
    }

    @Test
    void a_field_that_cannot_be_right_is_named_in_words() throws Exception {
        UUID reached = reached();
        Document form = page("/es/directory/suggest/services/" + reached);
        MvcResult result =
                send(
                        whole(
                                form,
                                reached,
                                "phone0",
                                "12",
                                "orgEmail",
                                "nobody",
                                "url",
                                "no address at all"));
        assertThat(result.getResponse().getStatus()).isEqualTo(422);
        Document page = Jsoup.parse(body(result));
        assertThat(page.select(".problems a").eachAttr("href"))
                .contains("#phone0", "#orgEmail", "#url");
        assertThat(page.select("#phone0").val()).isEqualTo("12");
        assertThat(page.select("#phone0").attr("aria-invalid")).isEqualTo("true");
        assertThat(page.select("input[name=was.phone0]").val()).isEqualTo("(815) 555-0142");
        assertThat(page.text()).doesNotContain("??");
    }

    @Test
    void an_address_is_a_field_only_where_it_is_public() throws Exception {
        UUID owner = organization();
        List<UUID> made =
                signedInAs.call(
                        SignedInAs.COORDINATOR,
                        () -> {
                            UUID one =
                                    commands.addLocation(
                                                    owner,
                                                    place("Open house", AddressVisibility.FULL))
                                            .id();
                            UUID two =
                                    commands.addLocation(
                                                    owner,
                                                    place("Quiet house", AddressVisibility.HIDDEN))
                                            .id();
                            UUID service = commands.addService(owner, at(Set.of(one, two)));
                            commands.publishService(service);
                            return List.of(one, two, service);
                        });
        UUID shown = made.get(0);
        UUID hidden = made.get(1);
        UUID placed = made.get(2);
        index.await();
        Document form = page("/directory/suggest/services/" + placed);
        assertThat(form.getElementById("line1." + shown).val()).isEqualTo("12 Elm Street");
        assertThat(form.getElementById("line1." + hidden)).isNull();
        send(
                whole(
                        form,
                        placed,
                        "line1." + shown,
                        "14 Elm Street",
                        "line1." + hidden,
                        "1 Known Road",
                        "was.line1." + hidden,
                        "x"));
        assertThat(waiting(placed)).isEmpty();
        assertThat(waiting(hidden)).isEmpty();
        ProposalLine line = waiting(shown).getFirst();
        ProposalDetail detail =
                signedInAs.call(SignedInAs.COORDINATOR, () -> proposals.detail(line.id()));
        assertThat(((LocationDraft) detail.proposed()).address().line1())
                .isEqualTo("14 Elm Street");
        assertThat(((LocationDraft) detail.proposed()).addressVisibility())
                .isEqualTo(AddressVisibility.FULL);
    }

    @Test
    void errors_are_said_in_words_and_everything_typed_is_kept() throws Exception {
        Document page =
                rejected(
                        edit("edit " + service)
                                .param("part", "who")
                                .param("relation", "near")
                                .param("email", "no address"),
                        422);
        assertThat(page.select(".problems").text())
                .contains("What you wrote is still here")
                .contains("is not an e-mail address")
                .contains("write what is wrong");
        assertThat(page.select(".problems a").eachAttr("href")).contains("#text", "#email");
        assertThat(page.select("#email").val()).isEqualTo("no address");
        assertThat(page.select("#part-who").hasAttr("checked")).isTrue();
        assertThat(page.select("#relation option[selected]").val()).isEqualTo("near");
        assertThat(page.select("#text").attr("aria-invalid")).isEqualTo("true");
        assertThat(waiting(service)).isEmpty();
    }

    @Test
    void the_same_in_spanish() throws Exception {
        Document page =
                Jsoup.parse(
                        body(
                                send(
                                        post("/es/directory/suggest/services/" + service)
                                                .param("token", token("edit " + service)))));
        assertThat(page.select(".problems").text()).contains("Lo que escribió sigue aquí");
        assertThat(page.select("html").attr("lang")).isEqualTo("es");
        MvcResult sent =
                send(
                        post("/es/directory/suggest/services/" + service)
                                .param("token", token("edit " + service))
                                .param("part", "closed"));
        assertThat(sent.getResponse().getRedirectedUrl())
                .isEqualTo("/es/directory/suggest/thanks?for=edit");
        assertThat(waiting(service).getFirst().message()).isEqualTo("Está cerrado");
    }

    @Test
    void a_text_with_a_date_of_birth_is_asked_about_once() throws Exception {
        Document page =
                rejected(edit("edit " + service).param("text", "she was born on 3/4/2001"), 422);
        assertThat(page.select(".problems").text()).contains("looks like an identity number");
        assertThat(page.select("#text").text()).contains("she was born");
        assertThat(waiting(service)).isEmpty();
        send(
                edit("edit " + service)
                        .param("text", "The flyer of 3/4/2001 is wrong")
                        .param("confirmed", "1"));
        assertThat(waiting(service)).hasSize(1);
    }

    @Test
    void a_program_that_fills_every_field_is_thanked_and_ignored() throws Exception {
        MvcResult sent =
                send(edit("edit " + service).param("text", "Buy now").param("subject", "x"));
        assertThat(sent.getResponse().getStatus()).isEqualTo(302);
        assertThat(waiting(service)).isEmpty();
    }

    @Test
    void a_form_sent_too_soon_too_late_or_from_elsewhere_is_given_back() throws Exception {
        Document soon =
                rejected(
                        form("/directory/suggest/services/" + service)
                                .param("token", tokens.issue("edit " + service))
                                .param("text", "Fast"),
                        422);
        assertThat(soon.select(".problems").text()).contains("very fast");
        assertThat(soon.select("#text").text()).isEqualTo("Fast");
        Document late =
                rejected(
                        form("/directory/suggest/services/" + service)
                                .param(
                                        "token",
                                        tokens.issue(
                                                "edit " + service,
                                                clock.instant().minus(Duration.ofHours(7))))
                                .param("text", "Late"),
                        422);
        assertThat(late.select(".problems").text()).contains("open for a long time");
        Document other =
                rejected(
                        edit("edit " + service)
                                .param("text", "Elsewhere")
                                .header("Sec-Fetch-Site", "cross-site"),
                        422);
        assertThat(other.select("#text").text()).isEqualTo("Elsewhere");
        assertThat(waiting(service)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "..", "a.b.c", "zzzzzzzzzzzzzzzzzzzzzzzz.b.c", "mau0.é.ü"})
    void a_token_that_was_not_made_here_counts_for_nothing(String token) {
        assertThat(tokens.judge(token, "new")).isEqualTo(Verdict.STALE);
    }

    @Test
    void a_token_counts_for_its_own_form_once() {
        String token = token("edit x");
        assertThat(tokens.judge(token, "edit y")).isEqualTo(Verdict.STALE);
        assertThat(tokens.judge(token, "edit x")).isEqualTo(Verdict.GOOD);
        tokens.use(token);
        assertThat(tokens.judge(token, "edit x")).isEqualTo(Verdict.USED);
    }

    @Test
    void sending_twice_proposes_once() throws Exception {
        String token = token("edit " + service);
        for (int time = 0; time < 2; time++) {
            MvcResult sent =
                    send(
                            form("/directory/suggest/services/" + service)
                                    .param("token", token)
                                    .param("text", "Once"));
            assertThat(sent.getResponse().getStatus()).isEqualTo(302);
        }
        assertThat(waiting(service)).hasSize(1);
    }

    @Test
    void one_network_sends_ten_in_an_hour_and_keeps_what_it_typed_after_that() throws Exception {
        for (int time = 0; time < 10; time++) {
            send(edit("edit " + service).param("text", "Number " + time));
        }
        MvcResult refused = send(edit("edit " + service).param("text", "One more"));
        assertThat(refused.getResponse().getStatus()).isEqualTo(429);
        assertThat(refused.getResponse().getHeader(HttpHeaders.RETRY_AFTER)).isNotNull();
        assertThat(Jsoup.parse(body(refused)).select("#text").text()).isEqualTo("One more");
        assertThat(waiting(service)).hasSize(10);
    }

    @Test
    void nothing_is_said_of_what_the_public_does_not_see() throws Exception {
        UUID draft =
                signedInAs.call(
                        SignedInAs.COORDINATOR,
                        () -> commands.addService(organization(), named("Not yet public")));
        index.await();
        for (String address :
                List.of(
                        "/directory/suggest/services/" + draft,
                        "/directory/unsafe/services/" + draft,
                        "/directory/suggest/services/" + UUID.randomUUID(),
                        "/directory/suggest/contacts/" + service,
                        "/es/directory/unsafe/organizations/none")) {
            assertThat(mvc.perform(get(address)).andReturn().getResponse().getStatus())
                    .as(address)
                    .isEqualTo(404);
            assertThat(send(form(address)).getResponse().getStatus()).as(address).isEqualTo(404);
        }
    }

    @Test
    void forms_make_no_session_and_set_no_cookie() throws Exception {
        for (String address :
                List.of(
                        "/directory/suggest/new",
                        "/directory/suggest/services/" + service,
                        "/directory/unsafe/services/" + service)) {
            MvcResult result = mvc.perform(get(address)).andReturn();
            assertThat(result.getRequest().getSession(false)).isNull();
            assertThat(result.getResponse().getHeaders(HttpHeaders.SET_COOKIE)).isEmpty();
            assertThat(result.getResponse().getHeader(HttpHeaders.CACHE_CONTROL))
                    .contains("no-store");
        }
    }

    // ---- an organization ----

    @Test
    void a_missing_organization_is_suggested_as_a_draft_for_its_county() throws Exception {
        String name = "Harbor Light " + network;
        MvcResult sent =
                send(
                        form("/directory/suggest/new")
                                .param("token", token("new"))
                                .param("name", name)
                                .param("kind", "domestic_violence")
                                .param("what", "Beds for women with children.")
                                .param("county", "17201")
                                .param("phone", "815 555 0199")
                                .param("url", "harborlight.example.org"));
        assertThat(sent.getResponse().getRedirectedUrl()).contains("for=new");
        ProposalLine line =
                queue(SignedInAs.COORDINATOR).stream()
                        .filter(open -> open.recordLabel().equals(name))
                        .findFirst()
                        .orElseThrow();
        ProposalDetail detail =
                signedInAs.call(SignedInAs.COORDINATOR, () -> proposals.detail(line.id()));
        assertThat(detail.proposed())
                .isInstanceOfSatisfying(
                        OrganizationDraft.class,
                        draft -> {
                            assertThat(draft.phones().getFirst().number())
                                    .isEqualTo("+18155550199");
                            assertThat(draft.description()).contains("women with children");
                        });
        assertThat(line.countyFips()).isEqualTo("17201");
    }

    @Test
    void what_is_wrong_with_an_organization_is_said_field_by_field() throws Exception {
        Document page =
                rejected(
                        form("/directory/suggest/new")
                                .param("token", token("new"))
                                .param("kind", "none of them")
                                .param("phone", "12")
                                .param("url", "no site")
                                .param("county", "99999"),
                        422);
        assertThat(page.select(".problems a").eachAttr("href"))
                .contains("#name", "#what", "#kind", "#phone", "#url", "#county");
        assertThat(page.select("#phone").val()).isEqualTo("12");
        assertThat(page.select(".problems").text()).doesNotContain("??");
    }

    // ---- unsafe ----

    @Test
    void an_unsafe_record_is_hidden_at_once_and_comes_first_in_the_queue() throws Exception {
        MvcResult sent =
                send(
                        unsafe().param("reason", "PLACE")
                                .param("text", "The name of the street is in the description."));
        assertThat(sent.getResponse().getRedirectedUrl()).contains("for=unsafe");
        index.await();
        assertThat(published()).isEmpty();
        assertThat(
                        mvc.perform(get("/directory/services/" + service))
                                .andReturn()
                                .getResponse()
                                .getStatus())
                .isEqualTo(404);
        ProposalLine line = waiting(service).getFirst();
        assertThat(line.kind()).isEqualTo(ProposalKind.UNSAFE);
        assertThat(line.message())
                .contains("It shows where a confidential place is", "in the description");
        assertThat(queue(SignedInAs.COORDINATOR).getFirst().kind()).isEqualTo(ProposalKind.UNSAFE);
    }

    @Test
    void the_same_complaint_does_not_hide_a_record_again_after_a_coordinator_looked()
            throws Exception {
        send(unsafe().param("reason", "PERSON"));
        ProposalLine first = waiting(service).getFirst();
        signedInAs.run(
                SignedInAs.COORDINATOR,
                () -> proposals.sendBack(first.id(), first.version(), "It is a public line."));
        index.await();
        assertThat(published()).isPresent();

        assertThat(send(unsafe().param("reason", "PERSON")).getResponse().getRedirectedUrl())
                .contains("for=unsafe-seen");
        index.await();
        assertThat(published()).as("looked at, same reason").isPresent();
        assertThat(page("/es/directory/suggest/thanks?for=unsafe-seen").text())
                .contains("sigue a la vista", "30 días");
        assertThat(waiting(service)).extracting(ProposalLine::kind).contains(ProposalKind.UNSAFE);

        ProposalLine second = waiting(service).getFirst();
        assertThat(alarms(second.id())).contains(SignedInAs.COORDINATOR);
        signedInAs.run(
                SignedInAs.COORDINATOR,
                () -> {
                    proposals.sendBack(second.id(), second.version(), "As I said.");
                    var now = commands.service(service);
                    commands.reviseService(
                            service,
                            now.version(),
                            now.draft().describedAs("Rewritten since somebody looked."));
                });
        index.await();
        assertThat(send(unsafe().param("reason", "PERSON")).getResponse().getRedirectedUrl())
                .as("what was looked at is not what is shown now")
                .endsWith("for=unsafe");
        index.await();
        assertThat(published()).isEmpty();
    }

    @Test
    void another_reason_hides_a_record_that_was_looked_at() throws Exception {
        send(unsafe().param("reason", "PERSON"));
        ProposalLine first = waiting(service).getFirst();
        signedInAs.run(
                SignedInAs.COORDINATOR,
                () -> proposals.sendBack(first.id(), first.version(), "It is a public line."));
        index.await();
        send(unsafe().param("reason", "CONTROL"));
        index.await();
        assertThat(published()).as("another reason").isEmpty();
    }

    @Test
    void only_so_many_records_are_hidden_in_an_hour_and_the_rest_is_queued() throws Exception {
        List<UUID> earlier = new java.util.ArrayList<>();
        for (int i = 0; i < limits.hiddenPerHour(); i++) {
            UUID id = Ids.newId();
            earlier.add(id);
            jdbc.update(
                    "insert into unsafe_report (id, record_id, reason, proposal_id, withheld,"
                            + " reported_at) values (?, ?, 'OTHER', ?, true, ?)",
                    Ids.bytes(id),
                    Ids.bytes(Ids.newId()),
                    Ids.bytes(Ids.newId()),
                    LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
        }
        try {
            MvcResult sent = send(unsafe().param("reason", "PLACE"));
            assertThat(sent.getResponse().getRedirectedUrl()).contains("for=unsafe-many");
            assertThat(page("/directory/suggest/thanks?for=unsafe-many").text())
                    .contains("The record is still visible", "alerted now");
            index.await();
            assertThat(published()).isPresent();
            ProposalLine line = waiting(service).getFirst();
            assertThat(line.kind()).isEqualTo(ProposalKind.UNSAFE);
            assertThat(queue(SignedInAs.COORDINATOR).getFirst().id())
                    .as("what is still shown comes first of all")
                    .isEqualTo(line.id());
            assertThat(alarms(line.id()))
                    .contains(SignedInAs.COORDINATOR, SignedInAs.ADMINISTRATOR);
        } finally {
            earlier.forEach(
                    id -> jdbc.update("delete from unsafe_report where id = ?", Ids.bytes(id)));
        }
    }

    @Test
    void one_network_reports_three_times_in_an_hour() throws Exception {
        for (int time = 0; time < 3; time++) {
            UUID other = published("Reported " + network + " " + time);
            index.await();
            send(
                    form("/directory/unsafe/services/" + other)
                            .param("token", token("unsafe " + other))
                            .param("reason", "OTHER")
                            .param("text", "Because"));
        }
        MvcResult refused = send(unsafe().param("reason", "PLACE"));
        assertThat(refused.getResponse().getStatus()).isEqualTo(429);
        index.await();
        assertThat(published()).isPresent();
        jdbc.update("delete from unsafe_report");
    }

    @Test
    void a_report_needs_a_reason_and_words_when_it_is_another_one() throws Exception {
        assertThat(rejected(unsafe(), 422).select(".problems").text()).contains("choose a reason");
        assertThat(rejected(unsafe().param("reason", "OTHER"), 422).select(".problems").text())
                .contains("Please fill this in");
        assertThat(published()).isPresent();
    }

    // ---- help ----

    /** Who was written to about a report that hid nothing. */
    private List<String> alarms(UUID proposal) {
        return jdbc.queryForList(
                "select recipient from mail_message where purpose = 'UNSAFE' and body like ?",
                String.class,
                "%/portal/review/" + proposal + "%");
    }

    private MockHttpServletRequestBuilder edit(String purpose) {
        return form("/directory/suggest/services/" + service).param("token", token(purpose));
    }

    private MockHttpServletRequestBuilder unsafe() {
        return form("/directory/unsafe/services/" + service)
                .param("token", token("unsafe " + service));
    }

    private static MockHttpServletRequestBuilder form(String address) {
        return post(address);
    }

    private String token(String purpose) {
        return tokens.issue(purpose, clock.instant().minusSeconds(30));
    }

    /** A service with a public number, one for coordinators, a website and hours. */
    private UUID reached() {
        UUID id =
                signedInAs.call(
                        SignedInAs.COORDINATOR,
                        () -> {
                            UUID made =
                                    commands.addService(
                                            organization(),
                                            named("Reached " + network)
                                                    .reachedAt(
                                                            "Reached " + network,
                                                            List.of(
                                                                    line(
                                                                            "8155550142",
                                                                            Audience.PUBLIC),
                                                                    line(
                                                                            "8155550143",
                                                                            Audience.COORDINATORS)),
                                                            Url.parse(
                                                                    "https://reached.example.org"),
                                                            null));
                            var current = commands.service(made);
                            commands.reviseService(
                                    made, current.version(), opened(current.draft()));
                            commands.publishService(made);
                            return made;
                        });
        index.await();
        return id;
    }

    private static PhoneLine line(String number, Audience visibility) {
        return PhoneLine.of(Phone.parse(number), PhoneType.VOICE, null, visibility);
    }

    private static ServiceDraft opened(ServiceDraft draft) {
        return with(
                draft,
                "Help with papers.",
                draft.locationIds(),
                new OpeningHours("480-1020", false, null, null));
    }

    private static ServiceDraft at(Set<UUID> places) {
        return with(named("Placed"), null, places, OpeningHours.NOT_STATED);
    }

    private static ServiceDraft with(
            ServiceDraft draft,
            @Nullable String description,
            Set<UUID> places,
            OpeningHours hours) {
        return new ServiceDraft(
                draft.name(),
                null,
                description,
                draft.url(),
                draft.email(),
                draft.status(),
                draft.audience(),
                draft.needs(),
                draft.areas(),
                places,
                false,
                draft.languages(),
                null,
                draft.eligibility(),
                hours,
                draft.capacity(),
                null,
                null,
                draft.phones(),
                Set.of());
    }

    private static LocationDraft place(String name, AddressVisibility visibility) {
        return new LocationDraft(
                name,
                new PostalAddress("12 Elm Street", null, "Rockford", "IL", "61101"),
                null,
                null,
                visibility,
                null,
                OpeningHours.NOT_STATED,
                List.of());
    }

    /**
     * The form as a browser sends it.
     *
     * @param typed names and values of the fields that were changed
     */
    private MockHttpServletRequestBuilder whole(Document form, UUID id, String... typed) {
        var values = new LinkedHashMap<String, String>();
        form.select(".now input, .now textarea")
                .forEach(
                        field ->
                                values.put(
                                        field.attr("name"),
                                        field.normalName().equals("textarea")
                                                ? field.wholeText()
                                                : field.val()));
        for (int i = 0; i < typed.length; i += 2) {
            values.put(typed[i], typed[i + 1]);
        }
        boolean spanish = form.select("html").attr("lang").equals("es");
        MockHttpServletRequestBuilder request =
                form((spanish ? "/es" : "") + "/directory/suggest/services/" + id)
                        .param("token", token("edit " + id));
        values.forEach(request::param);
        return request;
    }

    private MvcResult send(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(
                        request.with(
                                sent -> {
                                    sent.setRemoteAddr(network);
                                    return sent;
                                }))
                .andReturn();
    }

    private Document rejected(MockHttpServletRequestBuilder request, int status) throws Exception {
        MvcResult result = send(request);
        assertThat(result.getResponse().getStatus()).isEqualTo(status);
        return Jsoup.parse(body(result));
    }

    private Document page(String address) throws Exception {
        MvcResult result = mvc.perform(get(URI.create(address))).andReturn();
        assertThat(result.getResponse().getStatus()).as(address).isEqualTo(200);
        return Jsoup.parse(body(result));
    }

    private static String body(MvcResult result) throws Exception {
        return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private Optional<?> published() {
        return directory.publishedService(service);
    }

    private List<ProposalLine> waiting(UUID record) {
        return queue(SignedInAs.ADMINISTRATOR).stream()
                .filter(line -> record.equals(line.recordId()))
                .toList();
    }

    private List<ProposalLine> queue(String email) {
        return signedInAs.call(email, () -> proposals.open());
    }

    private UUID organization() {
        return signedInAs.person(SignedInAs.MEMBER_OF_LEGAL_AID).organizationId();
    }

    private UUID published(String name) {
        return signedInAs.call(
                SignedInAs.COORDINATOR,
                () -> {
                    UUID id = commands.addService(organization(), named(name));
                    commands.publishService(id);
                    return id;
                });
    }

    private static ServiceDraft named(String name) {
        return ServiceDraft.named(name)
                .meeting(CodeSet.of(List.of("T7")), Set.of(ServiceArea.county("17201")));
    }
}
