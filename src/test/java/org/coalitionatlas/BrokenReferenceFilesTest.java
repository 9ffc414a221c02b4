package org.coalitionatlas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Breaks every file of {@code data/} in the ways files break, and reads it as the product does when
 * it starts.
 */
class BrokenReferenceFilesTest {

    private static final Path DATA = Path.of("target", "classes", "data");

    /**
     * @param line where the complaint must point
     * @param reason a part of what it must say
     */
    record Breakage(String file, byte[] content, int line, String reason) {

        @Override
        public String toString() {
            return file + ": " + reason;
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"inEveryFile", "inItsOwnWay"})
    void a_broken_file_is_refused_with_file_line_and_reason(Breakage breakage) throws Exception {
        Throwable refusal = catchThrowable(() -> read(breakage.file(), breakage.content()));
        assertThat(refusal)
                .isNotNull()
                .extracting(r -> r.getClass().getSimpleName())
                .isEqualTo("BrokenReferenceData");
        assertThat(refusal)
                .hasMessageStartingWith(
                        "data/" + breakage.file() + ", line " + breakage.line() + ": ")
                .hasMessageContaining(breakage.reason());
        assertThat(refusal.getMessage()).doesNotContain("\n");
    }

    @Test
    void the_files_as_they_are_are_read() throws Exception {
        for (String file : files()) {
            assertThat(catchThrowable(() -> read(file, bytes(file)))).as(file).isNull();
        }
    }

    static Stream<Breakage> inEveryFile() throws IOException {
        var all = new ArrayList<Breakage>();
        for (String file : files()) {
            String text = text(file);
            int last = (int) text.lines().count();
            int second = text.indexOf('\n') + 1;
            byte[] latin = bytes(file).clone();
            latin[second] = (byte) 0xE9;
            all.add(new Breakage(file, latin, 2, "the file is not UTF-8"));
            all.add(
                    breakage(
                            file,
                            text.substring(0, second) + '\u0007' + text.substring(second),
                            2,
                            "the character U+0007 cannot stand here"));
            if (file.endsWith(".csv")) {
                all.add(breakage(file, "", 1, "the file is empty"));
                all.add(breakage(file, "x" + text, 1, "the header must be"));
                String row = text.lines().skip(1).findFirst().orElseThrow();
                String rest = text.substring(second + row.length());
                String head = text.substring(0, second);
                all.add(breakage(file, head + '"' + row + rest, 2, "a double quote is not closed"));
                all.add(
                        breakage(
                                file,
                                head + '"' + row.replaceFirst(",", "\"x,") + rest,
                                2,
                                "a double quote may only stand around a whole value"));
                all.add(breakage(file, head + row + ",x" + rest, 2, "values expected"));
            } else {
                String key =
                        text.lines().filter(l -> l.matches("\\w+:.*")).findFirst().orElseThrow();
                key = key.substring(0, key.indexOf(':'));
                all.add(
                        breakage(
                                file,
                                text + "\n" + key + ": x\n",
                                last + 2,
                                "the key \"" + key + "\" occurs twice"));
                all.add(
                        breakage(
                                file,
                                text + "\n? [a, b]\n: x\n",
                                last + 2,
                                "a key must be a single value"));
                all.add(breakage(file, text + "\nmore: \"unclosed\n", last + 3, "unexpected end"));
                all.add(breakage(file, text + "\ntypo: x\n", last + 2, "unknown key \"typo\""));
                all.add(breakage(file, "", 1, "the file is empty"));
            }
        }
        return all.stream();
    }

    static Stream<Breakage> inItsOwnWay() throws IOException {
        String needs = "taxonomy/needs.yaml";
        String categories = "taxonomy/categories.yaml";
        String axes = "taxonomy/axes.yaml";
        String matrix = "taxonomy/matrix.yaml";
        String hotlines = "taxonomy/hotlines.yaml";
        String states = "geography/states.csv";
        String counties = "geography/counties.csv";
        String zips = "geography/zips.csv";
        String arcs = "geography/arcs.csv";
        String outlines = "geography/outlines.csv";
        String successors = "geography/successors.csv";
        String adjacent = "geography/adjacent.csv";
        String ilao = "imports/ilao.yaml";
        String demo = "demo/coalition.yaml";
        String review = "instruments/internal-capacity-review-1.yaml";
        return Stream.of(
                with(needs, "code: A2\n", "code: A1\n", "\"A1\" occurs twice"),
                with(needs, "phase: acute", "phase: later", "unknown phase \"later\""),
                with(needs, "[safety]", "[safetea]", "unknown category \"safetea\""),
                with(needs, "[extraction]", "[extract]", "unknown matrix row \"extract\""),
                with(needs, "order: 2\n", "order: 1\n", "order 1 occurs twice in its phase"),
                with(needs, "order: 2\n", "order: two\n", "\"two\" is not a whole number"),
                with(needs, "all_hours: true", "all_hours: si", "true or false"),
                breakage(needs, "needs:\n  - code: A1\n", 1, "33 needs expected, 1 found"),
                breakage(
                        "taxonomy/phases.yaml",
                        "phases:\n  - code: acute\n",
                        1,
                        "3 phases expected"),
                with("taxonomy/phases.yaml", "order: 2", "order: 1", "\"1\" occurs twice"),
                at(
                        3,
                        without(categories, "  - code: safety\n", "  - code: emergency_essentials"),
                        "14 categories expected, 13 found"),
                with(
                        categories,
                        "code: emergency_essentials",
                        "code: safety",
                        "\"safety\" occurs twice"),
                with(categories, "es: \"Seguridad\"", "es: \" \"", "words are missing"),
                with(axes, "code: gender", "code: age", "\"age\" occurs twice"),
                with(axes, "code: female", "code: male", "\"male\" occurs twice"),
                at(
                        4,
                        replaced(axes, "  in_profile: true", "  in_profile: false"),
                        "the profile axes give 8 profiles, not 16"),
                with(axes, "code: disability", "code: lgbtq", "\"lgbtq\" occurs twice"),
                at(
                        2,
                        without(matrix, "  - {code: tip_reporting", "  - {code: extraction"),
                        "8 rows expected, 7 found"),
                at(
                        2,
                        without(matrix, "  - {code: non_urgent", "  - {code: business_hours"),
                        "12 columns expected, 11 found"),
                with(
                        matrix,
                        "code: extraction",
                        "code: tip_reporting",
                        "\"tip_reporting\" occurs twice"),
                with(matrix, "code: adult", "code: minor", "\"minor\" occurs twice"),
                with(matrix, "axis: time", "axis: urgency", "unknown value \"business_hours\""),
                with(matrix, "axis: urgency", "axis: haste", "unknown axis \"haste\""),
                with(hotlines, "+18883737888", "+1888373", "not a phone number"),
                with(hotlines, "code: rainn", "code: nhth", "\"nhth\" occurs twice"),
                with(hotlines, "tty: \"711\"", "tty: \"seven\"", "not a phone number"),
                with(hotlines, "text: \"233733\"", "text: \"BEFREE\"", "not a phone number"),
                with(hotlines, "https://rainn.org", "rainn", "not a web address"),
                with(hotlines, "\"2026-11-01\"", "\"11/01/2026\"", "is not a date such as"),
                with(
                        "taxonomy/organization-kinds.yaml",
                        "code: youth",
                        "code: shelter",
                        "\"shelter\" occurs twice",
                        "code: shelter,"),
                with("taxonomy/languages.yaml", "code: fr,", "code: en,", "\"en\" occurs twice"),
                with(
                        "taxonomy/synonyms.yaml",
                        "[rent, lease, \"rental assistance\", renta, alquiler]",
                        "[rent]",
                        "a group has at least two words"),
                with(states, "01,AL,", "1,AL,", "\"1\" is no two-digit FIPS code"),
                with(states, "01,AL,", "01,Al,", "\"Al\" is no two-letter state code"),
                with(states, "02,AK,", "01,AK,", "state AK occurs twice"),
                with(states, "02,AK,", "02,AL,", "state AL occurs twice"),
                with(states, "Alabama,Alabama", "Alabama,", "value 4 is missing"),
                with(states, "America/Chicago", "Chicago", "unknown time zone \"Chicago\""),
                with(counties, "01001,", "1001,", "\"1001\" is no five-digit FIPS code"),
                with(counties, "01003,", "01001,", "county 01001 occurs twice"),
                with(counties, "01001,AL", "01001,AK", "county 01001 is not in state AK"),
                with(counties, "32.53592,-86.64224", "-86.64224,32.53592", "is no place in"),
                with(counties, "32.53592", "north", "\"north\" is not a number"),
                with(counties, "32.53592", "NaN", "\"NaN\" is not a number"),
                with(
                        counties,
                        "New_York,,2022-06-01",
                        "New_York,2022-06-02,2022-06-01",
                        "the county ends on 2022-06-01, before it begins"),
                with(counties, "New_York,,2022-06-01", "New_York,,June", "is not a date such as"),
                at(
                        3241,
                        without(counties, "01001,", "01003,"),
                        "3233 current counties expected, 3232 found"),
                with(zips, "00501,", "501,", "\"501\" is no five-digit ZIP code"),
                with(zips, "00544,", "00501,", "ZIP code 00501 occurs twice"),
                with(zips, "NY,36103", "NJ,36103", "county 36103 is not in state NJ"),
                with(zips, "NY,36103", "NY,36999", "unknown county 36999"),
                with(zips, "40.81540,-73.04510", "40.81540,73.04510", "is no place in"),
                with(successors, "09003,09110", "09110,09003", "09110 is no former county"),
                with(successors, "09003,09110", "09003,17201", "does not begin when 09003 ends"),
                with(successors, "09001,09140", "09001,09120", "the pair occurs twice"),
                with(successors, "09120,6", "09120,0", "at least one town is shared"),
                with(adjacent, "01001,01021", "01001,01000", "unknown county 01000"),
                with(adjacent, "01001,01021", "01001,01001", "no neighbour of itself"),
                with(adjacent, "01001,01047", "01001,01021", "the pair occurs twice"),
                with(adjacent, "01001,01021", "01001,55001", "not there the other way round"),
                with(arcs, "\n1,", "\none,", "\"one\" is not a whole number", "one"),
                with(arcs, "\n1,", "\n7,", "arc 7 is out of order", "7"),
                with(arcs, "0,-829722 311838", "0,829722 311838", "is no place in"),
                with(arcs, "0,-829722 311838", "0,-829722 x", "not a number in"),
                with(outlines, "01001,", "01000,", "unknown county 01000"),
                with(outlines, "01003,", "01001,", "county 01001 occurs twice"),
                with(outlines, "01001,-8309", "01001,99999", "unknown arc 99999"),
                at(3233, without(outlines, "01001,", "01003,"), "county 01001 has no outline"),
                with(review, "kind: narrative", "kind: essay", "unknown kind \"essay\""),
                with(review, "number: \"2\"", "number: \"9\"", "\"9\" is not one of"),
                at(2, replaced(review, "version: 1", "version: 2"), "version 2 belongs in"),
                with(ilao, "kind: location", "kind: place", "unknown kind of record"),
                with(ilao, "field: address_visibility", "field: adress", "unknown field"),
                with(ilao, "{kind: legal}", "{size: legal}", "unknown field \"size\""),
                at(4, replaced(demo, "\"17201\"", "\"17200\""), "\"17200\" is not a county"),
                with(demo, "key: safe-harbor", "key: rock-river-advocates", "occurs twice"),
                at(
                        9,
                        replaced(demo, "kind: anti_trafficking", "kind: anti"),
                        "\"anti\" is not a kind of organization"),
                with(demo, "+18155550100", "+1815", "is not a phone number"),
                at(
                        73,
                        replaced(demo, "needs: [A1, A2]", "needs: [A1, A99]"),
                        "\"A99\" is not one of the needs"),
                with(demo, "address_visibility: city", "address_visibility: some", "unknown"),
                with(demo, "topic: mandatory_reporting", "topic: reports", "unknown topic"),
                with(demo, "opens: \"09:00\"", "opens: \"9 am\"", "is not a time such as"),
                with(demo, "contact: maria,", "contact: mario,", "unknown contact \"mario\""),
                with(demo, "role: coordinator,", "role: chief,", "unknown role \"chief\""),
                with(demo, "{need: A5, nobody", "{need: B5, nobody", "\"B5\" is not one of"),
                with(demo, "by: member2@", "by: member9@", "nobody has member9@"),
                with(demo, "staff-trained: in_prog", "staff: in_prog", "there is no item"),
                with(demo, "/referral: \"yes\"", "/referrals: \"yes\"", "has no part"),
                with(demo, "verb: accept", "verb: like", "unknown verb \"like\""));
    }

    private static List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(DATA)) {
            return all.filter(path -> path.toString().matches(".*\\.(csv|yaml)"))
                    .map(path -> DATA.relativize(path).toString())
                    .filter(file -> !file.contains("/build/"))
                    .sorted()
                    .toList();
        }
    }

    /** The file with the first occurrence replaced; the complaint points to where it stood. */
    private static Breakage with(String file, String from, String to, String reason)
            throws IOException {
        return with(file, from, to, reason, null);
    }

    private static Breakage with(
            String file, String from, String to, String reason, @Nullable String pointsTo)
            throws IOException {
        String text = text(file);
        int at = text.indexOf(from);
        assertThat(at).as("%s has %s", file, from).isNotNegative();
        String broken = text.substring(0, at) + to + text.substring(at + from.length());
        int where = pointsTo == null ? at : broken.indexOf(pointsTo, at + 1);
        return breakage(
                file,
                broken,
                1 + (int) broken.substring(0, where).chars().filter(c -> c == '\n').count(),
                reason);
    }

    private static Breakage at(int line, Breakage breakage, String reason) {
        return new Breakage(breakage.file(), breakage.content(), line, reason);
    }

    private static Breakage replaced(String file, String from, String to) throws IOException {
        return with(file, from, to, "");
    }

    /** The file without what stands from one text up to another. */
    private static Breakage without(String file, String from, String upTo) throws IOException {
        String text = text(file);
        return breakage(
                file,
                text.substring(0, text.indexOf(from)) + text.substring(text.indexOf(upTo)),
                1,
                "");
    }

    private static Breakage breakage(String file, String text, int line, String reason) {
        return new Breakage(file, text.getBytes(StandardCharsets.UTF_8), line, reason);
    }

    private static byte[] bytes(String file) throws IOException {
        return Files.readAllBytes(DATA.resolve(file));
    }

    private static String text(String file) throws IOException {
        return Files.readString(DATA.resolve(file));
    }

    private static void read(String file, byte[] content) throws Throwable {
        try (var classes = new ClassesWith(file, content)) {
            switch (file.substring(0, file.indexOf('/'))) {
                case "taxonomy" -> classes.create("taxonomy.Taxonomy");
                case "geography" ->
                        classes.create("geography.Outlines", classes.create("geography.Geography"));
                case "instruments" -> classes.create("capacity.Instruments");
                case "imports" -> classes.create("exchange.ImportMappings", null, null, null);
                case "demo" -> {
                    Object taxonomy = classes.create("taxonomy.Taxonomy");
                    Object rehearsal =
                            classes.create(
                                    "demo.DemoRehearsal",
                                    taxonomy,
                                    classes.create("geography.Geography"),
                                    classes.create("capacity.Instruments"));
                    Method rehearse = rehearsal.getClass().getDeclaredMethod("rehearse");
                    rehearse.setAccessible(true);
                    try {
                        rehearse.invoke(rehearsal);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }
                default -> throw new AssertionError("nothing reads " + file);
            }
        }
    }

    /** The product's classes once more, with one file of {@code data/} replaced. */
    private static final class ClassesWith extends URLClassLoader {

        private final String file;
        private final byte[] content;

        ClassesWith(String file, byte[] content) throws IOException {
            super(
                    new URL[] {Path.of("target", "classes").toUri().toURL()},
                    BrokenReferenceFilesTest.class.getClassLoader());
            this.file = "data/" + file;
            this.content = content;
        }

        Object create(String name, @Nullable Object... arguments) throws Throwable {
            Class<?> type = Class.forName("org.coalitionatlas." + name, true, this);
            Constructor<?> constructor =
                    Arrays.stream(type.getDeclaredConstructors())
                            .filter(c -> c.getParameterCount() == arguments.length)
                            .filter(c -> !c.isVarArgs())
                            .findFirst()
                            .orElseThrow();
            constructor.setAccessible(true);
            try {
                return constructor.newInstance(arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith("org.coalitionatlas.")) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? findClass(name) : loaded;
            }
        }

        @Override
        public @Nullable InputStream getResourceAsStream(String name) {
            if (name.equals(file)) {
                return new ByteArrayInputStream(content);
            }
            try {
                URL found = getResource(name);
                return found == null ? null : found.openStream();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
