package org.coalitionatlas.common;

import java.util.regex.Pattern;

/**
 * Keeps a cell from being taken for a formula by a spreadsheet, so that it can be undone: a text
 * that would be one gets an apostrophe before it, and so does one that begins with apostrophes
 * before a formula, which makes taking one away again always right.
 */
public final class CsvCells {

    private static final Pattern FORMULA =
            Pattern.compile("'*[\\s\\u00A0]*[=+\\-@＝＋－＠|%].*|'*[\\t\\r\\n].*", Pattern.DOTALL);

    private CsvCells() {}

    /** The text as it may stand in a cell. */
    public static String safe(String text) {
        return FORMULA.matcher(text).matches() ? "'" + text : text;
    }

    /** The text that was made safe. */
    public static String original(String cell) {
        return cell.startsWith("'") && FORMULA.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}
