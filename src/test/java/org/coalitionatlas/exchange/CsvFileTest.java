package org.coalitionatlas.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as people really send them: none of them may crash the import or cost a good row. */
class CsvFileTest {

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void every_kind_of_line_end_gives_the_same_rows_and_line_numbers(String end)
            throws IOException {
        List<CsvRecord> rows =
                rows(
                        String.join(
                                end,
                                "id,name,note",
                                "1,One,a",
                                "2,\"Two",
                                "lines\",b",
                                "3,Three,c"));

        assertThat(rows).extracting(CsvRecord::line).containsExactly(2L, 3L, 5L);
        assertThat(rows.get(1).cells()).containsExactly("2", "Two\nlines", "b");
        assertThat(rows.get(2).cells()).containsExactly("3", "Three", "c");
    }

    @Test
    void a_byte_order_mark_does_not_become_part_of_the_first_header() throws IOException {
        CsvFile file = CsvFile.of(written("\uFEFFid,name\n1,Zoë\n", StandardCharsets.UTF_8));

        assertThat(file.columns()).containsExactly("id", "name");
        assertThat(file.text().displayName()).isEqualTo("UTF-8");
        assertThat(file.head(1).getFirst().cells()).containsExactly("1", "Zoë");
    }

    @Test
    void utf_16_is_read_with_and_without_its_mark() throws IOException {
        for (String start : List.of("\uFEFF", "")) {
            CsvFile file =
                    CsvFile.of(written(start + "id,name\r\n1,Peña\r\n", StandardCharsets.UTF_16LE));

            assertThat(file.columns()).containsExactly("id", "name");
            assertThat(file.head(1).getFirst().cells()).containsExactly("1", "Peña");
        }
    }

    @Test
    void text_that_is_not_utf_8_is_read_as_windows_1252_and_says_so() throws IOException {
        CsvFile file =
                CsvFile.of(
                        written("id,name\n1,José’s café – 5€\n", Charset.forName("windows-1252")));

        assertThat(file.text().assumed()).isTrue();
        assertThat(file.text().displayName()).isEqualTo("windows-1252");
        assertThat(file.head(1).getFirst().cells()).containsExactly("1", "José’s café – 5€");
    }

    @Test
    void a_wrong_byte_late_in_a_long_file_still_decides_the_encoding() throws IOException {
        Path path = folder.resolve("late.csv");
        try (BufferedWriter out = Files.newBufferedWriter(path, Charset.forName("windows-1252"))) {
            out.write("id,name\n");
            for (int i = 0; i < 20_000; i++) {
                out.write(i + ",plain\n");
            }
            out.write("x,Muñoz\n");
        }
        assertThat(CsvFile.of(path).text().displayName()).isEqualTo("windows-1252");
    }

    @Test
    void ragged_rows_are_rejected_with_the_reason_and_their_neighbours_are_kept()
            throws IOException {
        List<CsvRecord> rows =
                rows("id,name,note\n1,One,a\n2,Two\n3,Three,c,d\n4,Four,d,,\n5,Five,e\n");

        assertThat(rows)
                .extracting(CsvRecord::problemKey)
                .containsExactly(null, "exchange.row.tooFew", "exchange.row.tooMany", null, null);
        assertThat(rows.get(1).problemArguments()).containsExactly(3, 2);
        assertThat(rows.get(1).line()).isEqualTo(3);
        assertThat(rows.get(3).cells()).containsExactly("4", "Four", "d");
    }

    @Test
    void an_unclosed_quote_costs_its_own_row_only() throws IOException {
        List<CsvRecord> rows = rows("id,name\n1,One\n2,\"Two\n3,Three\n4,Four\n");

        assertThat(rows)
                .extracting(CsvRecord::line, CsvRecord::problemKey)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2L, null),
                        org.assertj.core.groups.Tuple.tuple(3L, "exchange.row.unclosed"),
                        org.assertj.core.groups.Tuple.tuple(4L, null),
                        org.assertj.core.groups.Tuple.tuple(5L, null));
    }

    @Test
    void quotes_in_the_middle_of_a_value_or_text_after_them_reject_the_row() throws IOException {
        List<CsvRecord> rows =
                rows("id,name\n1,5\" pipe\n2,\"Two\"x\n3,\"say \"\"hi\"\"\"\n4,\"\"\n");

        assertThat(rows)
                .extracting(CsvRecord::problemKey)
                .containsExactly("exchange.row.quotes", "exchange.row.quotes", null, null);
        assertThat(rows.get(2).cells()).containsExactly("3", "say \"hi\"");
        assertThat(rows.get(3).cells()).containsExactly("4", "");
    }

    @Test
    void an_unclosed_quote_gives_up_after_a_megabyte_not_at_the_end_of_the_file()
            throws IOException {
        Path path = folder.resolve("swallow.csv");
        int good = 300_000;
        try (BufferedWriter out = Files.newBufferedWriter(path)) {
            out.write("id,name\nbad,\"never closed\n");
            for (int i = 0; i < good; i++) {
                out.write(i + ",some name that is long enough\n");
            }
        }
        long broken = 0;
        long readable = 0;
        try (CsvFile.Rows rows = CsvFile.of(path).rows()) {
            for (CsvRecord row = rows.next(); row != null; row = rows.next()) {
                if (row.isReadable()) {
                    readable++;
                } else {
                    broken++;
                }
            }
        }
        assertThat(broken).isEqualTo(1);
        assertThat(readable).isEqualTo(good);
    }

    @Test
    void a_line_longer_than_a_row_may_be_is_skipped_without_being_kept() throws IOException {
        List<CsvRecord> rows =
                rows("id,name\n1,One\n2," + "x".repeat(CsvRecords.LONGEST_ROW) + "\n3,Three\n");

        assertThat(rows)
                .extracting(CsvRecord::problemKey)
                .containsExactly(null, "exchange.row.tooLong", null);
        assertThat(rows.get(2).line()).isEqualTo(4);
    }

    @Test
    void nul_characters_are_left_out_and_counted() throws IOException {
        CsvFile file = CsvFile.of(written("id,name\n1,O\0ne\n2,Two\n", StandardCharsets.UTF_8));
        try (CsvFile.Rows rows = file.rows()) {
            assertThat(rows.next()).isNotNull();
            CsvRecord second = rows.next();
            assertThat(second).isNotNull();
            assertThat(rows.zeroes()).isEqualTo(1);
            assertThat(second.line()).isEqualTo(3);
        }
        assertThat(file.head(1).getFirst().cells()).containsExactly("1", "One");
    }

    @Test
    void repeated_and_empty_headers_get_names_of_their_own() throws IOException {
        CsvFile file = CsvFile.of(written("id,Phone,,Phone\n1,a,b,c\n", StandardCharsets.UTF_8));

        assertThat(file.columns()).containsExactly("id", "Phone", "Column 3", "Phone (2)");
    }

    @Test
    void titles_above_the_table_are_not_taken_for_the_header() throws IOException {
        CsvFile file =
                CsvFile.of(
                        written(
                                "Provider list\n\nid,name,city\n1,One,Rockford\n2,Two,Byron\n",
                                StandardCharsets.UTF_8));

        assertThat(file.columns()).containsExactly("id", "name", "city");
        assertThat(file.headerLine()).isEqualTo(3);
        assertThat(file.head(5)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void the_separator_is_recognised(String separator) throws IOException {
        CsvFile file =
                CsvFile.of(
                        written(
                                "id,name,city\n1,One,Rockford\n".replace(",", separator),
                                StandardCharsets.UTF_8));

        assertThat(file.separator()).isEqualTo(separator.charAt(0));
        assertThat(file.columns()).containsExactly("id", "name", "city");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PK\u0003\u0004rest of a spreadsheet",
                "%PDF-1.7",
                "<!DOCTYPE html><html>",
                "{\"organizations\": []}",
                "   \n \n",
                ""
            })
    void what_is_no_csv_file_is_refused_in_words(String content) throws IOException {
        Path path = written(content, StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> CsvFile.of(path))
                .isInstanceOf(UnusableFile.class)
                .extracting(e -> ((UnusableFile) e).messageKey())
                .asString()
                .startsWith("exchange.file.");
    }

    @Test
    void a_file_without_a_header_is_refused() throws IOException {
        Path path = written("1,2,3\n4,5,6\n", StandardCharsets.UTF_8);

        assertThatThrownBy(() -> CsvFile.of(path))
                .isInstanceOf(UnusableFile.class)
                .hasMessage("exchange.file.noHeader");
    }

    @Test
    void random_bytes_never_do_worse_than_being_refused() throws IOException {
        var random = new java.util.Random(7);
        for (int i = 0; i < 300; i++) {
            byte[] bytes = new byte[random.nextInt(400)];
            for (int b = 0; b < bytes.length; b++) {
                bytes[b] = (byte) "ab,\"\n\r;\0é\uFEFF1 ".charAt(random.nextInt(12));
            }
            Path path = folder.resolve("random-" + i + ".csv");
            Files.write(path, bytes);
            try {
                CsvFile file = CsvFile.of(path);
                for (CsvRecord row : file.head(1_000)) {
                    assertThat(!row.isReadable() || row.cells().size() == file.columns().size())
                            .isTrue();
                }
            } catch (UnusableFile refused) {
                assertThat(refused.messageKey()).startsWith("exchange.file.");
            }
        }
    }

    @Test
    void two_hundred_megabytes_pass_through_a_small_memory() throws IOException {
        Path path = folder.resolve("large.csv");
        String row =
                ",\"A service with a name, and commas\",\"several\nlines of\ntext\","
                        + "x".repeat(300)
                        + "\n";
        long rows = 200L * 1024 * 1024 / row.length();
        try (BufferedWriter out = Files.newBufferedWriter(path)) {
            out.write("id,name,text,more\n");
            for (long i = 0; i < rows; i++) {
                out.write("r");
                out.write(Long.toString(i));
                out.write(row);
            }
        }
        System.gc();
        long before = used();
        long most = 0;
        long read = 0;
        long started = System.nanoTime();
        var seen = new SeenKeys();
        try (CsvFile.Rows all = CsvFile.of(path).rows()) {
            for (CsvRecord record = all.next(); record != null; record = all.next()) {
                assertThat(record.isReadable()).isTrue();
                seen.add(record.cells().getFirst());
                read++;
                if (read % 100_000 == 0) {
                    System.gc();
                    most = Math.max(most, used() - before);
                }
            }
        }
        Duration took = Duration.ofNanos(System.nanoTime() - started);

        assertThat(read).isEqualTo(rows);
        assertThat(most).isLessThan(100L * 1024 * 1024);
        assertThat(took).isLessThan(Duration.ofSeconds(60));
        System.out.println(
                Files.size(path) / 1_000_000
                        + " MB, "
                        + rows
                        + " rows in "
                        + took.toMillis()
                        + " ms, "
                        + most / 1_000_000
                        + " MB held");
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private List<CsvRecord> rows(String content) throws IOException {
        CsvFile file = CsvFile.of(written(content, StandardCharsets.UTF_8));
        var rows = new ArrayList<CsvRecord>();
        try (CsvFile.Rows all = file.rows()) {
            for (CsvRecord row = all.next(); row != null; row = all.next()) {
                rows.add(row);
            }
        }
        return rows;
    }

    private Path written(String content, Charset charset) throws IOException {
        Path path = Files.createTempFile(folder, "file", ".csv");
        Files.write(path, content.getBytes(charset));
        return path;
    }
}
