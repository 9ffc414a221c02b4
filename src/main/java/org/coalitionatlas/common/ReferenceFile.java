package org.coalitionatlas.common;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Reads the files below {@code data/} and keeps, for every value, the line it stands on, so that a
 * mistake is reported as file, line and reason.
 */
public final class ReferenceFile {

    private final String file;

    private ReferenceFile(String file) {
        this.file = file;
    }

    /**
     * Reads a YAML file whose top level is a mapping.
     *
     * @param file path below {@code data/}
     * @throws BrokenReferenceData when it is missing or not well-formed
     */
    public static Entry yaml(String file) {
        try (InputStream in = open(file);
                var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            var options = new LoaderOptions();
            options.setAllowDuplicateKeys(false);
            options.setCodePointLimit(20_000_000);
            Node root = new Yaml(options).compose(reader);
            if (root == null) {
                throw new BrokenReferenceData(file, 1, "the file is empty");
            }
            return new ReferenceFile(file).new Entry(root);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new BrokenReferenceData(file, line, String.valueOf(e.getProblem()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a CSV file row by row without holding it in memory. The files are ours: comma, no line
     * breaks inside a value, double quotes only around values with a comma.
     *
     * @param file path below {@code data/}
     * @param header the exact first line
     * @param sink takes each row
     */
    public static void csv(String file, String header, Consumer<Row> sink) {
        try (InputStream in = open(file);
                var reader =
                        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            String first = reader.readLine();
            if (!header.equals(first)) {
                throw new BrokenReferenceData(
                        file, 1, "the header must be \"" + header + "\" but is \"" + first + "\"");
            }
            int columns = header.split(",").length;
            int number = 1;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                List<String> values = split(line);
                if (values.size() != columns) {
                    throw new BrokenReferenceData(
                            file,
                            number,
                            columns + " values expected, " + values.size() + " found");
                }
                sink.accept(new Row(file, number, values));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A short sum of the files' contents: differs when any of them does.
     *
     * @param files paths below {@code data/}
     */
    public static String fingerprint(String... files) {
        var sum = new CRC32C();
        for (String file : files) {
            try (InputStream in = open(file)) {
                sum.update(in.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return Long.toHexString(sum.getValue());
    }

    private static InputStream open(String file) {
        InputStream in = ReferenceFile.class.getResourceAsStream("/data/" + file);
        if (in == null) {
            throw new BrokenReferenceData(file, 1, "the file is missing");
        }
        return in;
    }

    private static List<String> split(String line) {
        if (line.indexOf('"') < 0) {
            return List.of(line.split(",", -1));
        }
        var values = new ArrayList<String>();
        var value = new StringBuilder();
        boolean quoted = false;
        for (char c : line.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                values.add(value.toString());
                value.setLength(0);
            } else {
                value.append(c);
            }
        }
        values.add(value.toString());
        return values;
    }

    /**
     * One row of a CSV file.
     *
     * @param line 1-based
     */
    public record Row(String file, int line, List<String> values) {

        /** The value in that column, counted from 0. */
        public String text(int column) {
            return values.get(column);
        }

        /** The value as a decimal number. */
        public double number(int column) {
            try {
                return Double.parseDouble(text(column));
            } catch (NumberFormatException e) {
                throw broken("\"" + text(column) + "\" is not a number");
            }
        }

        /** The value as an ISO date, {@code null} when empty. */
        public @Nullable LocalDate date(int column) {
            if (text(column).isEmpty()) {
                return null;
            }
            try {
                return LocalDate.parse(text(column));
            } catch (DateTimeParseException e) {
                throw broken("\"" + text(column) + "\" is not a date such as 2026-11-01");
            }
        }

        /** The complaint about this row. */
        public BrokenReferenceData broken(String reason) {
            return new BrokenReferenceData(file, line, reason);
        }
    }

    /** One value of a YAML file: a mapping, a list or a scalar, with its line. */
    public final class Entry {

        private final Node node;

        private Entry(Node node) {
            this.node = node;
        }

        /** 1-based line on which the value starts. */
        public int line() {
            return node.getStartMark().getLine() + 1;
        }

        /** The complaint about this value. */
        public BrokenReferenceData broken(String reason) {
            return new BrokenReferenceData(file, line(), reason);
        }

        /** The value under the key, or {@code null} when absent or empty. */
        public @Nullable Entry find(String key) {
            for (NodeTuple tuple : mapping().getValue()) {
                if (((ScalarNode) tuple.getKeyNode()).getValue().equals(key)) {
                    Entry found = new Entry(tuple.getValueNode());
                    return found.isNull() ? null : found;
                }
            }
            return null;
        }

        /**
         * The value under the key.
         *
         * @throws BrokenReferenceData when it is absent
         */
        public Entry get(String key) {
            Entry found = find(key);
            if (found == null) {
                throw broken("\"" + key + "\" is missing");
            }
            return found;
        }

        /** Complains about any key that is not one of these: most are typing mistakes. */
        public Entry only(String... keys) {
            Set<String> known = Set.of(keys);
            for (NodeTuple tuple : mapping().getValue()) {
                String key = ((ScalarNode) tuple.getKeyNode()).getValue();
                if (!known.contains(key)) {
                    throw new BrokenReferenceData(
                            file,
                            tuple.getKeyNode().getStartMark().getLine() + 1,
                            "unknown key \"" + key + "\"");
                }
            }
            return this;
        }

        /** This scalar as text. */
        public String text() {
            if (node instanceof ScalarNode scalar) {
                return scalar.getValue();
            }
            throw broken("a single value is expected here");
        }

        /** The text under the key. */
        public String text(String key) {
            return get(key).text();
        }

        /** The text under the key, or {@code null}. */
        public @Nullable String optionalText(String key) {
            Entry found = find(key);
            return found == null ? null : found.text();
        }

        /** The whole number under the key. */
        public int integer(String key) {
            Integer value = optionalInteger(key);
            if (value == null) {
                throw broken("\"" + key + "\" is missing");
            }
            return value;
        }

        /** The whole number under the key, or {@code null}. */
        public @Nullable Integer optionalInteger(String key) {
            Entry found = find(key);
            if (found == null) {
                return null;
            }
            try {
                return Integer.valueOf(found.text());
            } catch (NumberFormatException e) {
                throw found.broken("\"" + found.text() + "\" is not a whole number");
            }
        }

        /** The decimal number under the key, or {@code null}. */
        public @Nullable Double optionalNumber(String key) {
            Entry found = find(key);
            if (found == null) {
                return null;
            }
            try {
                return Double.valueOf(found.text());
            } catch (NumberFormatException e) {
                throw found.broken("\"" + found.text() + "\" is not a number");
            }
        }

        /** {@code true} or {@code false} under the key; absent is false. */
        public boolean flag(String key) {
            Entry found = find(key);
            if (found == null) {
                return false;
            }
            return switch (found.text()) {
                case "true", "yes" -> true;
                case "false", "no" -> false;
                default -> throw found.broken("true or false is expected here");
            };
        }

        /** The ISO date under the key. */
        public LocalDate date(String key) {
            Entry found = get(key);
            try {
                return LocalDate.parse(found.text());
            } catch (DateTimeParseException e) {
                throw found.broken("\"" + found.text() + "\" is not a date such as 2026-11-01");
            }
        }

        /** The two languages under the key, both present and not blank. */
        public LocalText localText(String key) {
            Entry found = get(key).only("en", "es");
            return new LocalText(found.text("en"), found.text("es"));
        }

        /** The entries of the list under the key; none when absent. */
        public List<Entry> list(String key) {
            Entry found = find(key);
            return found == null ? List.of() : found.items();
        }

        /** The entries of this list. */
        public List<Entry> items() {
            if (node instanceof SequenceNode sequence) {
                return sequence.getValue().stream().map(Entry::new).toList();
            }
            throw broken("a list is expected here");
        }

        /** The texts of the list under the key; none when absent. */
        public List<String> texts(String key) {
            return list(key).stream().map(Entry::text).toList();
        }

        /** The keys and values of this mapping, in the order of the file. */
        public Map<String, Entry> fields() {
            var fields = new LinkedHashMap<String, Entry>();
            for (NodeTuple tuple : mapping().getValue()) {
                fields.put(
                        ((ScalarNode) tuple.getKeyNode()).getValue(),
                        new Entry(tuple.getValueNode()));
            }
            return fields;
        }

        /** Whether this is a single value rather than a list or mapping. */
        public boolean isScalar() {
            return node instanceof ScalarNode;
        }

        /** Complains when two entries carry the same code under the key. */
        public static void requireUnique(List<Entry> entries, String key) {
            var seen = new HashSet<String>();
            for (Entry entry : entries) {
                if (!seen.add(entry.text(key))) {
                    throw entry.broken("\"" + entry.text(key) + "\" occurs twice");
                }
            }
        }

        private boolean isNull() {
            return node instanceof ScalarNode scalar
                    && (scalar.getValue().isEmpty() || scalar.getValue().equals("null"))
                    && scalar.isPlain();
        }

        private MappingNode mapping() {
            if (node instanceof MappingNode map) {
                return map;
            }
            throw broken("a mapping (key: value) is expected here");
        }
    }
}
