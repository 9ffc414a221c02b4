package org.coalitionatlas.directory.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import java.util.List;
import java.util.Map;
import org.coalitionatlas.DemoTest;
import org.coalitionatlas.IndexCaughtUp;
import org.coalitionatlas.SignedInAs;
import org.coalitionatlas.common.ui.SuggestField;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithAnonymousUser;
import org.springframework.security.test.context.support.WithUserDetails;

@DemoTest
@WithUserDetails(userDetailsServiceBeanName = "people", value = SignedInAs.COORDINATOR)
class DirectoryViewTest extends SpringBrowserlessTest {

    @Autowired private IndexCaughtUp indexCaughtUp;
    @Autowired private DirectoryWords words;

    @BeforeEach
    void indexIsUpToDate() {
        indexCaughtUp.await();
    }

    @Test
    void aCoordinatorFindsAMembersOnlyContactAndItsNumberInOneSearch() {
        navigate(DirectoryView.class);
        test(searchField()).setValue("case management rockford survivor advocates");
        CallCard card = cardWith("Paula Esquivel");
        assertThat($(Anchor.class, card).all())
                .extracting(Anchor::getHref)
                .contains("tel:+17795550102");
        assertThat(text(card)).contains("Trained on human trafficking, valid until");
    }

    @Test
    void whatIsSearchedStandsInTheAddress() {
        navigate(DirectoryView.class);
        test(searchField()).setValue("housing");
        test(checkbox(words.text("directory.filter.trained", 0).replaceAll(" \\(0\\)", "")))
                .click();
        Map<String, List<String>> address =
                UI.getCurrent().getActiveViewLocation().getQueryParameters().getParameters();
        assertThat(address).containsEntry("q", List.of("housing")).containsKey("trained");
    }

    @Test
    void anAddressOpensTheSameSearchAgain() {
        open("q=shelter&always=1&sort=name");
        assertThat(searchField().getValue()).isEqualTo("shelter");
        assertThat(checkbox("Open 24 hours, 7 days").getValue()).isTrue();
        assertThat($(CallCard.class).all())
                .isNotEmpty()
                .allSatisfy(card -> assertThat(text(card)).contains("Open 24 hours, 7 days"));
    }

    @Test
    void aSearchIsSavedBesideItsCountAndNotBelowItsResults() {
        open("q=shelter");
        Component save = $(Button.class).withText("Save this search").single();
        Component toolbar = save;
        while (!toolbar.getElement().getClassList().contains("toolbar")) {
            toolbar = toolbar.getParent().orElseThrow();
        }
        assertThat(text(toolbar)).contains("services", "Save this search");
    }

    @Test
    void aPageHasAtMostTwentyCardsAndTheNextHasOthers() {
        open("sort=name");
        List<String> first = $(CallCard.class).all().stream().map(DirectoryViewTest::text).toList();
        open("sort=name&page=2");
        List<String> second =
                $(CallCard.class).all().stream().map(DirectoryViewTest::text).toList();
        assertThat(first).hasSize(20);
        assertThat(second).isNotEmpty().doesNotContainAnyElementsOf(first);
    }

    @Test
    void nothingFoundSaysWhatToDoNext() {
        open("q=zebra+xylophone&need=A3");
        assertThat($(NothingFound.class).exists()).isTrue();
        assertThat($(Anchor.class).all())
                .extracting(Anchor::getHref)
                .contains("tel:+18883737888", "tel:711");
        test($(RouterLink.class).withText("Without “zebra xylophone”").single()).click();
        assertThat(UI.getCurrent().getActiveViewLocation().getQueryParameters().getParameters())
                .containsEntry("need", List.of("A3"))
                .doesNotContainKey("q");
        assertThat($(CallCard.class).exists()).isTrue();
    }

    @Test
    void everyFilterThatIsOnHasAChipThatTakesItOffAndOneTakesOffAll() {
        open("q=shelter&need=A3&need=T3&county=17201&open=1");
        RouterLink chip =
                $(RouterLink.class)
                        .withCondition(
                                link ->
                                        "Remove filter: Winnebago County, IL"
                                                .equals(
                                                        link.getElement()
                                                                .getAttribute("aria-label")))
                        .single();
        test(chip).click();
        assertThat(address())
                .doesNotContainKey("county")
                .containsEntry("need", List.of("A3", "T3"))
                .containsKey("open");
        test($(RouterLink.class).withText("Clear all filters").single()).click();
        assertThat(address()).containsOnlyKeys("q");
    }

    @Test
    void aPhaseSaysHowManyServicesItHasAndShowsThem() {
        open("county=17201");
        Checkbox acute =
                $(Checkbox.class)
                        .withCondition(
                                box ->
                                        box.getAriaLabel()
                                                .filter(l -> l.endsWith("Acute / crisis needs"))
                                                .isPresent())
                        .single();
        int counted = Integer.parseInt(acute.getLabel().replaceAll(".*\\((\\d+)\\)", "$1"));
        test(acute).click();

        assertThat(address()).containsEntry("phase", List.of("acute"));
        assertThat(counted).isPositive().isLessThan(total("county=17201"));
        assertThat(total("county=17201&phase=acute")).isEqualTo(counted);
        test(chip("Acute / crisis needs")).click();
        assertThat(address()).doesNotContainKey("phase").containsKey("county");
    }

    @Test
    void distancesAreMeasuredFromTheCountyWhenThereIsNoZipCode() {
        open("county=17201&sort=distance");
        List<Integer> miles =
                $(CallCard.class).all().stream()
                        .map(DirectoryViewTest::text)
                        .filter(text -> text.contains(" miles away"))
                        .map(text -> text.replaceAll("(?s).*?(\\d+) miles away.*", "$1"))
                        .map(Integer::valueOf)
                        .toList();
        assertThat(miles).hasSizeGreaterThan(3).isSorted();
        int everywhere = total("county=17201");
        assertThat(total("county=17201&miles=5")).isLessThan(everywhere);
        test(chip("Within 5 miles of Winnebago County, IL")).click();
        assertThat(address()).containsOnlyKeys("county");
    }

    @Test
    void distanceFromNowhereIsSaidAndNotDone() {
        open("sort=distance&miles=5");
        assertThat(texts()).contains("To use distance, give a ZIP code or choose a county.");
        open("sort=distance&miles=5&county=17201");
        assertThat(texts()).doesNotContain("To use distance, give a ZIP code or choose a county.");
    }

    private List<String> texts() {
        return $(Paragraph.class).all().stream().map(DirectoryViewTest::text).toList();
    }

    private int total(String query) {
        open(query);
        return texts().stream()
                .filter(text -> text.matches("\\d+–\\d+ of \\d+ services?"))
                .map(text -> text.replaceAll(".* of (\\d+) .*", "$1"))
                .map(Integer::valueOf)
                .findFirst()
                .orElse(0);
    }

    private RouterLink chip(String label) {
        return $(RouterLink.class)
                .withCondition(
                        link ->
                                ("Remove filter: " + label)
                                        .equals(link.getElement().getAttribute("aria-label")))
                .single();
    }

    @Test
    void aSuggestedNeedNarrowsTheSearchAndAnOrganizationOpens() {
        open("county=17201");
        SuggestField suggest = $(SuggestField.class).last();
        suggest.type("shelt");
        test(option(suggest, "A3")).click();
        assertThat(address())
                .containsEntry("need", List.of("A3"))
                .containsEntry("county", List.of("17201"))
                .doesNotContainKey("q");

        SuggestField again = $(SuggestField.class).last();
        again.type("safe harb");
        test(option(again, "Safe Harbor")).click();
        assertThat($(OrganizationRecordView.class).exists()).isTrue();
    }

    @Test
    void aHitSaysWhyItIsThere() {
        open("q=shelter");
        CallCard card = cardWith("Safe Harbor");
        assertThat(text(card)).contains("Matched:").contains("need A3 ").contains("(“shelter”)");
        assertThat(card.getElement().getOuterHTML()).contains("<mark>shelter</mark>");
    }

    @Test
    void aMistypedWordIsPutRight() {
        open("q=sehlter");
        test($(RouterLink.class).withText("shelter").single()).click();
        assertThat(address()).containsEntry("q", List.of("shelter"));
    }

    private static Map<String, List<String>> address() {
        return UI.getCurrent().getActiveViewLocation().getQueryParameters().getParameters();
    }

    private ListItem option(SuggestField field, String text) {
        return $(ListItem.class, field).withCondition(item -> text(item).contains(text)).first();
    }

    @Test
    @WithUserDetails(userDetailsServiceBeanName = "people", value = SignedInAs.MEMBER_OF_LEGAL_AID)
    void aMemberAddsNoOrganizations() {
        navigate(DirectoryView.class);
        assertThat($(Button.class).withText("New organization").exists()).isFalse();
    }

    @Test
    void aCoordinatorMayAddAnOrganization() {
        navigate(DirectoryView.class);
        test($(Button.class).withText("New organization").single()).click();
        assertThat($(OrganizationForm.class).exists()).isTrue();
    }

    @Test
    @WithAnonymousUser
    void whoeverIsNotSignedInDoesNotGetIn() {
        try {
            UI.getCurrent().navigate("directory");
        } catch (RuntimeException redirected) {
            assertThat(redirected).hasMessageContaining("login");
        }
        assertThat($(DirectoryView.class).exists()).isFalse();
    }

    private static void open(String query) {
        UI.getCurrent().navigate("directory", QueryParameters.fromString(query));
    }

    private TextField searchField() {
        return $(TextField.class).withLabel("Search services").single();
    }

    private Checkbox checkbox(String label) {
        return $(Checkbox.class)
                .withCondition(box -> box.getLabel() != null && box.getLabel().startsWith(label))
                .first();
    }

    private CallCard cardWith(String text) {
        return $(CallCard.class).withCondition(card -> text(card).contains(text)).first();
    }

    static String text(Component component) {
        return component.getElement().getTextRecursively();
    }
}
