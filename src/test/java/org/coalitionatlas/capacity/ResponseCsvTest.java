package org.coalitionatlas.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coalitionatlas.capacity.Checklists.FIRST;
import static org.coalitionatlas.capacity.Checklists.SECOND;
import static org.coalitionatlas.capacity.Checklists.at;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.coalitionatlas.common.CsvCells;
import org.coalitionatlas.common.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** A checklist as a CSV file: out, filled in, and in again. */
class ResponseCsvTest {

    private static final ResponseCsv CSV = csv();
    private static final List<String> PIECES =
            List.of(
                    "=1+1",
                    "+1 815 555 0100",
                    "-",
                    "@home",
                    "'",
                    "''=",
                    "\"",
                    ",",
                    ";",
                    "\n",
                    "\t",
                    "ñ",
                    "مرحبا",
                    "🙂",
                    " ",
                    "yes",
                    "No",
                    "＝",
                    "|cmd",
                    "a",
                    "b c",
                    "\u00A0");

    private static ResponseCsv csv() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/capacity");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return new ResponseCsv(messages);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es"})
    void what_is_written_and_read_again_is_the_same(String language) {
        var random = new Random(4);
        for (int round = 0; round < 200; round++) {
            Map<AnswerKey, Given> given = someAnswers(random);
            CsvAnswers read = CSV.read(FIRST, CSV.write(FIRST, given, Locale.of(language)));
            assertThat(read.problems()).isEmpty();
            assertThat(read.given()).isEqualTo(given);
            assertThat(read.rows()).isEqualTo(39);
        }
    }

    @Test
    void no_cell_opens_as_a_formula() {
        var random = new Random(5);
        for (int i = 0; i < 100_000; i++) {
            String text = text(random);
            String cell = CsvCells.safe(text);
            assertThat(cell).doesNotContainPattern("\\A[\\s\\u00A0]*[=+\\-@＝＋－＠|%]");
            assertThat(CsvCells.original(cell)).isEqualTo(text);
        }
    }

    @Test
    void the_blank_form_has_a_row_for_every_place_in_the_language_asked_for() {
        List<String> lines = text(CSV.write(FIRST, Map.of(), Locale.of("es"))).lines().toList();
        assertThat(lines).hasSize(40);
        assertThat(lines.getFirst())
                .isEqualTo(
                        "\uFEFF\"Número\",\"Parte\",\"Pregunta\",\"Respuesta\",\"Nota\",\"Responder"
                                + " después\",\"Lugar (no cambiar)\",\"Formulario (no cambiar)\"");
        assertThat(lines)
                .anyMatch(
                        line ->
                                line.startsWith("\"6.1\",\"Edificio\",")
                                        && line.endsWith(
                                                "\"\",\"\",\"\",\"safety-procedures/building\","
                                                        + "\"capacity-checklist 1\""));
        assertThat(CSV.read(FIRST, CSV.write(FIRST, Map.of(), Locale.ENGLISH)).given()).isEmpty();
    }

    @Test
    void a_file_of_an_older_version_is_taken_and_only_what_is_gone_is_named() {
        Map<AnswerKey, Given> filled =
                Map.of(
                        at("staff-trained"),
                        new Given(Choice.YES, null, "All but two", false),
                        at("role"),
                        new Given(null, "We run a shelter.", null, false));
        byte[] old = CSV.write(FIRST, filled, Locale.ENGLISH);
        CsvAnswers read = CSV.read(SECOND, old);
        assertThat(read.given())
                .containsOnly(
                        Map.entry(
                                at("staff-trained"),
                                new Given(Choice.YES, null, "All but two", false)));
        assertThat(read.olderVersions()).containsOnly(Map.entry(at("staff-trained"), 1));
        assertThat(read.problems())
                .singleElement()
                .satisfies(
                        problem -> {
                            assertThat(problem.messageKey()).isEqualTo("capacity.csv.gone");
                            assertThat(problem.arguments())
                                    .containsExactly(
                                            "role", "capacity-checklist 1", "capacity-checklist 2");
                        });
        assertThat(CSV.read(FIRST, CSV.write(SECOND, filled, Locale.ENGLISH)).problems())
                .as("a later version is not understood here")
                .isNotEmpty()
                .allMatch(problem -> problem.messageKey().equals("capacity.csv.otherForm"));
        String withoutKeys = "Number,Answer,Form\n3.1,yes,capacity-checklist 1\n";
        assertThat(CSV.read(SECOND, withoutKeys.getBytes(StandardCharsets.UTF_8)).given())
                .as("numbers of an older version may be other ones today")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Yes", "sí", " SI ", "y", "S", "x"})
    void yes_is_understood_in_both_languages(String typed) {
        assertThat(answer(typed).given().get(at("intake-screening")))
                .isEqualTo(new Given(Choice.YES, null, null, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"don't know", "Don’t know", "NO SÉ", "no se", "?", "unknown"})
    void not_knowing_is_understood_and_is_not_no(String typed) {
        assertThat(answer(typed).given().get(at("intake-screening")))
                .isEqualTo(new Given(Choice.DONT_KNOW, null, null, false));
    }

    @Test
    void an_answer_that_is_none_is_named_with_its_line_and_the_rest_is_taken() {
        CsvAnswers read =
                read("Number,Answer,Note\n4.1,perhaps,ask Ana\n7.1,no,\n12.9,yes,\n7.1,yes,\n");
        assertThat(read.given())
                .containsEntry(at("protocols-local"), new Given(Choice.NO, null, null, false))
                .containsEntry(at("intake-screening"), new Given(null, null, "ask Ana", false))
                .hasSize(2);
        assertThat(read.problems())
                .extracting(
                        CsvAnswers.Problem::line,
                        CsvAnswers.Problem::column,
                        CsvAnswers.Problem::messageKey)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                2L, "capacity.csv.column.ANSWER", "capacity.csv.noSuchAnswer"),
                        org.assertj.core.groups.Tuple.tuple(
                                4L, "capacity.csv.column.NUMBER", "capacity.csv.noSuchItem"),
                        org.assertj.core.groups.Tuple.tuple(
                                5L, "capacity.csv.row", "capacity.csv.twice"));
    }

    @Test
    void spreadsheets_that_separate_by_semicolons_or_write_windows_text_are_read() {
        String file = "Número;Parte;Respuesta;Nota\r\n6.1;Edificio;Sí;Según el plan\r\n";
        CsvAnswers read = CSV.read(FIRST, file.getBytes(Charset.forName("windows-1252")));
        assertThat(read.given())
                .containsOnly(
                        Map.entry(
                                at("safety-procedures/building"),
                                new Given(Choice.YES, null, "Según el plan", false)));
        assertThat(CSV.read(FIRST, ("\uFEFF" + file).getBytes(StandardCharsets.UTF_16LE)).given())
                .hasSize(1);
    }

    @Test
    void a_part_that_is_none_and_a_row_of_another_form_are_refused() {
        assertThat(problems("Number,Part,Answer\n6.1,Garden,yes\n"))
                .containsExactly("capacity.csv.noSuchPart");
        assertThat(problems("Number,Answer,Form (do not change)\n4.1,yes,capacity-checklist 2\n"))
                .containsExactly("capacity.csv.otherForm");
    }

    @Test
    void a_file_that_is_no_csv_file_says_so() {
        assertThat(problems("PK\u0003\u0004\u0000\u0000")).containsExactly("capacity.csv.notText");
        assertThat(problems("hello")).containsExactly("capacity.csv.noHeader");
        assertThat(problems("")).containsExactly("capacity.csv.noHeader");
        assertThat(CSV.read(FIRST, new byte[ResponseCsv.LARGEST + 1]).problems())
                .extracting(CsvAnswers.Problem::messageKey)
                .containsExactly("capacity.csv.tooLarge");
        CsvAnswers unclosed = read("Number,Answer\n4.1,yes\n7.1,\"no\n");
        assertThat(unclosed.given()).containsOnlyKeys(at("intake-screening"));
        assertThat(unclosed.problems())
                .extracting(CsvAnswers.Problem::messageKey)
                .containsExactly("capacity.csv.broken");
    }

    private static CsvAnswers answer(String typed) {
        return read("Number,Answer\n4.1," + typed + "\n");
    }

    private static List<String> problems(String file) {
        return read(file).problems().stream().map(CsvAnswers.Problem::messageKey).toList();
    }

    private static CsvAnswers read(String file) {
        return CSV.read(FIRST, file.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(byte[] file) {
        return new String(file, StandardCharsets.UTF_8);
    }

    private static Map<AnswerKey, Given> someAnswers(Random random) {
        var given = new HashMap<AnswerKey, Given>();
        FIRST.items()
                .forEach(
                        item ->
                                item.places()
                                        .filter(place -> random.nextInt(3) > 0)
                                        .forEach(place -> given.put(place, some(item, random))));
        given.values().removeIf(Given.NOTHING::equals);
        return given;
    }

    private static Given some(Item item, Random random) {
        boolean later = random.nextInt(5) == 0;
        String note = random.nextBoolean() ? tidy(random) : null;
        if (item.kind() == ItemKind.NARRATIVE) {
            return new Given(null, tidy(random), note, later);
        }
        Choice[] choices = Choice.values();
        int chosen = random.nextInt(choices.length + 1);
        return new Given(chosen == choices.length ? null : choices[chosen], null, note, later);
    }

    // What is kept of an answer is tidied before it is kept.
    private static String tidy(Random random) {
        return Texts.tidy(text(random), 10_000);
    }

    private static String text(Random random) {
        var pieces = new ArrayList<String>();
        for (int i = random.nextInt(6); i >= 0; i--) {
            pieces.add(PIECES.get(random.nextInt(PIECES.size())));
        }
        return String.join("", pieces);
    }
}
