package org.coalitionatlas.cockpit.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.util.Locale;
import java.util.UUID;
import org.coalitionatlas.DemoTest;
import org.coalitionatlas.SignedInAs;
import org.coalitionatlas.cockpit.CockpitFixture;
import org.coalitionatlas.cockpit.CockpitNavigation;
import org.coalitionatlas.directory.ServiceArea;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.test.context.support.WithUserDetails;
import org.springframework.test.web.servlet.MockMvc;

/** The cockpit, the reminders and the calendar as people at the screen have them. */
@DemoTest
@WithUserDetails(userDetailsServiceBeanName = "people", value = SignedInAs.COORDINATOR)
class CockpitViewTest extends SpringBrowserlessTest {

    @Autowired private SignedInAs signedInAs;
    @Autowired private ApplicationContext product;
    @Autowired private MockMvc mvc;

    @Test
    void every_figure_opens_the_list_it_counts() {
        var made = new CockpitFixture(product);
        UUID round =
                made.round(9, made.organization("Figure One"), made.organization("Figure Two"));
        open("round=" + round);
        assertThat(text()).contains("2 asked: 0 answered (0%), 0 overdue, 2 have never");
        Anchor figure =
                $(Anchor.class).all().stream()
                        .filter(link -> link.getHref().contains("show=NOT_BEGUN"))
                        .findFirst()
                        .orElseThrow();
        open(figure.getHref().substring(figure.getHref().indexOf('?') + 1));
        assertThat(text()).contains("Figure One", "Figure Two", "2 lines");
        open("round=" + round + "&show=SUBMITTED");
        assertThat(text()).contains("No organization here");
    }

    @Test
    void rates_stand_by_county_and_by_organization_with_who_is_late_and_who_never_answered() {
        var made = new CockpitFixture(product);
        UUID twice = made.organization("Asked Twice", ServiceArea.county("17007"));
        UUID first = made.round(9, twice);
        made.round(9, twice);
        open("");
        assertThat(text()).contains("Answered 0 of 2 asked (0%)");
        open("round=" + first + "&show=never");
        assertThat(text()).contains("Asked Twice", "Never answered anything", "One line");
        assertThat($(Anchor.class).all())
                .as("each figure of a county opens whom it counts")
                .extracting(link -> link.getElement().getAttribute("aria-label"))
                .contains("1: Asked, Boone County, IL");
        open("round=" + first + "&county=17007&show=overdue");
        assertThat(text()).contains("No organization here");
    }

    @Test
    void a_round_is_opened_and_closed_on_the_screen_and_closing_can_be_taken_back() {
        open("");
        assertThat(text())
                .contains("Capacity checklist 2026", "Was due", "Assessments of counties");
        test($(Button.class).withText("Open a round").first()).click();
        String cycle = "Screen " + UUID.randomUUID().toString().substring(0, 8);
        test($(TextField.class).all().stream()
                        .filter(field -> "Name of the cycle".equals(field.getLabel()))
                        .findFirst()
                        .orElseThrow())
                .setValue(cycle);
        test($(Button.class).withText("Open the round").single()).click();
        roundTrip();
        assertThat(text()).contains("Capacity checklist " + cycle);
        test($(Button.class).withText("Close the round").single()).click();
        assertThat(text()).contains("Closed today");
        test($(Button.class).withText("Reopen the round").single()).click();
        assertThat(text()).contains("Due in 4 weeks");
        test($(Button.class).withText("Close the round").single()).click();
    }

    @Test
    void a_spanish_reader_reads_spanish() {
        UI.getCurrent().setLocale(Locale.forLanguageTag("es"));
        open("");
        assertThat(text())
                .contains("Tablero de coordinación", "Respuestas por condado", "Vencida")
                .doesNotContain("Overdue", "County assessments", "!{");
        UI.getCurrent().navigate(CockpitNavigation.REMINDERS);
        roundTrip();
        assertThat(text()).contains("Recordatorios enviados", "Sin carta: nadie tiene cuenta allí");
        UI.getCurrent().navigate(CockpitNavigation.CALENDAR);
        roundTrip();
        assertThat(text()).contains("Descargar para su calendario");
    }

    @Test
    void letters_are_read_before_they_are_sent() {
        UI.getCurrent().navigate(CockpitNavigation.REMINDERS);
        roundTrip();
        assertThat(text())
                .contains("Before it is sent", "Maria Delgado", "Internal capacity review 2026")
                .contains("No letter: nobody there has an account");
    }

    @Test
    void the_calendar_lists_rounds_and_counties_by_month() {
        UI.getCurrent().navigate(CockpitNavigation.CALENDAR);
        roundTrip();
        assertThat(text())
                .contains("Capacity checklist 2026", "Assessment of Winnebago County, IL, 2026");
    }

    @Test
    @WithUserDetails(userDetailsServiceBeanName = "people", value = SignedInAs.MEMBER_OF_SHELTER)
    void a_member_finds_what_is_asked_of_them_on_the_home_screen_and_in_the_calendar() {
        UI.getCurrent().navigate("");
        roundTrip();
        assertThat(text().split("Capacity checklist 2026", -1))
                .as("named once, whether it is asked for, begun or both")
                .hasSize(2);
        assertThat(text()).containsPattern("Capacity checklist 2026.*, due on");
        UI.getCurrent().navigate(CockpitNavigation.CALENDAR);
        roundTrip();
        assertThat(text()).contains("Capacity checklist 2026").doesNotContain("answered");
    }

    @Test
    void a_coordinator_finds_what_is_overdue_on_the_home_screen() {
        UI.getCurrent().navigate("");
        roundTrip();
        assertThat(text()).containsPattern("\\d+ checklists are overdue");
    }

    @Test
    void the_calendar_is_downloaded_by_whoever_is_signed_in() throws Exception {
        mvc.perform(
                        get(CockpitNavigation.FILE)
                                .with(user(signedInAs.person(SignedInAs.MEMBER_OF_SHELTER))))
                .andExpect(status().isOk())
                .andExpect(content().contentType("text/calendar;charset=UTF-8"))
                .andExpect(
                        header().string(
                                        "Content-Disposition",
                                        Matchers.containsString("attachment")))
                .andExpect(content().string(Matchers.containsString("Capacity checklist 2026")));
    }

    @Test
    void a_stranger_gets_no_calendar() throws Exception {
        mvc.perform(get(CockpitNavigation.FILE).with(anonymous()))
                .andExpect(status().is3xxRedirection());
    }

    private static org.springframework.test.web.servlet.request.RequestPostProcessor anonymous() {
        return org.springframework.security.test.web.servlet.request
                .SecurityMockMvcRequestPostProcessors.anonymous();
    }

    private void open(String query) {
        UI.getCurrent().navigate(CockpitNavigation.COCKPIT, QueryParameters.fromString(query));
        roundTrip();
    }

    private String text() {
        return getCurrentView().getElement().getTextRecursively();
    }
}
