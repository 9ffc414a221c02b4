package org.coalitionatlas.cockpit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What calendar programs read. */
class CalendarFileTest {

    private static final Instant NOW = Instant.parse("2026-11-21T08:30:00Z");

    @Test
    void an_event_is_a_whole_day_with_escaped_texts() {
        var file = new CalendarFile("Due; dates", "en", NOW);
        file.add(
                "round-1",
                LocalDate.of(2026, 12, 31),
                "Due: checklist, 2026",
                "One\nTwo \\ three",
                "https://directory.example.org/portal/cockpit");
        assertThat(file.end())
                .startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
                .contains("X-WR-CALNAME:Due\\; dates\r\n")
                .contains("UID:round-1@coalition-atlas\r\n")
                .contains("DTSTAMP:20261121T083000Z\r\n")
                .contains("DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n")
                .contains("SUMMARY:Due: checklist\\, 2026\r\n")
                .contains("DESCRIPTION:One\\nTwo \\\\ three\r\n")
                .endsWith("END:VEVENT\r\nEND:VCALENDAR\r\n");
    }

    @Test
    void long_lines_are_folded_within_75_bytes_and_never_within_a_character() {
        var file = new CalendarFile("Calendar", "es", NOW);
        String summary = "Vence: evaluación 織".repeat(12) + "🙂".repeat(20);
        file.add("county-17201", LocalDate.of(2026, 12, 1), summary, "", "https://a.example.org");
        String text = file.end();
        for (String line : text.split("\r\n")) {
            assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75);
        }
        assertThat(text.replace("\r\n ", "")).contains("SUMMARY:" + summary + "\r\n");
    }

    @Test
    void a_name_cannot_smuggle_in_a_line_of_its_own() {
        var file = new CalendarFile("Calendar", "en", NOW);
        file.add(
                "x",
                LocalDate.of(2026, 12, 1),
                "Evil\r\nATTACH:http://evil.example.org",
                "",
                "https://a.example.org/\r\nEND:VCALENDAR");
        assertThat(file.end().split("\r\n"))
                .noneMatch(line -> line.startsWith("ATTACH"))
                .filteredOn("END:VCALENDAR"::equals)
                .hasSize(1);
    }
}
