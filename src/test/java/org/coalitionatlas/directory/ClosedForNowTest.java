package org.coalitionatlas.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.coalitionatlas.DemoTest;
import org.coalitionatlas.IndexCaughtUp;
import org.coalitionatlas.SignedInAs;
import org.coalitionatlas.directory.OwnRecord.Made;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;

/** What is closed for now is open at no hour, however many hours stand in its record. */
@DemoTest
class ClosedForNowTest {

    // Each test has a county of its own, so that its counts are exact.
    private static final String WITHIN_CLOSED = "31003";
    private static final String REOPENED = "31005";

    @Autowired private ApplicationContext product;
    @Autowired private DirectoryCommands commands;
    @Autowired private DirectorySearch search;
    @Autowired private SignedInAs signedInAs;
    @Autowired private IndexCaughtUp index;
    @Autowired private MockMvc mvc;

    @BeforeEach
    void everythingIsIndexed() {
        index.await();
    }

    @ParameterizedTest
    @CsvSource({
        "ACTIVE, TEMPORARILY_CLOSED, 31003",
        "ACTIVE, INACTIVE, 31007",
        "TEMPORARILY_CLOSED, ACTIVE, 31009",
        "INACTIVE, ACTIVE, 31011"
    })
    void isInNoFilterNoCountAndNoListOfWhatIsOpen(Status organization, Status status, String county)
            throws Exception {
        Made shut =
                OwnRecord.named("Shut " + county)
                        .in(county)
                        .organization(organization)
                        .service(status)
                        .make(product);
        Made open = OwnRecord.named("Unshut " + county).in(county).make(product);
        index.await();
        assertThat(ids(county, true, false)).containsExactly(open.service());
        assertThat(ids(county, false, true)).containsExactly(open.service());
        SearchResult all = search.searchPublished(request(county, false, false));
        assertThat(all.hits())
                .extracting(hit -> hit.service().id())
                .contains(shut.service(), open.service());
        assertThat(all.facets().openNow())
                .isEqualTo(search.searchPublished(request(county, true, false)).total());
        assertThat(all.facets().always())
                .isEqualTo(search.searchPublished(request(county, false, true)).total());
        assertThat(search.publishedService(shut.service()).orElseThrow().status())
                .isEqualTo(organization == Status.ACTIVE ? status : organization);
        for (String base : List.of("", "/es")) {
            String page = page(base + "/directory/county/" + county);
            assertThat(page).contains(open.serviceName()).doesNotContain(shut.serviceName());
        }
        String card = page("/directory?county=" + county);
        assertThat(card).contains(shut.serviceName());
        assertThat(between(card, shut.service().toString(), "</article>"))
                .contains(
                        (organization == Status.ACTIVE ? status : organization) == Status.INACTIVE
                                ? "Not active now"
                                : "Temporarily closed")
                .doesNotContain("24/7", "Open now");
    }

    @Test
    void opensAgainWithItsOrganization() {
        Made made =
                OwnRecord.named("Reopening")
                        .in(REOPENED)
                        .organization(Status.TEMPORARILY_CLOSED)
                        .make(product);
        index.await();
        assertThat(ids(REOPENED, true, false)).isEmpty();
        signedInAs.run(
                SignedInAs.ADMINISTRATOR,
                () -> {
                    var standing = commands.organization(made.organization());
                    commands.reviseOrganization(
                            made.organization(),
                            standing.version(),
                            OrganizationDraft.named(made.name(), "other"));
                });
        index.await();
        assertThat(ids(REOPENED, true, false)).containsExactly(made.service());
    }

    @Test
    void answersNobodyAndIsNotOnCall() {
        Made shut =
                OwnRecord.named("Silent")
                        .in(WITHIN_CLOSED)
                        .service(Status.TEMPORARILY_CLOSED)
                        .make(product);
        index.await();
        ServiceView view = search.publishedService(shut.service()).orElseThrow();
        assertThat(view.hours().isAlways()).isTrue();
        assertThat(view.reachable(Instant.now())).isFalse();
        assertThat(view.openState(Instant.now()).isOpen()).isFalse();
        shut.archive(product);
    }

    private List<UUID> ids(String county, boolean openNow, boolean always) {
        return search.searchPublished(request(county, openNow, always)).hits().stream()
                .map(hit -> hit.service())
                .filter(view -> view.areas().contains(ServiceArea.county(county).code()))
                .map(ServiceView::id)
                .toList();
    }

    private static SearchRequest request(String county, boolean openNow, boolean always) {
        return new SearchRequest(
                "",
                Set.of(),
                Set.of(),
                county,
                Set.of(),
                Set.of(),
                openNow,
                always,
                false,
                Set.of(),
                null,
                null,
                SearchRequest.Sort.NAME,
                0,
                SearchRequest.MOST);
    }

    private String page(String path) throws Exception {
        var response = mvc.perform(get(path)).andReturn().getResponse();
        String moved = response.getRedirectedUrl();
        return moved == null ? response.getContentAsString() : page(moved);
    }

    private static String between(String text, String from, String to) {
        int start = text.indexOf(from);
        return text.substring(start, text.indexOf(to, start));
    }
}
