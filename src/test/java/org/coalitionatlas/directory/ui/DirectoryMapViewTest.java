package org.coalitionatlas.directory.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import java.util.List;
import org.coalitionatlas.DemoTest;
import org.coalitionatlas.IndexCaughtUp;
import org.coalitionatlas.SignedInAs;
import org.coalitionatlas.directory.DirectoryMap.CountyPlaces;
import org.coalitionatlas.directory.DirectoryMap.Places;
import org.coalitionatlas.directory.MapDrawing;
import org.coalitionatlas.geography.County;
import org.coalitionatlas.geography.Geography;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithUserDetails;

@DemoTest
@WithUserDetails(userDetailsServiceBeanName = "people", value = SignedInAs.COORDINATOR)
class DirectoryMapViewTest extends SpringBrowserlessTest {

    @Autowired private IndexCaughtUp indexCaughtUp;
    @Autowired private MapDrawing drawing;
    @Autowired private DirectoryWords words;
    @Autowired private OwnFiles files;
    @Autowired private Geography geography;

    @BeforeEach
    void indexIsUpToDate() {
        indexCaughtUp.await();
    }

    @Test
    void the_map_of_a_search_is_one_link_away_from_its_list_and_back() {
        open("q=legal");
        UI.getCurrent().navigate(DirectoryView.class, QueryParameters.fromString("q=legal"));
        RouterLink map = $(RouterLink.class).withText("Map").single();
        assertThat(map.getHref()).isEqualTo("directory/map?q=legal");
        open("q=legal");
        assertThat($(RouterLink.class).withText("List").single().getHref())
                .isEqualTo("directory?q=legal");
    }

    @Test
    void fewer_places_are_on_the_map_when_fewer_services_are_found() {
        open("");
        long all = places();
        test($(TextField.class, $(DirectoryMapView.class).single()).single()).setValue("legal");
        assertThat(places()).isPositive().isLessThan(all);
    }

    @Test
    void confidential_places_are_neither_drawn_nor_listed_for_coordinators() {
        open("");
        assertThat($(Svg.class).all()).hasSize(1);
        String list = $(OrderedList.class).single().getElement().getTextRecursively();
        assertThat(list).doesNotContain("48 Wrenfield Court", "6 Oxbow Hollow Road", "214 Juniper");
        assertThat($(Span.class).withText("Map").all()).hasSize(1);
    }

    @Test
    void services_left_out_are_told_beside_the_way_to_all_of_them() {
        open("");
        County county = geography.county("17201").orElseThrow();
        var panel =
                new MapPanel(
                        new Places(List.of(), List.of(new CountyPlaces(county, 2, 1)), 5),
                        "Winnebago",
                        drawing,
                        shown -> null,
                        new Anchor("directory", "All of them"),
                        words,
                        files);
        assertThat(panel.getElement().getTextRecursively())
                .contains("5 more services have a place here and are neither drawn nor counted")
                .contains("All of them");
    }

    private long places() {
        return $(OrderedList.class).single().getChildren().count();
    }

    private static void open(String query) {
        UI.getCurrent().navigate(DirectoryMapView.class, QueryParameters.fromString(query));
    }
}
