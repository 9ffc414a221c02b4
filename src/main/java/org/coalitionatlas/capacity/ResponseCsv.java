package org.coalitionatlas.capacity;

import com.opencsv.CSVReader;
import com.opencsv.CSVReaderBuilder;
import com.opencsv.CSVWriter;
import com.opencsv.RFC4180ParserBuilder;
import com.opencsv.exceptions.CsvException;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.coalitionatlas.common.CsvCells;
import org.coalitionatlas.common.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * A questionnaire as a CSV file, blank or with its answers, for those who fill it in without a
 * network; and such a file read again. One row is one place. What is written and read again is the
 * same, and no cell opens as a formula.
 */
@Component
public class ResponseCsv {

    /** Bytes a file may have: a hundred times what a long response needs. */
    public static final int LARGEST = 4 << 20;

    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.of("es"));
    private static final char MARK = '\uFEFF';
    private static final char[] SEPARATORS = {',', ';', '\t'};
    private static final String ROW = "capacity.csv.row";

    /** The columns in the order they are written. */
    private enum Column {
        NUMBER,
        PART,
        QUESTION,
        ANSWER,
        NOTE,
        LATER,
        /** Where the row belongs, safe from spreadsheets that make a date of "1.1". */
        KEY,
        FORM;

        String nameKey() {
            return "capacity.csv.column." + name();
        }
    }

    private final MessageSource messages;

    ResponseCsv(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * Writes the file, as UTF-8 with a byte order mark.
     *
     * @param given what is filled in; a blank form where it is empty
     * @param locale the language of its questions and words
     */
    public byte[] write(Instrument instrument, Map<AnswerKey, Given> given, Locale locale) {
        var out = new StringWriter();
        out.append(MARK);
        try (var csv = new CSVWriter(out, ',', '"', '"', "\r\n")) {
            csv.writeNext(header(locale), true);
            instrument
                    .items()
                    .flatMap(
                            item ->
                                    item.places()
                                            .map(
                                                    place ->
                                                            row(
                                                                    instrument,
                                                                    item,
                                                                    place,
                                                                    given,
                                                                    locale)))
                    .forEach(row -> csv.writeNext(row, true));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private String[] header(Locale locale) {
        return java.util.Arrays.stream(Column.values())
                .map(column -> say(column.nameKey(), locale))
                .toArray(String[]::new);
    }

    private String[] row(
            Instrument instrument,
            Item item,
            AnswerKey place,
            Map<AnswerKey, Given> given,
            Locale locale) {
        Given there = given.getOrDefault(place, Given.NOTHING);
        Choice choice = there.choice();
        var cells = new EnumMap<Column, String>(Column.class);
        cells.put(Column.NUMBER, item.number());
        cells.put(Column.PART, partLabel(item, place, locale));
        cells.put(Column.QUESTION, item.question().in(locale));
        cells.put(
                Column.ANSWER,
                item.kind() == ItemKind.NARRATIVE
                        ? orEmpty(there.text())
                        : choice == null ? "" : say("capacity.choice." + choice, locale));
        cells.put(Column.NOTE, orEmpty(there.note()));
        cells.put(Column.LATER, there.later() ? say("capacity.choice.YES", locale) : "");
        cells.put(Column.KEY, key(place));
        cells.put(Column.FORM, form(instrument));
        return cells.values().stream().map(CsvCells::safe).toArray(String[]::new);
    }

    private static String partLabel(Item item, AnswerKey place, Locale locale) {
        return item.parts().stream()
                .filter(part -> part.key().equals(place.part()))
                .map(part -> part.label().in(locale))
                .findFirst()
                .orElse("");
    }

    private static String key(AnswerKey place) {
        return place.part().isEmpty() ? place.item() : place.item() + "/" + place.part();
    }

    private static String form(Instrument instrument) {
        return instrument.code() + " " + instrument.version();
    }

    /**
     * Reads a file somebody filled in. Column names and answers may be in either language, columns
     * in any order; only the one that names the place and at least one that says something must be
     * there. Rows of an older version of the same form are read by their key, which is stable;
     * their numbers may be other ones today.
     */
    public CsvAnswers read(Instrument instrument, byte[] file) {
        var reading = new Reading(instrument);
        if (file.length > LARGEST) {
            return reading.refused("capacity.csv.tooLarge", LARGEST >> 20);
        }
        String text = decoded(file);
        if (text == null) {
            return reading.refused("capacity.csv.notText");
        }
        for (char separator : SEPARATORS) {
            if (reading.rows(text, separator)) {
                return reading.done();
            }
        }
        return reading.refused("capacity.csv.noHeader");
    }

    /** The text of a file; {@code null} when it is none, such as a workbook or a picture. */
    private static @Nullable String decoded(byte[] file) {
        if (startsWith(file, 0xFF, 0xFE)) {
            return withoutMark(new String(file, StandardCharsets.UTF_16LE));
        }
        if (startsWith(file, 0xFE, 0xFF)) {
            return withoutMark(new String(file, StandardCharsets.UTF_16BE));
        }
        for (byte b : file) {
            if (b == 0) {
                return null;
            }
        }
        try {
            var decoder = StandardCharsets.UTF_8.newDecoder();
            return withoutMark(decoder.decode(ByteBuffer.wrap(file)).toString());
        } catch (CharacterCodingException e) {
            // What spreadsheets write that do not write UTF-8.
            return new String(file, Charset.forName("windows-1252"));
        }
    }

    private static boolean startsWith(byte[] file, int first, int second) {
        return file.length >= 2 && (file[0] & 0xFF) == first && (file[1] & 0xFF) == second;
    }

    private static String withoutMark(String text) {
        return !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private String say(String key, Locale locale) {
        return messages.getMessage(key, new Object[] {""}, locale);
    }

    /** Whether the typed word is one of those, in any language: "Yes, Y". */
    private boolean isOneOf(String typed, String wordsKey) {
        String folded = folded(typed);
        return LANGUAGES.stream()
                .flatMap(locale -> java.util.Arrays.stream(say(wordsKey, locale).split(",")))
                .anyMatch(word -> folded(word).equals(folded));
    }

    private static String folded(String text) {
        return Texts.folded(text.replace('’', '\'').replace('\u00A0', ' ').strip());
    }

    /** One file on its way to answers. */
    private final class Reading {

        private final Instrument instrument;
        private final Map<AnswerKey, Given> given = new LinkedHashMap<>();
        private final Map<AnswerKey, Integer> older = new HashMap<>();
        private final Map<AnswerKey, Long> seen = new HashMap<>();
        private final List<CsvAnswers.Problem> problems = new ArrayList<>();
        private final EnumMap<Column, Integer> columns = new EnumMap<>(Column.class);
        private int rows;

        Reading(Instrument instrument) {
            this.instrument = instrument;
        }

        CsvAnswers refused(String messageKey, Object... arguments) {
            return new CsvAnswers(
                    Map.of(),
                    Map.of(),
                    List.of(
                            new CsvAnswers.Problem(
                                    0, "capacity.csv.file", messageKey, List.of(arguments))),
                    0);
        }

        CsvAnswers done() {
            return new CsvAnswers(given, older, List.copyOf(problems), rows);
        }

        /** Whether the text has our columns when taken apart at that separator. */
        boolean rows(String text, char separator) {
            var parser = new RFC4180ParserBuilder().withSeparator(separator).build();
            try (CSVReader csv =
                    new CSVReaderBuilder(new StringReader(text))
                            .withCSVParser(parser)
                            .withKeepCarriageReturn(false)
                            .build()) {
                String[] header = csv.readNext();
                if (header == null || !isHeader(header)) {
                    return false;
                }
                while (true) {
                    long line = csv.getLinesRead() + 1;
                    String[] cells = csv.readNext();
                    if (cells == null) {
                        return true;
                    }
                    if (!blank(cells)) {
                        rows++;
                        row(line, cells);
                    }
                }
            } catch (IOException | CsvException e) {
                // A quote that is never closed swallows the rest; what came before is kept.
                problem(0, "capacity.csv.file", "capacity.csv.broken");
                return !columns.isEmpty();
            }
        }

        private boolean isHeader(String[] header) {
            for (int i = 0; i < header.length; i++) {
                for (Column column : Column.values()) {
                    if (isOneOf(header[i], column.nameKey())) {
                        columns.putIfAbsent(column, i);
                    }
                }
            }
            boolean usable =
                    (columns.containsKey(Column.KEY) || columns.containsKey(Column.NUMBER))
                            && (columns.containsKey(Column.ANSWER)
                                    || columns.containsKey(Column.NOTE));
            if (!usable) {
                columns.clear();
            }
            return usable;
        }

        private boolean blank(String[] cells) {
            for (String cell : cells) {
                if (!cell.isBlank()) {
                    return false;
                }
            }
            return true;
        }

        private void row(long line, String[] cells) {
            String form = cell(cells, Column.FORM).strip();
            int version = version(form);
            if (version == 0) {
                problem(
                        line,
                        Column.FORM.nameKey(),
                        "capacity.csv.otherForm",
                        form,
                        form(instrument));
                return;
            }
            boolean isOlder = version < instrument.version();
            AnswerKey place =
                    (isOlder ? placeByKey(line, cells, form) : place(line, cells)).orElse(null);
            if (place == null) {
                return;
            }
            Long before = seen.putIfAbsent(place, line);
            if (before != null) {
                problem(line, ROW, "capacity.csv.twice", before);
                return;
            }
            read(line, place, cells);
            if (isOlder && given.containsKey(place)) {
                older.put(place, version);
            }
        }

        /** The version a row was filled in on; 0 when it is another form or a later version. */
        private int version(String form) {
            if (form.isEmpty() || form.equals(form(instrument))) {
                return instrument.version();
            }
            String number =
                    form.startsWith(instrument.code() + " ")
                            ? form.substring(instrument.code().length() + 1)
                            : "";
            if (!number.matches("[1-9]\\d{0,3}")) {
                return 0;
            }
            int version = Integer.parseInt(number);
            return version < instrument.version() ? version : 0;
        }

        private Optional<AnswerKey> placeByKey(long line, String[] cells, String form) {
            String key = cell(cells, Column.KEY).strip();
            Optional<AnswerKey> found = places().filter(p -> key(p).equals(key)).findFirst();
            boolean saysNothing =
                    cell(cells, Column.ANSWER).isBlank()
                            && cell(cells, Column.NOTE).isBlank()
                            && cell(cells, Column.LATER).isBlank();
            if (found.isEmpty() && !saysNothing) {
                String named = key.isEmpty() ? cell(cells, Column.NUMBER).strip() : key;
                problem(line, ROW, "capacity.csv.gone", named, form, form(instrument));
            }
            return found;
        }

        private Optional<AnswerKey> place(long line, String[] cells) {
            String key = cell(cells, Column.KEY).strip();
            if (!key.isEmpty()) {
                Optional<AnswerKey> found = places().filter(p -> key(p).equals(key)).findFirst();
                if (found.isEmpty()) {
                    problem(line, Column.KEY.nameKey(), "capacity.csv.noSuchItem", key);
                }
                return found;
            }
            String number = cell(cells, Column.NUMBER).strip();
            Optional<Item> item =
                    instrument.items().filter(i -> i.number().equals(number)).findFirst();
            if (item.isEmpty()) {
                problem(line, Column.NUMBER.nameKey(), "capacity.csv.noSuchItem", number);
                return Optional.empty();
            }
            if (item.get().parts().isEmpty()) {
                return item.get().places().findFirst();
            }
            String part = cell(cells, Column.PART);
            Optional<AnswerKey> found =
                    item.get().parts().stream()
                            .filter(candidate -> isCalled(candidate, part))
                            .map(candidate -> new AnswerKey(item.get().key(), candidate.key()))
                            .findFirst();
            if (found.isEmpty()) {
                problem(line, Column.PART.nameKey(), "capacity.csv.noSuchPart", part, number);
            }
            return found;
        }

        private boolean isCalled(Item.Part part, String typed) {
            String folded = folded(typed);
            return folded.equals(part.key())
                    || folded.equals(folded(part.label().en()))
                    || folded.equals(folded(part.label().es()));
        }

        private java.util.stream.Stream<AnswerKey> places() {
            return instrument.items().flatMap(Item::places);
        }

        private void read(long line, AnswerKey place, String[] cells) {
            String answer = CsvCells.original(cell(cells, Column.ANSWER));
            String note = emptyToNull(CsvCells.original(cell(cells, Column.NOTE)));
            boolean later = isLater(line, cell(cells, Column.LATER));
            Item item = instrument.item(place.item()).orElseThrow();
            Given read;
            if (isTooLong(line, Column.NOTE, note, Responses.LONGEST_NOTE)) {
                note = null;
            }
            if (item.kind() == ItemKind.NARRATIVE) {
                if (isTooLong(line, Column.ANSWER, answer, Responses.LONGEST_TEXT)) {
                    answer = "";
                }
                read = new Given(null, emptyToNull(answer), note, later);
            } else {
                Choice choice = choice(answer);
                if (choice == null && !answer.isBlank()) {
                    problem(line, Column.ANSWER.nameKey(), "capacity.csv.noSuchAnswer", answer);
                }
                read = new Given(choice, null, note, later);
            }
            if (!read.equals(Given.NOTHING)) {
                given.put(place, read);
            }
        }

        private boolean isTooLong(long line, Column column, @Nullable String text, int limit) {
            if (text == null || text.length() <= limit) {
                return false;
            }
            problem(line, column.nameKey(), "invalid.tooLong", limit, text.length());
            return true;
        }

        private @Nullable Choice choice(String typed) {
            for (Choice choice : Choice.values()) {
                if (!typed.isBlank()
                        && (isOneOf(typed, "capacity.choice." + choice)
                                || isOneOf(typed, "capacity.csv.words." + choice))) {
                    return choice;
                }
            }
            return null;
        }

        private boolean isLater(long line, String typed) {
            if (typed.isBlank()) {
                return false;
            }
            Choice said = choice(typed);
            if (said != Choice.YES && said != Choice.NO) {
                problem(line, Column.LATER.nameKey(), "capacity.csv.noSuchAnswer", typed);
            }
            return said == Choice.YES;
        }

        private String cell(String[] cells, Column column) {
            Integer at = columns.get(column);
            return at == null || at >= cells.length ? "" : cells[at];
        }

        private @Nullable String emptyToNull(String text) {
            return text.isBlank() ? null : text;
        }

        private void problem(long line, String column, String messageKey, Object... arguments) {
            problems.add(new CsvAnswers.Problem(line, column, messageKey, List.of(arguments)));
        }
    }
}
