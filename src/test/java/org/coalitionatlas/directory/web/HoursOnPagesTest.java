package org.coalitionatlas.directory.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.coalitionatlas.DemoTest;
import org.coalitionatlas.IndexCaughtUp;
import org.coalitionatlas.directory.DirectorySearch;
import org.coalitionatlas.directory.FederalHoliday;
import org.coalitionatlas.directory.OwnRecord;
import org.coalitionatlas.directory.SearchRequest;
import org.coalitionatlas.directory.Status;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Seasons, dates, holidays and lines on call on the published pages; true on any day. */
@DemoTest
class HoursOnPagesTest {

    private static final Pattern DATE = Pattern.compile("\"validFrom\":\"(\\d{4}-\\d{2}-\\d{2})\"");

    @Autowired private MockMvc mvc;
    @Autowired private IndexCaughtUp index;
    @Autowired private DirectorySearch directory;
    @Autowired private ApplicationContext product;

    @BeforeEach
    void everythingIsIndexed() {
        index.await();
    }

    @Test
    void a_seasonal_service_says_when_in_the_year_it_is_open() throws Exception {
        assertThat(page("", "Winter warming room"))
                .contains("Through the year")
                .contains("November 1 to March 31: Mon–Sun 6:00 PM–8:00 AM (next day)")
                .contains("Rest of the year: closed")
                .contains("Times are in Central Time")
                .doesNotContain("Hours not stated");
        assertThat(page("/es", "Winter warming room"))
                .contains("Durante el año")
                .contains("Del 1 de noviembre al 31 de marzo: lun–dom 6:00 p.m.–8:00 a.m.")
                .contains("El resto del año: cerrado");
    }

    @Test
    void dates_and_holidays_to_come_are_listed() throws Exception {
        assertThat(page("", "Primary care and dental"))
                .contains("Days with other hours")
                .contains("(Staff training): 1:00 PM–5:00 PM")
                .contains("(Move to the new dental rooms): closed")
                .contains("Closed on federal holidays. Next: ")
                .contains("8:00 AM – 12:00 PM", "1:00 PM – 7:00 PM");
        assertThat(page("/es", "Primary care and dental"))
                .contains("Días con otro horario")
                .contains("(Move to the new dental rooms): cerrado")
                .contains("Cerrado en feriados federales. El próximo: ");
    }

    @Test
    void the_line_on_call_is_dialed_from_the_page_when_everybody_may_know_it() throws Exception {
        assertThat(page("", "Trauma therapy"))
                .contains("After hours call (815) 555-0150")
                .contains("href=\"tel:+18155550150\"")
                .contains("Counselor on duty");
        assertThat(page("/es", "Trauma therapy"))
                .contains("Fuera de horario llame al (815) 555-0150");
    }

    @Test
    void the_line_on_call_of_members_and_coordinators_is_nowhere() throws Exception {
        assertThat(page("", "Survivor liaison"))
                .doesNotContain("555-0191", "5550191", "After hours");
        for (var hit : directory.searchPublished(SearchRequest.of("case management")).hits()) {
            assertThat(page("", hit.service().id())).doesNotContain("555-0190", "5550190");
        }
    }

    @Test
    void machines_are_told_the_dates_between_which_a_season_holds() throws Exception {
        JsonNode hours = data("Winter warming room").path("hoursAvailable");
        assertThat(hours.size()).isPositive();
        LocalDate today = LocalDate.now(ZoneId.of("America/Chicago"));
        for (JsonNode each : hours) {
            LocalDate first = LocalDate.parse(each.path("validFrom").asString());
            LocalDate last = LocalDate.parse(each.path("validThrough").asString());
            assertThat(first).isBetween(today.minusDays(1), today.plusYears(1));
            assertThat(last).isBetween(first, today.plusYears(1));
            // Within the season, whose last day is March 31.
            assertThat(first.getMonthValue() >= 11 || first.getMonthValue() <= 3).isTrue();
            assertThat(last.getMonthValue() >= 11 || last.getMonthValue() <= 3).isTrue();
            assertThat(each.path("opens").asString()).isEqualTo("18:00");
            assertThat(each.path("closes").asString()).isEqualTo("08:00");
        }
    }

    @Test
    void machines_are_told_of_dates_and_holidays() throws Exception {
        JsonNode data = data("Primary care and dental");
        String places = data.path("availableChannel").toString();
        assertThat(places).contains("specialOpeningHoursSpecification");
        // Whichever of them the demo's own dates, which follow the day of loading, leave over.
        List<LocalDate> holidays =
                DATE.matcher(places)
                        .results()
                        .map(found -> LocalDate.parse(found.group(1)))
                        .filter(day -> FederalHoliday.on(day).isPresent())
                        .toList();
        assertThat(holidays).hasSizeGreaterThan(8);
        assertThat(data.path("hoursAvailable").toString())
                .contains("\"13:00\"", holidays.getLast().toString());
    }

    @Test
    void machines_are_told_no_hours_of_what_is_closed_for_now() throws Exception {
        var made = OwnRecord.named("Shut Machines").organization(Status.INACTIVE).make(product);
        index.await();
        assertThat(json(page("", made.service())).has("hoursAvailable")).isFalse();
        made.archive(product);
        index.await();
    }

    private JsonNode data(String service) throws Exception {
        return json(page("", service));
    }

    private static JsonNode json(String page) {
        String block =
                Jsoup.parse(page).select("script[type=application/ld+json]").getFirst().data();
        return JsonMapper.builder().build().readTree(block);
    }

    private String page(String base, String service) throws Exception {
        UUID id =
                directory.searchPublished(SearchRequest.of(service)).hits().stream()
                        .filter(hit -> hit.service().name().equals(service))
                        .findFirst()
                        .orElseThrow()
                        .service()
                        .id();
        return page(base, id);
    }

    private String page(String base, UUID id) throws Exception {
        return mvc.perform(get(base + "/directory/services/" + id))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8)
                .replace('\u00a0', ' ')
                .replace('\u202f', ' ');
    }
}
