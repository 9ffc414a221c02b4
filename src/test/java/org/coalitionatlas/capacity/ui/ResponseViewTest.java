package org.coalitionatlas.capacity.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.coalitionatlas.AsDrawn;
import org.coalitionatlas.DemoTest;
import org.coalitionatlas.SignedInAs;
import org.coalitionatlas.SqlStatements;
import org.coalitionatlas.capacity.AnswerKey;
import org.coalitionatlas.capacity.Answered;
import org.coalitionatlas.capacity.CapacityNavigation;
import org.coalitionatlas.capacity.Checklists;
import org.coalitionatlas.capacity.Choice;
import org.coalitionatlas.capacity.EvidenceShelf;
import org.coalitionatlas.capacity.Filling;
import org.coalitionatlas.capacity.Given;
import org.coalitionatlas.capacity.Item;
import org.coalitionatlas.capacity.ResponseReading;
import org.coalitionatlas.capacity.ResponseState;
import org.coalitionatlas.capacity.Responses;
import org.coalitionatlas.capacity.Word;
import org.coalitionatlas.identity.CoalitionProfile;
import org.coalitionatlas.identity.CurrentPerson;
import org.coalitionatlas.identity.Role;
import org.coalitionatlas.identity.SignedIn;
import org.coalitionatlas.identity.SystemActor;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithUserDetails;

/** Filling in and reviewing on the screen, as the shelter's Maria unless a test says otherwise. */
@DemoTest
@WithUserDetails(userDetailsServiceBeanName = "people", value = SignedInAs.MEMBER_OF_SHELTER)
class ResponseViewTest extends SpringBrowserlessTest {

    private static final String CHECKLIST = "capacity-checklist";
    private static final String REVIEW = "internal-capacity-review";

    @Autowired private Responses responses;
    @Autowired private ResponseReading reading;
    @Autowired private EvidenceShelf shelf;
    @Autowired private BeanFactory product;
    @Autowired private CoalitionProfile coalition;
    @Autowired private SignedInAs signedInAs;
    @Autowired private CurrentPerson currentPerson;
    @Autowired private SqlStatements statements;

    @Test
    void a_group_of_answers_says_number_question_and_part() {
        show(open(CHECKLIST), "section", "3");
        Element legend =
                within(place("topic-training/confidentiality"), "legend").findFirst().orElseThrow();
        assertThat(legend.wholeText())
                .startsWith("3.3 On which of these topics")
                .endsWith("Confidentiality");
        assertThat(within(place("staff-trained"), "legend").findFirst().orElseThrow().text())
                .startsWith("3.1 Has your staff been trained");
        assertThat(within(place("topic-training/confidentiality"), "button"))
                .allMatch(
                        button ->
                                button.hasAttr("hidden")
                                        || button.attr("aria-label").contains("Confidentiality"));
    }

    @Test
    void one_section_is_shown_at_a_time_and_all_when_asked() {
        UUID id = open(CHECKLIST);
        show(id, "section", "3");
        assertThat($(ItemPanel.class).all()).hasSize(4);
        show(id, "section", "all");
        assertThat($(ItemPanel.class).all()).hasSize(23); // all but the conditional one
        assertThat(visible("existing-collaborative")).isFalse();
    }

    @Test
    void opening_needs_at_most_ten_statements() {
        UUID id = open(CHECKLIST);
        assertThat(
                        statements.during(
                                () ->
                                        navigate(
                                                CapacityNavigation.response(id),
                                                ResponseView.class)))
                .isNotEmpty()
                .hasSizeLessThanOrEqualTo(10);
    }

    @Test
    void an_answer_is_saved_as_it_is_given_counted_and_there_after_coming_back() {
        UUID id = open(CHECKLIST);
        show(id, "section", "4");
        say("intake-screening", "choice", "", "IN_PROGRESS");
        assertThat(place("intake-screening").wholeText()).contains("Saved ");
        assertThat(view().wholeText()).contains("1 of 38 answered");

        UI.getCurrent().navigate(CapacityNavigation.OVERVIEW);
        assertThat(view().wholeText()).contains("1 of 38 answered");
        show(id, "section", "4");
        assertThat(place("intake-screening").attr("data-choice")).isEqualTo("IN_PROGRESS");
    }

    @Test
    void what_an_earlier_visit_could_not_save_is_saved_whatever_section_is_shown() {
        UUID id = open(CHECKLIST);
        show(id, "section", "9");
        say("role", "text", "", "Typed before the server went away");
        assertThat(reading.sheet(id).given().get(key("role")).text())
                .isEqualTo("Typed before the server went away");
    }

    @Test
    void a_colleagues_answer_appears_and_says_whose_it_is_and_what_it_replaced() {
        UUID id = open(CHECKLIST);
        show(id, "section", "1");
        say("role", "text", "", "Mine");
        asDenise(() -> responses.answer(id, key("role"), new Word.Written(null, "Hers")));
        asDenise(() -> responses.answer(id, key("limitations"), new Word.Written(null, "New")));
        $(ResponseView.class).single().catchUp();
        assertThat(place("role").wholeText())
                .contains("Denise Kowalczyk replaced your answer")
                .contains("\"Mine\"");
        assertThat(place("limitations").wholeText()).contains("Denise Kowalczyk answered here");
        assertThat(view().wholeText()).contains("2 of 38 answered");
    }

    @Test
    void whoever_replaces_what_he_had_not_seen_is_told_what_it_was() {
        UUID id = open(CHECKLIST);
        show(id, "section", "1");
        asDenise(() -> responses.answer(id, key("role"), new Word.Written(null, "Hers")));
        say("role", "text", "", "Mine");
        assertThat(place("role").wholeText())
                .contains("You replaced what Denise Kowalczyk had said")
                .contains("\"Hers\"");
    }

    @Test
    void too_long_a_text_is_refused_with_the_limit_in_words() {
        UUID id = open(CHECKLIST);
        show(id, "section", "1");
        say("role", "text", "", "x".repeat(12_000));
        assertThat(place("role").wholeText()).contains("at most 10,000 characters");
        assertThat(reading.sheet(id).given()).doesNotContainKey(key("role"));
    }

    @Test
    void a_stale_tab_is_told_how_it_stands_and_its_text_stays_in_sight() {
        UUID id = filledReview();
        show(id, "section", "1");
        asDenise(() -> responses.submit(id));
        say("gaps", "text", "Written.", "One more sentence.");
        assertThat(place("gaps").wholeText()).contains("was submitted meanwhile");
        assertThat(within(view(), "textarea").filter(area -> area.hasAttr("readonly")))
                .singleElement()
                .satisfies(area -> assertThat(area.wholeText()).isEqualTo("One more sentence."));
        $(ResponseView.class).single().catchUp();
        assertThat(view().wholeText()).contains("This checklist is now \"Submitted\"");
    }

    @Test
    void submitting_lists_what_is_missing_as_links_and_the_list_shrinks_with_every_answer() {
        UUID id = open(REVIEW);
        show(id, "section", "1");
        press("Submit");
        assertThat(missing()).hasSize(4).first().asString().startsWith("1 ");
        say("gaps", "text", "", "Nights.");
        assertThat(missing()).hasSize(3);
        for (String item : List.of("capacity", "priorities", "resources")) {
            say(item, "text", "", "Written.");
        }
        assertThat(missing()).isEmpty();
        press("Submit");
        assertThat(view().wholeText()).contains("Submitted");
        assertThat($(Button.class).withText("Submit").exists()).isFalse();
        assertThat($(Button.class).withText("Take back").exists()).isTrue();
    }

    @Test
    void what_is_put_off_is_listed_and_asked_about_before_it_is_handed_in() {
        UUID id = open(REVIEW);
        for (String item : List.of("capacity", "gaps", "priorities", "resources")) {
            responses.answer(id, key(item), new Word.Written(null, "Written."));
        }
        responses.answer(id, key("gaps"), new Word.PutOff(true));
        responses.answer(id, key("resources"), new Word.PutOff(true));
        show(id, "section", "1");
        press("Submit");
        assertThat(view().wholeText()).contains("2 answers are put off. Submit without them?");
        assertThat(missing()).hasSize(2);
        press("Not yet");
        assertThat(missing()).isEmpty();
        press("Submit");
        say("gaps", "text", "Written.", "Nights.");
        assertThat(missing()).hasSize(1);
        press("Submit as it is");
        assertThat(view().wholeText()).contains("Submitted, 1 put off");
        assertThat(reading.sheet(id).head().state()).isEqualTo(ResponseState.SUBMITTED);
        UI.getCurrent().navigate(CapacityNavigation.OVERVIEW);
        assertThat(view().wholeText()).contains("Submitted, 1 put off");
    }

    @Test
    void a_conditional_item_comes_and_goes_with_the_answer_it_hangs_on() {
        show(open(CHECKLIST), "section", "9");
        assertThat(visible("existing-collaborative")).isFalse();
        say("task-force/exists", "choice", "", "NO");
        assertThat(visible("existing-collaborative")).isTrue();
        say("task-force/exists", "choice", "NO", "YES");
        assertThat(visible("existing-collaborative")).isFalse();
    }

    @Test
    void putting_off_is_said_and_ends_with_an_answer() {
        UUID id = open(CHECKLIST);
        show(id, "section", "4");
        act("later", "intake-screening");
        assertThat(view().wholeText()).contains("1 put off");
        say("intake-screening", "choice", "", "YES");
        assertThat(reading.sheet(id).given().get(key("intake-screening")))
                .isEqualTo(new Given(Choice.YES, null, null, false));
    }

    @Test
    void a_text_that_names_a_person_is_pointed_out() {
        show(open(CHECKLIST), "section", "1");
        say("role", "text", "", "We helped one, DOB 3/4/1999, last week");
        assertThat(place("role").wholeText()).contains("as if it named a person");
    }

    @Test
    @WithUserDetails(userDetailsServiceBeanName = "people", value = SignedInAs.COORDINATOR)
    void a_coordinator_reads_comments_and_returns() {
        UUID id = asMaria(this::filledReview);
        asMaria(
                () -> {
                    responses.submit(id);
                    return true;
                });
        show(id, "section", "1");
        assertThat(view().wholeText())
                .contains("Answered in words the organization does not share")
                .doesNotContain("Written.");
        press("Return with comments");
        assertThat(view().wholeText()).contains("Please say first");
        say("gaps", "comment", "", "Which nights?");
        press("Return with comments");
        assertThat(view().wholeText()).contains("It is back with the organization");
        assertThat(asMaria(() -> reading.sheet(id)).comments())
                .singleElement()
                .satisfies(comment -> assertThat(comment.text()).isEqualTo("Which nights?"));
    }

    @Test
    @WithUserDetails(userDetailsServiceBeanName = "people", value = SignedInAs.MEMBER_OF_LEGAL_AID)
    void another_organizations_response_is_not_there() {
        UUID id = asMaria(() -> open(CHECKLIST));
        UI.getCurrent().navigate(CapacityNavigation.response(id));
        assertThat($(ResponseView.class).exists()).isFalse();
        UI.getCurrent().navigate(CapacityNavigation.response(UUID.randomUUID()));
        assertThat($(ResponseView.class).exists()).isFalse();
    }

    @Test
    @WithUserDetails(userDetailsServiceBeanName = "people", value = SignedInAs.COORDINATOR)
    void coordinators_filter_all_responses() {
        UI.getCurrent()
                .navigate(CapacityNavigation.OVERVIEW, QueryParameters.of("state", "RETURNED"));
        assertThat(view().wholeText())
                .contains("Blackhawk Hills Legal Aid")
                .contains("Organizational preparedness")
                .doesNotContain("Rock River Survivor Advocates");
    }

    // ---- stale tabs and double clicks ----

    @Test
    void
            a_choice_in_a_tab_left_open_after_the_review_is_not_lost_from_sight_and_not_shown_as_saved() {
        UUID checklist = open(CHECKLIST);
        show(checklist, "section", "4");
        say("intake-screening", "choice", "", "NO");
        asDenise(() -> putOffTheRest(checklist));
        asDenise(() -> responses.submit(checklist));
        asElena(() -> responses.accept(checklist));
        asElena(() -> responses.close(checklist));
        say("intake-screening", "choice", "NO", "YES");
        assertThat(view().wholeText()).contains("this checklist was closed meanwhile");
        assertThat(within(view(), "textarea").filter(area -> area.hasAttr("readonly")))
                .singleElement()
                .satisfies(area -> assertThat(area.wholeText()).isEqualTo("Yes"));
        assertThat(reading.sheet(checklist).given().get(key("intake-screening")).choice())
                .isEqualTo(Choice.NO);
    }

    @Test
    void submitting_in_a_second_tab_says_that_it_is_done_already() {
        UUID id = filledReview();
        show(id, "section", "1");
        asDenise(() -> responses.submit(id));
        press("Submit");
        assertThat(view().wholeText())
                .contains("This was already done: the checklist is submitted");
        assertThat(reading.sheet(id).events())
                .filteredOn(event -> event.verb().equals("SUBMIT"))
                .hasSize(1);
    }

    @Test
    void the_same_person_on_two_devices_sees_on_one_what_was_typed_on_the_other() {
        UUID id = open(CHECKLIST);
        show(id, "section", "1");
        responses.answer(id, key("role"), new Word.Written(null, "From the phone"));
        $(ResponseView.class).single().catchUp();
        assertThat(place("role").wholeText()).contains("You, in another window");
        say("role", "text", "From the phone", "From the phone, and the desk");
        assertThat(place("role").wholeText()).doesNotContain("You replaced");
        assertThat(reading.sheet(id).given().get(key("role")).text())
                .isEqualTo("From the phone, and the desk");
    }

    // ---- what is kept but not counted ----

    @Test
    @WithUserDetails(userDetailsServiceBeanName = "people", value = SignedInAs.COORDINATOR)
    void a_reviewer_sees_a_hidden_answer_marked_as_kept_but_not_counted() {
        UUID id = asMaria(() -> open(CHECKLIST));
        var exists = new AnswerKey("task-force", "exists");
        asMaria(
                () -> {
                    responses.answer(id, exists, new Word.Chosen(null, Choice.NO));
                    responses.answer(
                            id, key("existing-collaborative"), new Word.Chosen(null, Choice.YES));
                    responses.answer(id, exists, new Word.Chosen(Choice.NO, Choice.YES));
                    return true;
                });
        asMaria(
                () -> {
                    putOffTheRest(id);
                    responses.answer(id, key("intake-screening"), new Word.PutOff(true));
                    responses.answer(id, exists, new Word.PutOff(false));
                    responses.answer(id, key("existing-collaborative"), new Word.PutOff(false));
                    responses.submit(id);
                    return true;
                });
        show(id, "section", "9");
        assertThat(visible("existing-collaborative")).isTrue();
        assertThat(view().wholeText())
                .contains("Kept but not counted: it is not asked")
                .contains("One answer is kept but not counted")
                .contains("1 of 38 answered");
        asMaria(
                () -> {
                    responses.takeBack(id, "One more thing");
                    responses.answer(id, exists, new Word.Chosen(Choice.YES, Choice.NO));
                    responses.submit(id);
                    return true;
                });
        show(id, "section", "9");
        assertThat(view().wholeText())
                .doesNotContain("ept but not counted")
                .contains("2 of 39 answered");
    }

    // ---- another version ----

    @Test
    void what_changes_is_listed_before_the_move_and_after_it_until_somebody_has_read_it() {
        Responses withNext = Filling.in(product, Checklists.BOTH_VERSIONS, Clock.systemUTC());
        var services = new ResponseServices(reading, withNext, shelf, Checklists.BOTH_VERSIONS);
        UUID id = open(CHECKLIST);
        responses.answer(id, key("staff-trained"), new Word.Chosen(null, Choice.YES));
        responses.answer(id, key("role"), new Word.Written(null, "We run a shelter."));

        assertThat(versionPart(services, id))
                .contains(
                        "What changes from version 1 to version 2",
                        "2 new questions",
                        "2.4 Name one person who leads this work",
                        "One question is asked differently",
                        "It was: 3.1 Has your staff been trained",
                        "marked to be looked at again: Yes",
                        "questions are no longer asked",
                        "kept aside and does not count: We run a shelter.");
        press("Go on in version 2");
        assertThat(versionPart(services, id))
                .contains(
                        "What changed from version 1 to version 2",
                        "kept aside and does not count: We run a shelter.");
        press("I have read this");
        assertThat(versionPart(services, id)).contains("Read by Maria Delgado, ");
        assertThat($(Button.class).withText("I have read this").exists()).isFalse();
        assertThat(reading.sheet(id).given())
                .containsEntry(key("role"), new Given(null, "We run a shelter.", null, false));
    }

    @Test
    void notes_and_evidence_on_what_is_no_longer_asked_stay_in_sight() {
        Responses withNext = Filling.in(product, Checklists.BOTH_VERSIONS, Clock.systemUTC());
        UUID id = open(CHECKLIST);
        responses.answer(id, key("role"), new Word.Noted(null, "Ask the board first."));
        shelf.link(id, "role", "Our plan", "https://plan.example.org");
        withNext.moveToVersion(id, 2);
        var sheet = reading.sheet(id);
        UI.getCurrent().removeAll();
        var part =
                new NotCounted(
                        Checklists.BOTH_VERSIONS,
                        new ResponseWords(Locale.ENGLISH, coalition, Clock.systemUTC()),
                        Set.of(),
                        sheet.evidence());
        UI.getCurrent().add(part);
        part.show(Answered.of(Checklists.BOTH_VERSIONS.of(sheet.head()), sheet.given()));
        assertThat(part.isVisible()).isTrue();
        assertThat(part.getElement().getTextRecursively())
                .contains("Note: Ask the board first.")
                .contains("not asked in this version of the checklist")
                .contains("Our plan");
    }

    private String versionPart(ResponseServices services, UUID id) {
        var sheet = reading.sheet(id);
        var screen =
                new OnScreen(
                        sheet,
                        services.instruments().of(sheet.head()),
                        "1",
                        UUID.randomUUID(),
                        new ResponseWords(Locale.ENGLISH, coalition, Clock.systemUTC()));
        UI.getCurrent().removeAll();
        var part = new VersionPart(screen, services, moved -> {});
        UI.getCurrent().add(part);
        return part.getElement().getTextRecursively();
    }

    // ---- opened by a coordinator ----

    @Test
    @WithUserDetails(userDetailsServiceBeanName = "people", value = SignedInAs.COORDINATOR)
    void a_coordinator_opens_a_checklist_from_the_record_and_its_members_are_told_once() {
        UUID shelter =
                Objects.requireNonNull(
                        signedInAs.person(SignedInAs.MEMBER_OF_SHELTER).organizationId());
        UI.getCurrent().navigate("directory/organization/" + shelter);
        String cycle = "For them " + UUID.randomUUID().toString().substring(0, 8);
        BeginPart begin = $(BeginPart.class).single();
        test($(TextField.class, begin).single()).setValue(cycle);
        press("Open");
        assertThat(
                        $(OrganizationChecklists.Checklists.class)
                                .single()
                                .getElement()
                                .getTextRecursively())
                .contains(cycle + " · In progress, 0 of ");
        assertThat(asMaria(() -> reading.ownOpen()))
                .filteredOn(head -> head.cycle().equals(cycle))
                .singleElement()
                .satisfies(head -> assertThat(head.openedByCoordinator()).isTrue());
    }

    @Test
    @WithUserDetails(userDetailsServiceBeanName = "people", value = SignedInAs.MEMBER_OF_LEGAL_AID)
    void another_organization_sees_no_checklists_on_the_record() {
        UUID shelter =
                Objects.requireNonNull(
                        signedInAs.person(SignedInAs.MEMBER_OF_SHELTER).organizationId());
        asMaria(() -> open(CHECKLIST));
        UI.getCurrent().navigate("directory/organization/" + shelter);
        assertThat(view().wholeText()).doesNotContain("Capacity checklists");
    }

    // ---- help ----

    private UUID open(String instrument) {
        UUID organization = currentPerson.get().organizationId();
        if (organization == null) {
            throw new AssertionError("speaks for nobody");
        }
        return responses.open(organization, instrument, UUID.randomUUID().toString());
    }

    private UUID filledReview() {
        UUID id = open(REVIEW);
        for (String item : List.of("capacity", "gaps", "priorities", "resources")) {
            responses.answer(id, key(item), new Word.Written(null, "Written."));
        }
        return id;
    }

    private void putOffTheRest(UUID id) {
        Checklists.BOTH_VERSIONS
                .find(CHECKLIST, 1)
                .orElseThrow()
                .items()
                .filter(item -> !item.key().equals("intake-screening"))
                .flatMap(Item::places)
                .forEach(place -> responses.answer(id, place, new Word.PutOff(true)));
    }

    private void asElena(Runnable work) {
        signedInAs.call(
                SignedInAs.COORDINATOR,
                () -> {
                    work.run();
                    return true;
                });
    }

    private <T> T asMaria(java.util.function.Supplier<T> work) {
        return signedInAs.call(SignedInAs.MEMBER_OF_SHELTER, work);
    }

    private void asDenise(Runnable work) {
        SignedIn maria = signedInAs.person(SignedInAs.MEMBER_OF_SHELTER);
        var denise =
                new SignedIn(
                        UUID.randomUUID(),
                        "Denise Kowalczyk",
                        "denise",
                        Role.MEMBER,
                        maria.organizationId(),
                        Set.of(),
                        Locale.ENGLISH,
                        "",
                        true);
        SystemActor.callAs(
                denise,
                () -> {
                    work.run();
                    return true;
                });
    }

    private static AnswerKey key(String item) {
        return new AnswerKey(item, AnswerKey.WHOLE);
    }

    private void show(UUID id, String parameter, String value) {
        UI.getCurrent()
                .navigate(CapacityNavigation.response(id), QueryParameters.of(parameter, value));
    }

    private void say(String place, String kind, String saw, String now) {
        ResponseForm form = $(ResponseForm.class).single();
        ComponentUtil.fireEvent(form, new AnswerGiven(form, true, place, kind, saw, now));
    }

    private void act(String act, String place) {
        ResponseForm form = $(ResponseForm.class).single();
        ComponentUtil.fireEvent(form, new PlaceAct(form, true, act, place));
    }

    private void press(String text) {
        test($(Button.class).withText(text).single()).click();
    }

    private List<String> missing() {
        return $(RouterLink.class).all().stream()
                .filter(link -> link.getHref().contains("item="))
                .map(RouterLink::getText)
                .toList();
    }

    private boolean visible(String item) {
        return $(ItemPanel.class).all().stream()
                .anyMatch(panel -> panel.item().key().equals(item) && panel.isVisible());
    }

    private Element place(String code) {
        return within(view(), "div")
                .filter(div -> code.equals(div.attr("data-place")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no place " + code));
    }

    private static Stream<Element> within(Element root, String tag) {
        return root.select(tag).stream();
    }

    private Element view() {
        return AsDrawn.of(((Component) getCurrentView()).getElement());
    }
}
