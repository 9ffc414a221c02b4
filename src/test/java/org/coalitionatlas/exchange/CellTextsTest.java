package org.coalitionatlas.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.coalitionatlas.common.CsvCells;
import org.coalitionatlas.common.InvalidValue;
import org.coalitionatlas.common.PostalAddress;
import org.coalitionatlas.common.WeeklyHours;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values as case systems and people write them into cells. */
class CellTextsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(312) 938-2106|+13129382106",
                "630-462.7660|+16304627660",
                "3125542000|+13125542000",
                "1 (800) 940-1119|+18009401119",
                "1.866.HELP4DV|+18664357438",
                "1-800-LAW-REP-4|+18005297374",
                "844-RIGHTS-9 (844-744-4879)|+18447444879",
                "988|988"
            })
    void one_number_is_read_in_any_shape(String cell, String number) {
        assertThat(CellTexts.phones(cell)).hasSize(1);
        assertThat(CellTexts.phones(cell).getFirst().phone().number()).isEqualTo(number);
    }

    @Test
    void two_numbers_in_a_cell_become_two_lines() {
        var found = CellTexts.phones("800-526-0844; Spanish: 800-501-0864");

        assertThat(found)
                .extracting(n -> n.phone().number())
                .containsExactly("+18005260844", "+18005010864");
        assertThat(found.get(1).note()).isEqualTo("Spanish");
    }

    @Test
    void words_beside_a_number_are_kept_and_extensions_are_dialed() {
        var crisis = CellTexts.phones("1-800-892-8900 (24 hour crisis line)").getFirst();
        var extension = CellTexts.phones("(312) 201-9740 x331").getFirst();

        assertThat(crisis.note()).isEqualTo("24 hour crisis line");
        assertThat(extension.phone().extension()).isEqualTo("331");
        assertThat(extension.note()).isNull();
    }

    @Test
    void what_is_no_number_is_refused() {
        assertThatThrownBy(() -> CellTexts.phones("ask at the desk"))
                .isInstanceOf(InvalidValue.class);
    }

    @Test
    void a_week_with_a_lunch_break_is_read() {
        WeeklyHours hours =
                CellTexts.hours(
                        "Sunday: Closed Monday: 9:00-12:00 , 13:00-17:00  Tuesday: 9:00-17:00  "
                                + "Saturday: Closed");

        assertThat(hours.code()).isEqualTo("540-720,780-1020,1980-2460");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mon-Fri 9am-5pm|2400",
                "Mon-Fri: 9-5 pm|2400",
                "Monday through Friday 8:30 a.m. - 4:30 p.m.|2400",
                "Fri-Mon 1-5 pm|960",
                "Sat 22:00-06:00|480",
                "24/7|10080",
                "Available 24/7/365|10080",
                "Mon closed Tue 10:00-12:00|120"
            })
    void other_ways_to_write_a_week_are_read(String text, int minutes) {
        assertThat(CellTexts.hours(text).minutes()).isEqualTo(minutes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Monday: 9:00-5:00",
                "by arrangement",
                "Mon 25:00-26:00",
                "Mon 9:00-17:00 except holidays",
                "first Tuesday of the month"
            })
    void hours_that_cannot_be_meant_or_understood_are_refused(String text) {
        assertThatThrownBy(() -> CellTexts.hours(text)).isInstanceOf(InvalidValue.class);
    }

    @Test
    void a_point_is_found_in_a_sentence() {
        assertThat(CellTexts.point("Geolocation is 41.88149, -87.624392").latitude())
                .isEqualTo(41.88149);
        assertThatThrownBy(() -> CellTexts.point("Geolocation is unknown"))
                .isInstanceOf(InvalidValue.class);
    }

    @Test
    void an_address_whose_line_ends_were_lost_is_taken_apart() {
        assertThat(CellTexts.address("100 North LaSalle StreetSuite 600Chicago, IL 60602"))
                .isEqualTo(
                        new PostalAddress(
                                "100 North LaSalle Street", "Suite 600", "Chicago", "IL", "60602"));
        assertThat(CellTexts.address("300 Grand Ave STE AWaukegan, IL 60085"))
                .isEqualTo(
                        new PostalAddress("300 Grand Ave STE A", null, "Waukegan", "IL", "60085"));
        assertThat(CellTexts.address("P.O. Box 726Homewood, IL 60430"))
                .isEqualTo(new PostalAddress("P.O. Box 726", null, "Homewood", "IL", "60430"));
        assertThat(CellTexts.address("12 Main St, Rockford, IL 61101-1234"))
                .isEqualTo(new PostalAddress("12 Main St", null, "Rockford", "IL", "61101-1234"));
    }

    @Test
    void lists_keep_a_county_together_with_its_state() {
        assertThat(CellTexts.items("Cook\n\n    DuPage")).isEqualTo(List.of("Cook", "DuPage"));
        assertThat(CellTexts.items("Cook, DuPage; Rock, WI"))
                .isEqualTo(List.of("Cook", "DuPage", "Rock, WI"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", " =1+1", "\u00a0=1", "＝1"})
    void a_report_cell_is_never_a_formula(String cell) {
        assertThat(CsvCells.safe(cell)).startsWith("'");
    }
}
