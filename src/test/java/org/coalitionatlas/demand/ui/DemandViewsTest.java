package org.coalitionatlas.demand.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import org.coalitionatlas.DemoTest;
import org.coalitionatlas.IndexCaughtUp;
import org.coalitionatlas.SignedInAs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.test.context.support.WithUserDetails;

@DemoTest
@WithUserDetails(userDetailsServiceBeanName = "people", value = SignedInAs.COORDINATOR)
class DemandViewsTest extends SpringBrowserlessTest {

    private static final String LAKE = "17097";
    private static final String OGLE = "17141";

    @Autowired IndexCaughtUp index;
    @Autowired JdbcTemplate jdbc;

    @BeforeEach
    @AfterEach
    void nothingCounted() {
        index.await();
        jdbc.update("delete from search_count where county_fips in (?, ?)", LAKE, OGLE);
        jdbc.update("delete from saved_search_match");
        jdbc.update("delete from saved_search");
    }

    @Test
    void aSearchIsSavedListedRenamedAndDeleted() {
        UI.getCurrent().navigate("directory", QueryParameters.fromString("q=shelter&county=17201"));
        test($(Button.class).withText("Save this search").single()).click();
        TextField name = $(TextField.class).withLabel("Name").single();
        assertThat(name.getValue()).isEqualTo("shelter, Winnebago County, IL");
        test(name).setValue("Beds in Rockford");
        test($(Button.class).withText("Save").single()).click();

        navigate(SavedSearchesView.class);
        assertThat($(Anchor.class).withText("Beds in Rockford").single().getHref())
                .isEqualTo("directory?q=shelter&county=17201");
        test($(Button.class).withText("Rename").single()).click();
        test($(TextField.class).withLabel("Name").single()).setValue("Beds");
        test($(Button.class).withText("Save").single()).click();
        assertThat($(Anchor.class).withText("Beds").exists()).isTrue();

        test($(Button.class).withText("Stop telling me").single()).click();
        assertThat($(Button.class).withText("Tell me what is new").exists()).isTrue();

        test($(Button.class).withText("Delete").single()).click();
        test($(ConfirmDialog.class).single()).confirm();
        assertThat(text(getCurrentView())).contains("No searches saved yet");
    }

    @Test
    void demandIsATableWithSmallNumbersHidden() {
        count("A3", false, 12);
        count("A3", true, 3);
        count("T9", true, 2);
        UI.getCurrent().navigate("demand", QueryParameters.fromString("county=" + LAKE));
        String table = text($(NativeTable.class).single());
        assertThat(table)
                .contains("A3 Housing")
                .contains("15")
                .contains("12")
                .contains("fewer than 5")
                .contains("at least 15");
    }

    @Test
    void demandStandsBesideTheGapForCoordinators() {
        jdbc.update(
                "insert into search_count (week_start, county_fips, need_code, found, searches)"
                        + " values (current_date, ?, 'A3', false, 9)",
                OGLE);
        UI.getCurrent().navigate("gaps/" + OGLE + "/A3");
        assertThat(text(getCurrentView())).contains("Looked for: 9; found nothing: 9");
        UI.getCurrent().navigate("gaps", QueryParameters.fromString("view=list"));
        assertThat(text(getCurrentView())).contains("Looked for");
        UI.getCurrent().navigate("gaps");
        assertThat(text(getCurrentView())).contains("Looked for: 9; found nothing: 9");
    }

    @Test
    @WithUserDetails(userDetailsServiceBeanName = "people", value = SignedInAs.MEMBER_OF_LEGAL_AID)
    void membersSeeNoDemandButTheirOwnSearches() {
        UI.getCurrent().navigate("gaps", QueryParameters.fromString("view=list"));
        assertThat(text(getCurrentView())).doesNotContain("Looked for");
        UI.getCurrent().navigate("gaps");
        assertThat(text(getCurrentView())).doesNotContain("Looked for");
        try {
            UI.getCurrent().navigate("demand");
        } catch (RuntimeException refused) {
            assertThat(refused).isNotNull();
        }
        assertThat($(DemandView.class).exists()).isFalse();
        navigate(SavedSearchesView.class);
        assertThat($(SavedSearchesView.class).exists()).isTrue();
    }

    private void count(String need, boolean found, int searches) {
        jdbc.update(
                "insert into search_count (week_start, county_fips, need_code, found, searches)"
                        + " values (current_date, ?, ?, ?, ?)",
                LAKE,
                need,
                found,
                searches);
    }

    private static String text(Object component) {
        return ((Component) component).getElement().getTextRecursively();
    }
}
