package org.coalitionatlas.gaps.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.coalitionatlas.DemoTest;
import org.coalitionatlas.SignedInAs;
import org.coalitionatlas.SqlStatements;
import org.coalitionatlas.directory.CodeSet;
import org.coalitionatlas.directory.DirectoryCommands;
import org.coalitionatlas.directory.OrganizationDraft;
import org.coalitionatlas.directory.ServiceArea;
import org.coalitionatlas.directory.ServiceDraft;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithAnonymousUser;
import org.springframework.security.test.context.support.WithUserDetails;

@DemoTest
@WithUserDetails(userDetailsServiceBeanName = "people", value = SignedInAs.COORDINATOR)
class GapsViewTest extends SpringBrowserlessTest {

    private static final String HOUSING = "gaps/17201/A3";

    @Autowired private DirectoryCommands directory;
    @Autowired private SignedInAs signedInAs;
    @Autowired private SqlStatements statements;

    @Test
    void a_coordinator_reads_housing_in_winnebago_with_its_level_and_gaps_in_words() {
        navigate(GapsView.class);
        Anchor cell = cellOf(HOUSING);
        assertThat(name(cell))
                .isEqualTo(
                        "Housing, Winnebago County: trained partner, 3 gaps: G4 population left"
                                + " out, G5 hours left out, G6 single provider");
        assertThat(cell.getElement().getTextRecursively())
                .contains("Trained partner")
                .contains("G4 G5 G6");
    }

    @Test
    void the_map_has_every_need_of_every_county_under_its_phase() {
        navigate(GapsView.class);
        assertThat(cells()).hasSize(33 * 5);
        assertThat($(NativeTableHeaderCell.class).all())
                .filteredOn(h -> "rowgroup".equals(h.getElement().getAttribute("scope")))
                .extracting(h -> h.getElement().getTextRecursively())
                .containsExactly(
                        "Acute / crisis needs",
                        "Transitional / more immediate needs",
                        "Long-term stability and sustainability");
    }

    @Test
    void not_assessed_says_so_and_is_never_told_as_none() {
        navigate(GapsView.class);
        assertThat(name(cellOf("gaps/17177/A3")))
                .isEqualTo("Housing, Stephenson County: not assessed");
        assertThat(text(getCurrentView()))
                .contains("Nobody has assessed a need here yet, so coverage is not known.");
    }

    @Test
    void the_address_says_which_cells_are_shown() {
        open("gaps", "gap=G6&county=17201&phase=acute");
        List<Anchor> shown = cells();
        assertThat(shown).isNotEmpty().allSatisfy(c -> assertThat(name(c)).contains("Winnebago"));
        assertThat(shown).allSatisfy(c -> assertThat(name(c)).contains("G6 single provider"));
        assertThat($(RouterLink.class).withAttribute("aria-current", "true").all())
                .extracting(RouterLink::getText)
                .anyMatch(text -> text.startsWith("G6 single provider ("))
                .contains("Acute / crisis needs", "Winnebago County");
    }

    @Test
    void a_filter_nothing_meets_offers_everything_again() {
        open("gaps", "only=covered&county=17177");
        assertThat(text(getCurrentView())).contains("No cell matches these choices");
        assertThat(cells()).isEmpty();
    }

    @Test
    void an_address_somebody_mistyped_still_opens_the_map() {
        open("gaps", "gap=G99&only=what&sort=&page=minus");
        assertThat(cells()).hasSize(33 * 5);
    }

    @Test
    void the_list_has_acute_needs_first_and_asks_on_the_worksheet() {
        open("gaps", "view=list");
        List<String> phases =
                $(NativeTableCell.class).all().stream()
                        .map(GapsViewTest::text)
                        .filter(text -> text.contains("needs") || text.startsWith("Long-term"))
                        .toList();
        assertThat(phases).isNotEmpty();
        assertThat(phases.getFirst()).isEqualTo("Acute / crisis needs");
        assertThat($(Anchor.class).all())
                .extracting(Anchor::getHref)
                .contains("assessment/17177?need=A1");
    }

    @Test
    void the_map_needs_at_most_five_statements_however_many_providers_there_are() {
        List<String> before = statements.during(() -> open("gaps", "view=list"));
        for (int i = 0; i < 30; i++) {
            addDraftProvider("Winnebago draft " + i, "17201");
        }
        List<String> after = statements.during(() -> open("gaps", "view=list"));
        assertThat(before).isNotEmpty().hasSizeLessThanOrEqualTo(5);
        assertThat(after).hasSameSizeAs(before);
    }

    @Test
    void a_cell_opens_to_who_can_be_used_and_why_others_cannot() {
        navigate(HOUSING, GapCellView.class);
        assertThat(card("Safe Harbor"))
                .contains("Can be used today")
                .contains("has room")
                .doesNotContain("Fragile");
        assertThat(card("Youth Bridge"))
                .contains("Cannot be used today")
                .contains("waitlist only")
                .contains("not verified within 365 days: last verified");
        assertThat(card("City Mission"))
                .contains("Cannot be used today")
                .contains("no partnership in force")
                .contains("Fragile: the coalition has contact here only through one person");
        assertThat(text(getCurrentView()))
                .contains("4 of 16")
                .contains("Only one organization can be used today: Safe Harbor");
    }

    @Test
    void what_is_tried_out_stands_in_the_address_and_shows_what_would_close() {
        navigate(HOUSING, GapCellView.class);
        String youthBridge =
                $(Anchor.class).all().stream()
                        .filter(link -> link.getText().equals("Youth Bridge"))
                        .map(Anchor::getHref)
                        .findFirst()
                        .orElseThrow()
                        .replace("directory/organization/", "");
        open(HOUSING, "if=verified." + youthBridge + "&if=room." + youthBridge);
        assertThat($(Checkbox.class).all()).filteredOn(Checkbox::getValue).hasSize(2);
        assertThat(text($(WhatIfPanel.class).single()))
                .contains("Would close: G6 single provider.")
                .contains("12 of 16")
                .contains("Still nobody for: Adults · Males.");
    }

    @Test
    @WithUserDetails(userDetailsServiceBeanName = "people", value = SignedInAs.MEMBER_OF_LEGAL_AID)
    void a_member_reads_the_map_and_learns_no_draft_s_name() {
        UUID draft =
                signedInAs.call(
                        SignedInAs.ADMINISTRATOR,
                        () -> addDraftProvider("Unannounced house of refuge", "17015"));
        navigate("gaps/17015/L9", GapCellView.class);
        assertThat(text(getCurrentView()))
                .contains("A provider that only coordinators may see")
                .doesNotContain("Unannounced");
        assertThat($(Anchor.class).all())
                .extracting(Anchor::getHref)
                .noneMatch(address -> address.contains(draft.toString()));
        navigate(GapsView.class);
        assertThat(cells()).hasSize(33 * 5);
    }

    @Test
    @WithAnonymousUser
    void whoever_is_not_signed_in_does_not_get_in() {
        for (String address : List.of("gaps", HOUSING)) {
            try {
                UI.getCurrent().navigate(address);
            } catch (RuntimeException redirected) {
                assertThat(redirected).hasMessageContaining("login");
            }
        }
        assertThat($(GapsView.class).exists()).isFalse();
        assertThat($(GapCellView.class).exists()).isFalse();
    }

    // A draft, and for a need about which somebody affirmed "nobody", so that no figure changes.
    private UUID addDraftProvider(String name, String county) {
        return signedInAs.call(
                SignedInAs.ADMINISTRATOR,
                () -> {
                    UUID organization =
                            directory.addOrganization(OrganizationDraft.named(name, "shelter"));
                    directory.addService(
                            organization,
                            ServiceDraft.named("Bed")
                                    .meeting(
                                            CodeSet.of(List.of("L9")),
                                            Set.of(ServiceArea.county(county))));
                    return organization;
                });
    }

    private static void open(String path, String query) {
        UI.getCurrent().navigate(path, QueryParameters.fromString(query));
    }

    private List<Anchor> cells() {
        return $(Anchor.class)
                .withCondition(link -> link.getHref().matches("gaps/\\d{5}/\\w+"))
                .withAttribute("aria-label")
                .all()
                .stream()
                .filter(GapsViewTest::isAskedFor)
                .toList();
    }

    private static boolean isAskedFor(Anchor link) {
        return link.getParent()
                .map(cell -> !((NativeTableCell) cell).hasClassName("gap-aside"))
                .orElse(false);
    }

    private Anchor cellOf(String address) {
        return $(Anchor.class)
                .withCondition(link -> link.getHref().equals(address))
                .withAttribute("aria-label")
                .single();
    }

    private String card(String provider) {
        return $(ProviderList.class)
                .single()
                .getElement()
                .getChildren()
                .map(child -> child.getTextRecursively())
                .filter(text -> text.startsWith(provider))
                .findFirst()
                .orElseThrow();
    }

    private static String name(Component link) {
        return link.getElement().getAttribute("aria-label");
    }

    private static String text(HasElement part) {
        return part.getElement().getTextRecursively();
    }
}
