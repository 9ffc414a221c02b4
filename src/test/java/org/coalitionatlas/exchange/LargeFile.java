package org.coalitionatlas.exchange;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.coalitionatlas.geography.Geography;
import org.coalitionatlas.taxonomy.Taxonomy;

/**
 * Reads a large file as an import does, from its encoding to rows that are ready for the directory,
 * in a process of its own with little memory. Says what it found.
 *
 * <p>Arguments: an empty folder, and how large the file is to be, in megabytes.
 */
public final class LargeFile {

    /** A long remark in each row, which nothing takes: what counts is that all of it is read. */
    private static final int REMARK = 80_000;

    private static final int ORGANIZATIONS = 50;

    /** A row whose last quote is missing costs itself and no other. */
    private static final int BROKEN = 1_000;

    private static final ImportMapping MAPPING =
            new ImportMapping(
                    "large",
                    "large",
                    RecordKind.SERVICE,
                    "",
                    Map.of(),
                    List.of(
                            ColumnRule.plain("Key", ImportField.ID),
                            ColumnRule.plain("Organization", ImportField.ORGANIZATION_ID),
                            ColumnRule.plain("Service", ImportField.NAME),
                            ColumnRule.plain("Needs", ImportField.NEEDS),
                            ColumnRule.plain("Counties", ImportField.AREA_COUNTIES)));

    private LargeFile() {}

    public static void main(String[] args) throws IOException {
        Path path = Path.of(args[0]).resolve("large.csv");
        long written = write(path, Long.parseLong(args[1]) << 20);
        System.out.println("FILE " + (Files.size(path) >> 20) + " " + written);
        CsvFile file = CsvFile.of(path);
        var reader =
                new RowReader(
                        MAPPING,
                        new RowMapper(MAPPING, file.columns()),
                        new RowDrafts(new Geography(), new Taxonomy(), MAPPING));
        long ready = 0;
        long refused = 0;
        try (CsvFile.Rows rows = file.rows()) {
            for (CsvRecord row = rows.next(); row != null; row = rows.next()) {
                if (reader.read(row).prepared() == null) {
                    refused++;
                } else {
                    ready++;
                }
            }
        }
        System.out.println("READ " + ready + " " + refused);
    }

    private static long write(Path file, long bytes) throws IOException {
        String remark = "Ring twice, then say \"\"shelter\"\".\nOr wait; somebody comes. ";
        String remarks = remark.repeat(REMARK / remark.length());
        long rows = 0;
        long written = 0;
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write("Key,Organization,Service,Needs,Counties,Remarks\n");
            while (written < bytes) {
                String row =
                        "s%d,o%d,Service %d,A3; L4,17201; 17031,\""
                                .formatted(rows, rows % ORGANIZATIONS, rows);
                out.write(row);
                out.write(rows == BROKEN ? "Never closed\n" : remarks + "\"\n");
                written += row.length() + remarks.length() + 2;
                rows++;
            }
        }
        return rows;
    }
}
