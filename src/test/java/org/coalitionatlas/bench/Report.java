package org.coalitionatlas.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Tables as plain text or Markdown, and one verdict per goal. */
final class Report {

    private final PrintStream out;
    private final boolean markdown;
    private final List<String> verdicts = new ArrayList<>();

    Report(PrintStream out, boolean markdown) {
        this.out = out;
        this.markdown = markdown;
    }

    void title(String text) {
        out.println();
        out.println(markdown ? "**" + text + "**" : text);
        out.println();
    }

    void line(String text) {
        out.println(text);
    }

    void table(List<String> head, List<List<String>> rows) {
        var widths = new int[head.size()];
        for (int column = 0; column < widths.length; column++) {
            widths[column] = head.get(column).length();
            for (List<String> row : rows) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        }
        print(head, widths);
        var rule = new StringBuilder(markdown ? "|" : "");
        for (int column = 0; column < widths.length; column++) {
            String dashes = "-".repeat(widths[column] + (markdown ? 1 : 0));
            rule.append(dashes).append(markdown ? (column == 0 ? "-|" : ":|") : "  ");
        }
        out.println(rule.toString().stripTrailing());
        rows.forEach(row -> print(row, widths));
        out.flush();
    }

    void verdict(boolean met, String goal, String figures) {
        verdicts.add((met ? "met    " : "MISSED ") + goal + ": " + figures);
    }

    void close() {
        title("Goals");
        verdicts.forEach(verdict -> out.println(markdown ? "- " + verdict : verdict));
        out.flush();
    }

    // Words to the left, figures to the right.
    private void print(List<String> row, int[] widths) {
        var line = new StringBuilder(markdown ? "| " : "");
        for (int column = 0; column < widths.length; column++) {
            String cell = row.get(column);
            String blanks = " ".repeat(widths[column] - cell.length());
            line.append(column == 0 ? cell + blanks : blanks + cell)
                    .append(markdown ? " | " : "  ");
        }
        out.println(line.toString().stripTrailing());
    }
}
