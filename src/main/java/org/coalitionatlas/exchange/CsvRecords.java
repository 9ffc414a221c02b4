package org.coalitionatlas.exchange;

import com.opencsv.ICSVParser;
import com.opencsv.RFC4180Parser;
import com.opencsv.RFC4180ParserBuilder;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of a CSV file one after the other, in memory that does not grow with the file.
 *
 * <p>OpenCSV takes a complete row apart; this class decides where a row ends, because a quote that
 * is never closed would otherwise make one row of the rest of the file. Such a row is given up
 * after {@link #LONGEST_ROW} characters or {@link #MOST_LINES} lines and reading goes on with the
 * line after the one it started on, so that one mistake costs one row.
 */
final class CsvRecords implements Closeable {

    /** Characters a row may have. */
    static final int LONGEST_ROW = 1 << 20;

    /** Lines a row may have. */
    static final int MOST_LINES = 5_000;

    private final Reader reader;
    private final char separator;
    private final RFC4180Parser parser;
    private final char[] buffer = new char[1 << 15];
    private int position;
    private int filled;

    /** Lines read while looking for the end of a row that turned out to have none. */
    private final ArrayDeque<Line> again = new ArrayDeque<>();

    private long lineNumber;
    private boolean afterReturn;
    private long zeroes;

    /**
     * @param text null when the line is longer than a row may be and was skipped
     */
    private record Line(long number, @Nullable String text) {}

    private enum Quotes {
        BALANCED,
        OPEN,
        MALFORMED
    }

    CsvRecords(Reader reader, char separator) {
        this.reader = reader;
        this.separator = separator;
        this.parser =
                new RFC4180ParserBuilder()
                        .withSeparator(separator)
                        .withQuoteChar(ICSVParser.DEFAULT_QUOTE_CHARACTER)
                        .build();
    }

    /** The next row, readable or not; {@code null} at the end. Blank lines are no rows. */
    @Nullable CsvRecord next() throws IOException {
        Line first = line();
        while (first != null && first.text() != null && first.text().isBlank()) {
            first = line();
        }
        if (first == null) {
            return null;
        }
        String text = first.text();
        if (text == null) {
            return CsvRecord.broken(first.number(), "exchange.row.tooLong", LONGEST_ROW);
        }
        Scan scan = new Scan();
        Quotes quotes = scan.over(text);
        if (quotes == Quotes.BALANCED) {
            return parsed(first.number(), text);
        }
        if (quotes == Quotes.MALFORMED) {
            return CsvRecord.broken(first.number(), "exchange.row.quotes");
        }
        return severalLines(first.number(), text, scan);
    }

    /** NUL characters left out so far. */
    long zeroes() {
        return zeroes;
    }

    private CsvRecord severalLines(long start, String text, Scan scan) throws IOException {
        var row = new StringBuilder(text);
        var taken = new ArrayDeque<Line>();
        while (true) {
            Line more = line();
            String moreText = more == null ? null : more.text();
            if (more != null) {
                taken.addLast(more);
            }
            if (moreText == null
                    || row.length() + moreText.length() > LONGEST_ROW
                    || taken.size() >= MOST_LINES) {
                giveBack(taken);
                return CsvRecord.broken(start, "exchange.row.unclosed");
            }
            row.append('\n').append(moreText);
            Quotes quotes = scan.over(moreText);
            if (quotes == Quotes.BALANCED) {
                return parsed(start, row.toString());
            }
            if (quotes == Quotes.MALFORMED) {
                giveBack(taken);
                return CsvRecord.broken(start, "exchange.row.quotes");
            }
        }
    }

    private void giveBack(ArrayDeque<Line> taken) {
        while (!taken.isEmpty()) {
            again.addFirst(taken.removeLast());
        }
    }

    private CsvRecord parsed(long start, String row) {
        try {
            return CsvRecord.of(start, List.of(parser.parseLine(row)));
        } catch (IOException e) {
            return CsvRecord.broken(start, "exchange.row.quotes");
        }
    }

    /** Follows the quotes of a row from line to line. */
    private final class Scan {

        private static final int START = 0;
        private static final int PLAIN = 1;
        private static final int QUOTED = 2;
        private static final int CLOSED = 3;

        private int state = START;

        Quotes over(String line) {
            for (int i = 0; i < line.length(); i++) {
                char c = line.charAt(i);
                if (state == QUOTED) {
                    if (c == '"') {
                        state = CLOSED;
                    }
                } else if (c == separator) {
                    state = START;
                } else if (c == '"') {
                    if (state == PLAIN) {
                        return Quotes.MALFORMED;
                    }
                    // Straight after the closing quote: a doubled quote, still inside.
                    state = QUOTED;
                } else if (state == CLOSED) {
                    return Quotes.MALFORMED;
                } else {
                    state = PLAIN;
                }
            }
            if (state == QUOTED) {
                return Quotes.OPEN;
            }
            state = START;
            return Quotes.BALANCED;
        }
    }

    /** The next line without its end, whichever of CR LF, LF and CR the file uses. */
    private @Nullable Line line() throws IOException {
        if (!again.isEmpty()) {
            return again.removeFirst();
        }
        StringBuilder text = null;
        boolean tooLong = false;
        lineNumber++;
        while (true) {
            if (position == filled && !fill()) {
                if (text == null) {
                    lineNumber--;
                    return null;
                }
                return new Line(lineNumber, tooLong ? null : text.toString());
            }
            if (afterReturn) {
                afterReturn = false;
                if (buffer[position] == '\n') {
                    position++;
                    continue;
                }
            }
            if (text == null) {
                text = new StringBuilder();
            }
            int from = position;
            while (position < filled && isInside(buffer[position])) {
                position++;
            }
            if (text.length() + position - from > LONGEST_ROW) {
                tooLong = true;
                text.setLength(0);
            }
            if (!tooLong) {
                text.append(buffer, from, position - from);
            }
            if (position == filled) {
                continue;
            }
            char end = buffer[position++];
            if (end == 0) {
                zeroes++;
                continue;
            }
            afterReturn = end == '\r';
            return new Line(lineNumber, tooLong ? null : text.toString());
        }
    }

    private static boolean isInside(char c) {
        return c != '\n' && c != '\r' && c != 0;
    }

    private boolean fill() throws IOException {
        position = 0;
        filled = Math.max(reader.read(buffer), 0);
        return filled > 0;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
