package org.coalitionatlas.exchange;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file whose encoding, separator and header are known.
 *
 * @param columns names of the columns, each once: a second "Phone" is "Phone (2)", one without a
 *     name "Column 5"
 * @param headerLine line of the file on which the header starts; what stands before it is a title
 */
public record CsvFile(
        Path path, CsvText text, char separator, List<String> columns, long headerLine) {

    private static final char[] SEPARATORS = {',', ';', '\t', '|'};
    private static final int SAMPLE = 20;

    /**
     * Looks at the file.
     *
     * @throws UnusableFile when it is no CSV file or has no header
     */
    public static CsvFile of(Path path) {
        CsvText text = CsvText.of(path);
        CsvFile best = null;
        for (char separator : SEPARATORS) {
            CsvFile candidate = withSeparator(path, text, separator);
            if (candidate != null
                    && (best == null || candidate.columns.size() > best.columns.size())) {
                best = candidate;
            }
        }
        if (best == null) {
            throw new UnusableFile("exchange.file.noHeader");
        }
        return best;
    }

    private static @Nullable CsvFile withSeparator(Path path, CsvText text, char separator) {
        var sample = new ArrayList<CsvRecord>();
        try (var records = new CsvRecords(text.open(path), separator)) {
            for (CsvRecord record = records.next();
                    record != null && sample.size() < SAMPLE;
                    record = records.next()) {
                if (record.isReadable()) {
                    sample.add(record);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        int width = commonWidth(sample);
        for (CsvRecord record : sample) {
            boolean header =
                    record.cells().size() == width
                            && record.cells().stream().filter(cell -> !cell.isBlank()).count() * 2
                                    >= width
                            && record.cells().stream().noneMatch(CsvFile::isNumber);
            if (header && width > 1) {
                return new CsvFile(
                        path, text, separator, uniqueNames(record.cells()), record.line());
            }
        }
        return null;
    }

    // Titles above a table are narrower than the table.
    private static int commonWidth(List<CsvRecord> sample) {
        var widths = new HashMap<Integer, Integer>();
        int best = 0;
        for (CsvRecord record : sample) {
            int width = record.cells().size();
            int count = widths.merge(width, 1, Integer::sum);
            int standing = widths.getOrDefault(best, 0);
            if (count > standing || (count == standing && width > best)) {
                best = width;
            }
        }
        return best;
    }

    private static boolean isNumber(String cell) {
        return cell.matches("\\s*[-+]?\\d+([.,]\\d+)?\\s*");
    }

    private static List<String> uniqueNames(List<String> header) {
        var seen = new HashMap<String, Integer>();
        var names = new ArrayList<String>();
        for (String cell : header) {
            String name = cell.replaceAll("[\\s\\u00A0]+", " ").strip();
            if (name.isEmpty()) {
                name = "Column " + (names.size() + 1);
            }
            int times = seen.merge(name, 1, Integer::sum);
            names.add(times == 1 ? name : name + " (" + times + ")");
        }
        return List.copyOf(names);
    }

    /** The rows after the header. */
    public Rows rows() {
        return new Rows();
    }

    /** The first rows, for a look. */
    public List<CsvRecord> head(int count) {
        var head = new ArrayList<CsvRecord>();
        try (Rows rows = rows()) {
            for (CsvRecord row = rows.next();
                    row != null && head.size() < count;
                    row = rows.next()) {
                head.add(row);
            }
        }
        return head;
    }

    /** The cells by column name. */
    public Map<String, String> named(CsvRecord record) {
        var named = new HashMap<String, String>();
        for (int i = 0; i < columns.size() && i < record.cells().size(); i++) {
            named.put(columns.get(i), record.cells().get(i));
        }
        return named;
    }

    /** Reads the rows one after the other; each has as many cells as the header, or a problem. */
    public final class Rows implements Closeable {

        private final CsvRecords records;

        private Rows() {
            try {
                records = new CsvRecords(text.open(path), separator);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** The next row; {@code null} at the end. */
        public @Nullable CsvRecord next() {
            try {
                CsvRecord record = records.next();
                while (record != null && record.line() <= headerLine) {
                    record = records.next();
                }
                return record == null ? null : fitted(record);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** NUL characters left out so far. */
        public long zeroes() {
            return records.zeroes();
        }

        private CsvRecord fitted(CsvRecord record) {
            int wanted = columns.size();
            int found = record.cells().size();
            if (!record.isReadable() || found == wanted) {
                return record;
            }
            // Spreadsheets like to end a row with separators after which nothing comes.
            if (found > wanted
                    && record.cells().subList(wanted, found).stream().allMatch(String::isBlank)) {
                return CsvRecord.of(record.line(), record.cells().subList(0, wanted));
            }
            return CsvRecord.broken(
                    record.line(),
                    found < wanted ? "exchange.row.tooFew" : "exchange.row.tooMany",
                    wanted,
                    found);
        }

        @Override
        public void close() {
            try {
                records.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
