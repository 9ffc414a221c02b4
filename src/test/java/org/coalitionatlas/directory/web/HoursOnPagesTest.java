package org.coalitionatlas.directory.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.coalitionatlas.DemoTest;
import org.coalitionatlas.IndexCaughtUp;
import org.coalitionatlas.directory.DirectorySearch;
import org.coalitionatlas.directory.SearchRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** Seasons, dates, holidays and lines on call on the published pages; true on any day. */
@DemoTest
class HoursOnPagesTest {

    @Autowired private MockMvc mvc;
    @Autowired private IndexCaughtUp index;
    @Autowired private DirectorySearch directory;

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
