package org.coalitionatlas.directory.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.router.QueryParameters;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.coalitionatlas.DemoTest;
import org.coalitionatlas.IndexCaughtUp;
import org.coalitionatlas.SignedInAs;
import org.coalitionatlas.common.Phone;
import org.coalitionatlas.common.WeeklyHours;
import org.coalitionatlas.directory.AtMoment;
import org.coalitionatlas.directory.Audience;
import org.coalitionatlas.directory.OpeningHours;
import org.coalitionatlas.directory.OwnRecord;
import org.coalitionatlas.directory.OwnRecord.Made;
import org.coalitionatlas.directory.PhoneLine;
import org.coalitionatlas.directory.PhoneType;
import org.coalitionatlas.directory.ReferralSearch;
import org.coalitionatlas.directory.SearchRequest;
import org.coalitionatlas.directory.ServiceView;
import org.coalitionatlas.directory.SpecialHours;
import org.coalitionatlas.directory.Status;
import org.coalitionatlas.directory.VerificationCycle;
import org.coalitionatlas.geography.Geography;
import org.coalitionatlas.identity.CoalitionProfile;
import org.coalitionatlas.identity.CurrentPerson;
import org.coalitionatlas.taxonomy.Taxonomy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.test.context.support.WithUserDetails;

/** Whom to call at two in the morning: the reason the screen is there. */
@DemoTest
@WithUserDetails(userDetailsServiceBeanName = "people", value = SignedInAs.COORDINATOR)
class ReferralAtNightTest extends SpringBrowserlessTest {

    private static final String COUNTY = "31021";
    private static final OpeningHours BY_DAY =
            OpeningHours.of(
                    WeeklyHours.of(
                            Stream.of(DayOfWeek.values())
                                    .map(
                                            day ->
                                                    new WeeklyHours.Span(
                                                            day,
                                                            LocalTime.of(9, 0),
                                                            LocalTime.of(17, 0)))
                                    .toList()),
                    false,
                    null);
    private static final OpeningHours ON_CALL =
            BY_DAY.with(
                    new SpecialHours(
                            false,
                            List.of(),
                            List.of(),
                            PhoneLine.of(
                                    Phone.parse("402-555-0177"),
                                    PhoneType.VOICE,
                                    "Night desk",
                                    Audience.MEMBERS)));

    @Autowired private ApplicationContext product;
    @Autowired private IndexCaughtUp index;
    @Autowired private CurrentPerson currentPerson;
    @Autowired private CoalitionProfile coalition;
    @Autowired private Taxonomy taxonomy;
    @Autowired private Geography geography;
    @Autowired private VerificationCycle cycle;

    private final List<Made> made = new ArrayList<>();

    // Whoever is worst to call was verified last: the order cannot come from that.
    @BeforeEach
    void records() {
        made.add(record("By day", BY_DAY, false).verified(0).make(product));
        made.add(record("On call", ON_CALL, false).verified(10).make(product));
        made.add(record("Trained by day", BY_DAY, true).verified(20).make(product));
        made.add(
                OwnRecord.named("Shut")
                        .in(COUNTY)
                        .contact(0, Audience.MEMBERS, true)
                        .service(Status.TEMPORARILY_CLOSED)
                        .verified(30)
                        .make(product));
        made.add(record("Trained on call", ON_CALL, true).verified(40).make(product));
        index.await();
    }

    @AfterEach
    void leaveNothing() {
        made.forEach(one -> one.archive(product));
        index.await();
    }

    @Test
    void who_is_on_call_can_be_reached_and_comes_before_who_cannot() {
        List<String> cards = cards(at(2));
        assertThat(cards.get(0))
                .contains("Person of Trained on call", "Can be reached now", "(402) 555-0177")
                .contains("Night desk");
        assertThat(cards.get(1))
                .contains("Person of Trained by day")
                .doesNotContain("Can be reached now");
        assertThat(cards.get(2))
                .contains("Person of Shut", "Temporarily closed")
                .doesNotContain("Can be reached now", "24 hours");
        assertThat(cards.get(3))
                .contains("Person of On call", "Can be reached now", "(402) 555-0177");
        assertThat(cards.get(4)).contains("Person of By day").doesNotContain("Can be reached now");
    }

    @Test
    void by_day_everybody_can_be_reached_but_the_closed_and_nobody_is_on_call() {
        List<String> cards = cards(at(12));
        for (String card : cards) {
            assertThat(card.contains("Can be reached now"))
                    .as(card)
                    .isNotEqualTo(card.contains("Person of Shut"));
            assertThat(card).doesNotContain("(402) 555-0177");
        }
    }

    @Test
    void what_is_left_out_of_a_long_list_is_what_is_worst_to_call_and_that_is_said() {
        ReferralSearch search = AtMoment.referrals(product, at(2));
        ReferralSearch.Found found = search.find(request(), 3);
        assertThat(found.services())
                .extracting(ServiceView::name)
                .containsExactly(
                        "Trained on call, service", "Trained by day, service", "Shut, service");
        assertThat(found.more()).isTrue();
        assertThat(found.total()).isGreaterThanOrEqualTo(5);
        assertThat(search.find(request(), 500).more()).isFalse();
    }

    private OwnRecord record(String name, OpeningHours hours, boolean trained) {
        return OwnRecord.named(name).in(COUNTY).open(hours).contact(0, Audience.MEMBERS, trained);
    }

    private List<String> cards(Clock clock) {
        var view =
                new ReferralContactsView(
                        AtMoment.referrals(product, clock),
                        currentPerson,
                        coalition,
                        new DirectoryWords(taxonomy, geography, cycle, clock));
        view.show(QueryParameters.fromString("need=L3&county=" + COUNTY));
        return Stream.of(view.getContent())
                .flatMap(content -> content.getChildren())
                .flatMap(part -> part.getChildren())
                .filter(ListItem.class::isInstance)
                .map(DirectoryViewTest::text)
                .filter(card -> made.stream().anyMatch(one -> card.contains(one.person())))
                .toList();
    }

    private static SearchRequest request() {
        SearchRequest all = SearchRequest.of("");
        return new SearchRequest(
                "",
                java.util.Set.of("L3"),
                all.phases(),
                COUNTY,
                all.serves(),
                all.languages(),
                false,
                false,
                false,
                all.kinds(),
                null,
                null,
                SearchRequest.Sort.LAST_VERIFIED,
                0,
                SearchRequest.MOST);
    }

    private static Clock at(int hour) {
        ZoneId zone = ZoneId.of("America/Chicago");
        return Clock.fixed(LocalDate.now(zone).atTime(hour, 0).atZone(zone).toInstant(), zone);
    }
}
