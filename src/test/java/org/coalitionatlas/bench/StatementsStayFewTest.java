package org.coalitionatlas.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.QueryParameters;
import jakarta.persistence.EntityManagerFactory;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.coalitionatlas.DemoTest;
import org.coalitionatlas.IndexCaughtUp;
import org.coalitionatlas.SignedInAs;
import org.coalitionatlas.SqlStatements;
import org.coalitionatlas.directory.DirectorySearch;
import org.coalitionatlas.directory.SearchRequest;
import org.coalitionatlas.geography.County;
import org.coalitionatlas.geography.Geography;
import org.coalitionatlas.identity.CoalitionProfile;
import org.coalitionatlas.taxonomy.Taxonomy;
import org.hibernate.search.mapper.orm.Search;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithUserDetails;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/**
 * What a screen asks of the database does not grow with the data: the same screens with the demo
 * coalition alone, and when it has many more counties and hundreds of generated services.
 */
@DemoTest
@TestPropertySource(properties = "atlas.test.data=more")
@DirtiesContext
@WithUserDetails(userDetailsServiceBeanName = "people", value = SignedInAs.ADMINISTRATOR)
class StatementsStayFewTest extends SpringBrowserlessTest {

    private static final long SEED = 20_260_401;
    private static final int MORE_SERVICES = 400;
    private static final int COUNTIES = 30;
    private static final String STATE = "IL";

    /** The most statements of each address. */
    private static final Map<String, Integer> MOST =
            Map.of(
                    "directory", 3,
                    "directory?county=17201", 3,
                    "directory?q=legal+help&need=T7&open=1&sort=name", 3,
                    "gaps", 5,
                    "gaps?view=list", 5);

    @Autowired private SqlStatements statements;
    @Autowired private DataSource database;
    @Autowired private EntityManagerFactory entities;
    @Autowired private Geography geography;
    @Autowired private Taxonomy taxonomy;
    @Autowired private CoalitionProfile coalition;
    @Autowired private DirectorySearch search;
    @Autowired private IndexCaughtUp index;
    @Autowired private SignedInAs signedInAs;

    @Test
    void a_search_and_the_map_of_gaps_ask_as_often_with_far_more_data() throws Exception {
        index.await();
        Map<String, List<String>> before = asked();
        long found = services();

        List<String> counties =
                Stream.concat(
                                coalition.counties().stream(),
                                geography.countiesOf(STATE, LocalDate.now()).stream())
                        .map(County::fips)
                        .distinct()
                        .limit(COUNTIES)
                        .toList();
        addServices();
        signedInAs.run(
                SignedInAs.ADMINISTRATOR, () -> coalition.describe("Many counties", counties));

        assertThat(services()).isGreaterThan(found + MORE_SERVICES * 3 / 4);
        Map<String, List<String>> after = asked();
        open("gaps");
        assertThat(cells()).isEqualTo(counties.size() * taxonomy.needs().size());
        before.forEach(
                (address, few) -> {
                    assertThat(few)
                            .as(address)
                            .hasSizeLessThanOrEqualTo(MOST.getOrDefault(address, 0));
                    assertThat(after.get(address)).as("%s with more", address).hasSameSizeAs(few);
                });
        assertThat(before.get("gaps")).isNotEmpty();
    }

    private Map<String, List<String>> asked() {
        var asked = new LinkedHashMap<String, List<String>>();
        for (String address : MOST.keySet()) {
            // What is read once and then remembered is no part of a screen.
            open(address);
            UI.getCurrent().navigate("");
            asked.put(address, statements.during(() -> open(address)));
        }
        return asked;
    }

    private static void open(String address) {
        String[] parts = address.split("\\?", 2);
        UI.getCurrent()
                .navigate(
                        parts[0],
                        parts.length == 1
                                ? QueryParameters.empty()
                                : QueryParameters.fromString(parts[1]));
    }

    private long services() {
        return search.search(SearchRequest.of("")).total();
    }

    private long cells() {
        return $(Anchor.class)
                .withCondition(link -> link.getHref().matches("gaps/\\d{5}/\\w+"))
                .withAttribute("aria-label")
                .all()
                .stream()
                .map(Anchor::getHref)
                .distinct()
                .count();
    }

    private void addServices() throws Exception {
        var generator = new DirectoryGenerator(SEED, LocalDate.now(), geography, taxonomy);
        var made = new int[1];
        new DirectoryWriter(database)
                .write(
                        generator
                                .organizations()
                                .filter(StatementsStayFewTest::isOfTheState)
                                .takeWhile(
                                        organization -> {
                                            boolean wanted = made[0] < MORE_SERVICES;
                                            made[0] += organization.services().size();
                                            return wanted;
                                        })
                                .iterator());
        Search.mapping(entities)
                .scope(Object.class)
                .massIndexer()
                .threadsToLoadObjects(1)
                .startAndWait();
    }

    private static boolean isOfTheState(GeneratedOrganization organization) {
        return organization.places().stream()
                .anyMatch(place -> STATE.equals(place.draft().address().state()));
    }
}
