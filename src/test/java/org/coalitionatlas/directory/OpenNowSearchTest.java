package org.coalitionatlas.directory;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.coalitionatlas.DemoTest;
import org.coalitionatlas.IndexCaughtUp;
import org.coalitionatlas.SignedInAs;
import org.coalitionatlas.SqlStatements;
import org.coalitionatlas.geography.Geography;
import org.coalitionatlas.identity.CurrentPerson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** "Open now" at fixed moments; the demo's exceptions lie around the day of loading, not here. */
@DemoTest
class OpenNowSearchTest {

    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
    private static final String CLINIC = "Primary care and dental";
    private static final String WARMING_ROOM = "Winter warming room";
    private static final String RESPONSE_LINE = "Survivor response line";

    @Autowired EntityManager entities;
    @Autowired CurrentPerson currentPerson;
    @Autowired QueryWords queryWords;
    @Autowired Geography geography;
    @Autowired ViewJson viewJson;
    @Autowired SearchPass pass;
    @Autowired IndexCaughtUp index;
    @Autowired SignedInAs signedInAs;
    @Autowired SqlStatements statements;

    @BeforeEach
    void everythingIsIndexed() {
        index.await();
    }

    @Test
    void twoIntervalsADayLeaveTheLunchHourClosed() {
        // A Wednesday.
        assertThat(openAt("2030-11-20T11:59")).contains(CLINIC, RESPONSE_LINE);
        assertThat(openAt("2030-11-20T12:00")).doesNotContain(CLINIC);
        assertThat(openAt("2030-11-20T13:00")).contains(CLINIC);
        assertThat(openAt("2030-11-20T19:00")).doesNotContain(CLINIC);
    }

    @Test
    void aFederalHolidayClosesWhatIsClosedOnHolidaysAndNothingElse() {
        // Thanksgiving 2030 is November 28; plain weeks do not know of it.
        assertThat(openAt("2030-11-28T10:00"))
                .doesNotContain(CLINIC, "Trauma therapy")
                .contains(RESPONSE_LINE, "Case management");
        assertThat(openAt("2030-11-29T10:00")).contains(CLINIC, "Trauma therapy");
    }

    @Test
    void aSeasonOpensAndClosesWithItsNights() {
        assertThat(openAt("2030-10-31T23:59")).doesNotContain(WARMING_ROOM);
        assertThat(openAt("2030-11-01T17:59")).doesNotContain(WARMING_ROOM);
        assertThat(openAt("2030-11-01T18:00")).contains(WARMING_ROOM);
        assertThat(openAt("2031-01-01T00:00")).contains(WARMING_ROOM);
        assertThat(openAt("2031-04-01T07:59")).contains(WARMING_ROOM);
        assertThat(openAt("2031-04-01T08:00")).doesNotContain(WARMING_ROOM);
        assertThat(openAt("2030-07-04T20:00")).doesNotContain(WARMING_ROOM);
    }

    @Test
    void theSentenceTheFilterAndTheCountAgreeWithoutAStatement() {
        for (String local :
                List.of(
                        "2030-11-03T01:30", // comes twice
                        "2031-03-09T03:00", // the first minute after the skipped hour
                        "2030-12-31T23:59",
                        "2030-11-28T09:00",
                        "2030-06-20T12:30")) {
            Instant moment = LocalDateTime.parse(local).atZone(CHICAGO).toInstant();
            DirectorySearch search = at(moment);
            assertThat(statements.during(() -> search.searchPublished(request(true, 0)))).isEmpty();
            List<ServiceView> filtered = every(search, true);
            assertThat(filtered)
                    .as(local)
                    .extracting(ServiceView::id)
                    .containsExactlyInAnyOrderElementsOf(
                            every(search, false).stream()
                                    .filter(view -> isOpen(view, moment))
                                    .map(ServiceView::id)
                                    .toList());
            assertThat(search.searchPublished(request(false, 0)).facets().openNow())
                    .as(local)
                    .isEqualTo(filtered.size());
        }
    }

    @Test
    void theLineOnCallIsInTheViewOnlyOfThoseItIsMeantFor() {
        DirectorySearch search = at(Instant.parse("2030-11-20T18:00:00Z"));
        assertThat(onCall(search, SignedInAs.MEMBER_OF_SHELTER, "advocates case management"))
                .contains("+17795550190");
        assertThat(onCallOfAnybody(search, "case management")).doesNotContain("+17795550190");
        assertThat(onCallOfAnybody(search, "trauma therapy")).contains("+18155550150");
        assertThat(onCall(search, SignedInAs.MEMBER_OF_SHELTER, "survivor liaison"))
                .doesNotContain("+17795550191");
        assertThat(onCall(search, SignedInAs.COORDINATOR, "survivor liaison"))
                .contains("+17795550191");
        assertThat(onCall(search, SignedInAs.MEMBER_OF_SHELTER, "7795550190"))
                .containsExactly("+17795550190");
        assertThat(search.searchPublished(SearchRequest.of("7795550190")).total()).isZero();
        assertThat(search.searchPublished(SearchRequest.of("7795550191")).total()).isZero();
    }

    private static boolean isOpen(ServiceView view, Instant moment) {
        return OpenState.at(moment, view.hours(), ZoneId.of(view.zone())).isOpen();
    }

    private List<String> onCall(DirectorySearch search, String person, String text) {
        return numbers(signedInAs.call(person, () -> search.search(SearchRequest.of(text))));
    }

    private List<String> onCallOfAnybody(DirectorySearch search, String text) {
        return numbers(search.searchPublished(SearchRequest.of(text)));
    }

    private static List<String> numbers(SearchResult result) {
        return result.hits().stream()
                .map(hit -> hit.service().hours().specialHours().onCall())
                .filter(java.util.Objects::nonNull)
                .map(PhoneLine::number)
                .toList();
    }

    private Set<String> openAt(String local) {
        return names(every(at(LocalDateTime.parse(local).atZone(CHICAGO).toInstant()), true));
    }

    private static Set<String> names(List<ServiceView> views) {
        return new TreeSet<>(views.stream().map(ServiceView::name).toList());
    }

    private static List<ServiceView> every(DirectorySearch search, boolean openNow) {
        var views = new ArrayList<ServiceView>();
        for (int page = 0; ; page++) {
            SearchResult result = search.searchPublished(request(openNow, page));
            result.hits().forEach(hit -> views.add(hit.service()));
            if (views.size() >= result.total()) {
                return views;
            }
        }
    }

    private DirectorySearch at(Instant moment) {
        return new DirectorySearch(
                entities,
                currentPerson,
                queryWords,
                geography,
                viewJson,
                pass,
                Clock.fixed(moment, ZoneOffset.UTC));
    }

    private static SearchRequest request(boolean openNow, int page) {
        return new SearchRequest(
                "",
                Set.of(),
                Set.of(),
                null,
                Set.of(),
                Set.of(),
                openNow,
                false,
                false,
                Set.of(),
                null,
                null,
                SearchRequest.Sort.NAME,
                page,
                SearchRequest.MOST);
    }
}
