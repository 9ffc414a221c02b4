package org.coalitionatlas.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coalitionatlas.common.Ids;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallSheetTest {

    private final UUID one = Ids.newId();
    private final UUID two = Ids.newId();
    private final UUID three = Ids.newId();

    @Test
    void a_sheet_in_an_address_is_read_as_it_was_written() {
        for (int round = 0; round < 500; round++) {
            var sheet =
                    new CallSheet(Stream.generate(UUID::randomUUID).limit(1 + round % 20).toList());
            String text = sheet.toString();
            assertThat(text).matches("[A-Za-z0-9_.-]+").hasSizeLessThan(500);
            assertThat(CallSheet.read(text)).isEqualTo(new CallSheet.Read(sheet, 0, 0));
        }
        assertThat(CallSheet.read(one + "," + two).sheet().ids()).containsExactly(one, two);
    }

    @Test
    void nothing_in_the_address_is_an_empty_sheet() {
        assertThat(CallSheet.read(null).sheet().isEmpty()).isTrue();
        assertThat(CallSheet.read("  ")).isEqualTo(new CallSheet.Read(CallSheet.EMPTY, 0, 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "1-1-1-1-1",
                "AAAAAAAAAAAAAAAAAAAAA",
                "!!!!!!!!!!!!!!!!!!!!!!",
                "<script>alert(1)</script>"
            })
    void a_part_that_names_nothing_is_counted_and_the_rest_is_kept(String broken) {
        CallSheet.Read read = CallSheet.read(CallSheet.shortId(one) + "." + broken + "." + two);
        assertThat(read.sheet().ids()).containsExactly(one, two);
        assertThat(read.broken()).isPositive();
    }

    @Test
    void a_service_is_on_a_sheet_once() {
        assertThat(new CallSheet(List.of(one, two, one)).ids()).containsExactly(one, two);
        assertThat(new CallSheet(List.of(one)).with(one).size()).isEqualTo(1);
    }

    @Test
    void a_sheet_holds_twenty_services_and_says_how_many_were_too_many() {
        String text =
                Stream.generate(UUID::randomUUID)
                        .limit(23)
                        .map(CallSheet::shortId)
                        .collect(Collectors.joining("."));
        CallSheet.Read read = CallSheet.read(text);
        assertThat(read.sheet().size()).isEqualTo(20);
        assertThat(read.sheet().hasRoom()).isFalse();
        assertThat(read.tooMany()).isEqualTo(3);
    }

    @Test
    void a_service_moves_by_one_and_stops_at_the_ends() {
        var sheet = new CallSheet(List.of(one, two, three));
        assertThat(sheet.moved(three, -1).ids()).containsExactly(one, three, two);
        assertThat(sheet.moved(one, 1).ids()).containsExactly(two, one, three);
        assertThat(sheet.moved(one, -1)).isEqualTo(sheet);
        assertThat(sheet.moved(three, 1)).isEqualTo(sheet);
        assertThat(sheet.moved(UUID.randomUUID(), 1)).isEqualTo(sheet);
        assertThat(sheet.without(two).ids()).containsExactly(one, three);
    }
}
