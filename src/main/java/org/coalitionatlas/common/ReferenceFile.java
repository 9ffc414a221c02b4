package org.coalitionatlas.common;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * Reads the files below {@code data/} and keeps, for every value, the line it stands on, so that a
 * mistake is reported as file, line and reason.
 */
public final class ReferenceFile {

    // Double.parseDouble takes "NaN", "1d" and hexadecimal too.
    private static final Pattern DECIMAL = Pattern.compile("-?\\d+(\\.\\d+)?");

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
        String text = text(file);
        try {
            var options = new LoaderOptions();
            options.setCodePointLimit(20_000_000);
            Node root = new Yaml(options).compose(new StringReader(text));
            if (root == null) {
                throw new BrokenReferenceData(file, 1, "the file is empty");
            }
            requireSoundKeys(file, root, Collections.newSetFromMap(new IdentityHashMap<>()));
            return new ReferenceFile(file).new Entry(root);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new BrokenReferenceData(file, line, String.valueOf(e.getProblem()));
        } catch (ReaderException e) {
            int at = text.offsetByCodePoints(0, Math.min(e.getPosition(), text.length()));
            throw new BrokenReferenceData(
                    file,
                    lineAt(text, at),
                    String.format("the character U+%04X cannot stand here", e.getCodePoint()));
        } catch (YAMLException e) {
            throw new BrokenReferenceData(file, 1, String.valueOf(e.getMessage()));
        }
    }

    // The composer alone keeps the last of two values under one key, and takes lists as keys.
    private static void requireSoundKeys(String file, Node node, Set<Node> seen) {
        if (!seen.add(node)) {
            return;
        }
        if (node instanceof SequenceNode sequence) {
            sequence.getValue().forEach(item -> requireSoundKeys(file, item, seen));
        } else if (node instanceof MappingNode mapping) {
            var keys = new HashSet<String>();
            for (NodeTuple tuple : mapping.getValue()) {
                int line = tuple.getKeyNode().getStartMark().getLine() + 1;
                if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                    throw new BrokenReferenceData(file, line, "a key must be a single value");
                }
                if (!keys.add(key.getValue())) {
                    throw new BrokenReferenceData(
                            file, line, "the key \"" + key.getValue() + "\" occurs twice");
                }
                requireSoundKeys(file, tuple.getValueNode(), seen);
            }
        }
    }

    /**
     * Reads a CSV file row by row. The files are ours: comma, no line breaks inside a value, double
     * quotes only around values with a comma.
     *
     * @param file path below {@code data/}
     * @param header the exact first line
     * @param sink takes each row
     * @return how many lines the file has; a complaint about the whole file names the last one
     */
    public static int csv(String file, String header, Consumer<Row> sink) {
        String text = text(file);
        int columns = header.split(",").length;
        int number = 0;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            number++;
            if (number == 1) {
                requireHeader(file, header, line);
                continue;
            }
            List<String> values = split(file, number, line);
            if (values.size() != columns) {
                throw new BrokenReferenceData(
                        file, number, columns + " values expected, " + values.size() + " found");
            }
            sink.accept(new Row(file, number, values));
        }
        if (number == 0) {
            throw new BrokenReferenceData(file, 1, "the file is empty");
        }
        return number;
    }

    private static void requireHeader(String file, String header, String line) {
        if (!header.equals(line)) {
            throw new BrokenReferenceData(
                    file, 1, "the header must be \"" + header + "\" but is \"" + line + "\"");
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

    // Decoded strictly: a replacement character in a name would be noticed by nobody.
    private static String text(String file) {
        try (InputStream in = open(file)) {
            ByteBuffer bytes = ByteBuffer.wrap(in.readAllBytes());
            CharBuffer text = CharBuffer.allocate(bytes.remaining());
            CoderResult result =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT)
                            .decode(bytes, text, true);
            String decoded = text.flip().toString();
            if (result.isError()) {
                throw new BrokenReferenceData(
                        file, lineAt(decoded, decoded.length()), "the file is not UTF-8");
            }
            return decoded;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int lineAt(String text, int position) {
        return 1 + (int) text.chars().limit(position).filter(c -> c == '\n').count();
    }

    private static List<String> split(String file, int number, String line) {
        for (int i = 0; i < line.length(); i++) {
            if (Character.isISOControl(line.charAt(i))) {
                throw new BrokenReferenceData(
                        file,
                        number,
                        String.format(
                                "the character U+%04X cannot stand here", (int) line.charAt(i)));
            }
        }
        if (line.indexOf('"') < 0) {
            return List.of(line.split(",", -1));
        }
        var values = new ArrayList<String>();
        int start = 0;
        while (start <= line.length()) {
            boolean quoted = start < line.length() && line.charAt(start) == '"';
            int from = quoted ? start + 1 : start;
            int to = line.indexOf(quoted ? '"' : ',', from);
            if (to < 0 && quoted) {
                throw new BrokenReferenceData(file, number, "a double quote is not closed");
            }
            int end = to < 0 ? line.length() : to;
            String value = line.substring(from, end);
            int next = quoted ? end + 1 : end;
            boolean stray = next < line.length() && line.charAt(next) != ',';
            if (stray || value.indexOf('"') >= 0) {
                throw new BrokenReferenceData(
                        file, number, "a double quote may only stand around a whole value");
            }
            values.add(value);
            start = next + 1;
        }
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

        /** The value, which must have that form from its first to its last character. */
        public String text(int column, Pattern form, String name) {
            if (!form.matcher(text(column)).matches()) {
                throw broken("\"" + text(column) + "\" is no " + name);
            }
            return text(column);
        }

        /** The value as a whole number. */
        public int integer(int column) {
            try {
                return Integer.parseInt(text(column));
            } catch (NumberFormatException e) {
                throw broken("\"" + text(column) + "\" is not a whole number");
            }
        }

        /** The value as a decimal number. */
        public double number(int column) {
            if (!DECIMAL.matcher(text(column)).matches()) {
                throw broken("\"" + text(column) + "\" is not a number");
            }
            return Double.parseDouble(text(column));
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
                if (key(tuple).equals(key)) {
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
                String key = key(tuple);
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
            if (!DECIMAL.matcher(found.text()).matches()) {
                throw found.broken("\"" + found.text() + "\" is not a number");
            }
            return Double.valueOf(found.text());
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
            for (Entry words : found.fields().values()) {
                if (words.text().isBlank()) {
                    throw words.broken("words are missing in one of the languages");
                }
            }
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
                fields.put(key(tuple), new Entry(tuple.getValueNode()));
            }
            return fields;
        }

        /** Whether this is a single value rather than a list or mapping. */
        public boolean isScalar() {
            return node instanceof ScalarNode;
        }

        /** What reading a value gives; a refusal of it becomes a complaint about this entry. */
        public <T> T checked(Supplier<T> reading) {
            try {
                return reading.get();
            } catch (IllegalArgumentException | DateTimeException refused) {
                throw broken(
                        refused instanceof SaidInWords said
                                ? EnglishWords.of(said)
                                : String.valueOf(refused.getMessage()));
            }
        }

        /**
         * The entries of the list under the key, which must be that many.
         *
         * @param what plural, as in the complaint: "needs"
         */
        public List<Entry> list(String key, int count, String what) {
            List<Entry> entries = list(key);
            if (entries.size() != count) {
                throw broken(count + " " + what + " expected, " + entries.size() + " found");
            }
            return entries;
        }

        /** Complains when two entries carry the same code under the key. */
        public static void requireUnique(List<Entry> entries, String key) {
            var seen = new HashSet<String>();
            for (Entry entry : entries) {
                if (!seen.add(entry.text(key))) {
                    throw entry.get(key).broken("\"" + entry.text(key) + "\" occurs twice");
                }
            }
        }

        private boolean isNull() {
            return node instanceof ScalarNode scalar
                    && (scalar.getValue().isEmpty() || scalar.getValue().equals("null"))
                    && scalar.isPlain();
        }

        // Checked when the file was read.
        private static String key(NodeTuple tuple) {
            return ((ScalarNode) tuple.getKeyNode()).getValue();
        }

        private MappingNode mapping() {
            if (node instanceof MappingNode map) {
                return map;
            }
            throw broken("a mapping (key: value) is expected here");
        }
    }
}
