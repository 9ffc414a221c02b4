package org.coalitionatlas.texts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every text exists in both languages, says the same things, and every key used is there. */
class MessageBundlesTests {

    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Path JAVA = Path.of("src/main/java");
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");
    private static final Pattern LONE_APOSTROPHE = Pattern.compile("(?<!')'(?:'')*(?!')");
    private static final Pattern QUOTED_BRACE = Pattern.compile("'[{][a-z]*[}]'");
    private static final Pattern KEY_IN_TEMPLATE = Pattern.compile("#\\{([a-zA-Z][\\w.-]*)");

    private final Map<String, String> english = texts("");
    private final Map<String, String> spanish = texts("_es");

    @Test
    void everyTextExistsInBothLanguages() {
        assertThat(spanish.keySet()).isEqualTo(english.keySet());
        assertThat(english).isNotEmpty();
    }

    @Test
    void noTextIsEmpty() {
        assertThat(english.values()).noneMatch(String::isBlank);
        assertThat(spanish.values()).noneMatch(String::isBlank);
    }

    @Test
    void bothLanguagesQuoteTheSameFacts() {
        List<String> different = new ArrayList<>();
        english.forEach(
                (key, text) -> {
                    if (!placeholders(text).equals(placeholders(spanish.getOrDefault(key, "")))) {
                        different.add(key);
                    }
                });
        assertThat(different).isEmpty();
    }

    @Test
    void everyTextIsAPatternWithoutALoneApostrophe() {
        List<String> broken = new ArrayList<>();
        Stream.of(english, spanish)
                .forEach(
                        texts ->
                                texts.forEach(
                                        (key, text) -> {
                                            if (isBroken(text)) {
                                                broken.add(key + "=" + text);
                                            }
                                        }));
        assertThat(broken).isEmpty();
    }

    /** Names and remarks as people write them, and as nobody should. */
    private static final List<String> ODD =
            List.of(
                    "",
                    "O''Neill & D'Arcy \"Söhne\" <b>{0}</b> {1,number} $1 \\ %s #{x} 100%",
                    "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch ".repeat(20),
                    "مأوى 庇護所 \uD83D\uDD6F\uFE0F e\u0301",
                    "line one\nline two\ttabbed");

    private static final List<Number> NUMBERS = List.of(0, 1, 2, 0.005, 21, 1_234_567, -1);

    @Test
    void everyTextTakesAnyArgumentsAndSaysThemUnchanged() {
        Map<String, String> broken = new TreeMap<>();
        english.forEach((key, text) -> told(text, Locale.ENGLISH, key, broken));
        spanish.forEach((key, text) -> told(text, Locale.of("es"), key + "_es", broken));
        assertThat(broken).isEmpty();
    }

    @Test
    void aTextThatSwallowsAnArgumentIsFound() {
        Map<String, String> broken = new TreeMap<>();
        told("Don't know {0}", Locale.ENGLISH, "quoted", broken);
        told("{0,choice,0#none|1<{1} of {0}", Locale.ENGLISH, "open", broken);
        told("{0} of {1,choice,0#none|1<{1}}", Locale.ENGLISH, "good", broken);
        told("'{count}' of {0}", Locale.ENGLISH, "meant", broken);
        assertThat(broken.keySet()).containsExactly("open", "quoted");
    }

    private static void told(String text, Locale language, String key, Map<String, String> broken) {
        Set<String> arguments = placeholders(text);
        int most = arguments.stream().mapToInt(Integer::parseInt).max().orElse(-1) + 1;
        for (String odd : ODD) {
            var unsaid = new TreeSet<>(arguments);
            for (Number number : NUMBERS) {
                var given = new Object[Math.max(most, 1)];
                for (int i = 0; i < most; i++) {
                    // Each its own, so that none is taken for another.
                    given[i] = isNumber(text, i) ? number : "«" + i + odd + i + "»";
                }
                String said;
                try {
                    said = new MessageFormat(text, language).format(given);
                } catch (IllegalArgumentException e) {
                    broken.put(key, e.getMessage());
                    return;
                }
                for (int i = 0; i < most; i++) {
                    if (isNumber(text, i)) {
                        unsaid.remove(String.valueOf(i));
                    } else if (said.contains((String) given[i])) {
                        unsaid.remove(String.valueOf(i));
                        said = said.replace((String) given[i], "");
                    }
                }
                if (said.contains("''") || PLACEHOLDER.matcher(said).find()) {
                    broken.put(key, said);
                }
            }
            // A text may leave some out for some numbers, as in "none", but not for all.
            if (!unsaid.isEmpty()) {
                broken.put(key, "never says " + unsaid);
            }
        }
    }

    private static boolean isNumber(String text, int argument) {
        return text.contains("{" + argument + ",");
    }

    @Test
    void aLoneApostropheIsFound() {
        assertThat(isBroken("Don't know")).isTrue();
        assertThat(isBroken("Don''t know {0}")).isFalse();
        assertThat(isBroken("'{count}' counties")).isFalse();
        assertThat(isBroken("{0")).isTrue();
    }

    @Test
    void everyKeyUsedInJavaExists() throws IOException {
        Pattern literal = keyLiteral();
        assertThat(missing(JAVA, ".java", literal)).isEmpty();
    }

    @Test
    void everyKeyUsedInATemplateExists() throws IOException {
        assertThat(missing(TEMPLATES, ".html", KEY_IN_TEMPLATE)).isEmpty();
    }

    @Test
    void aKeyThatDoesNotExistIsFound() {
        Matcher found = keyLiteral().matcher("getTranslation(\"shell.noSuchText\")");
        assertThat(found.find()).isTrue();
        assertThat(isKnown(found.group(1))).isFalse();
        assertThat(isKnown("shell.leave")).isTrue();
        assertThat(isKnown("identity.role.")).as("a beginning that is completed").isTrue();
    }

    private List<String> missing(Path folder, String ending, Pattern keys) throws IOException {
        List<String> missing = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(file -> file.toString().endsWith(ending))
                    .forEach(
                            file -> {
                                Matcher key = keys.matcher(read(file));
                                while (key.find()) {
                                    if (!isKnown(key.group(1))) {
                                        missing.add(file.getFileName() + ": " + key.group(1));
                                    }
                                }
                            });
        }
        return missing;
    }

    // A literal that ends with a dot is completed at run time, usually with the name of a constant.
    private boolean isKnown(String key) {
        return english.containsKey(key)
                || key.endsWith(".") && english.keySet().stream().anyMatch(k -> k.startsWith(key));
    }

    /** A whole string literal that begins like a key: with the name of a bundle or "invalid". */
    private static Pattern keyLiteral() {
        String rooms = "common|invalid|" + String.join("|", rooms());
        return Pattern.compile("\"((?:" + rooms + ")\\.[a-zA-Z][\\w.]*)\"");
    }

    private static Set<String> rooms() {
        Set<String> rooms = new TreeSet<>();
        for (Path file : files(MESSAGES)) {
            rooms.add(file.getFileName().toString().replaceAll("(_es)?\\.properties$", ""));
        }
        return rooms;
    }

    private static boolean isBroken(String text) {
        try {
            new MessageFormat(text);
        } catch (IllegalArgumentException e) {
            return true;
        }
        return LONE_APOSTROPHE.matcher(QUOTED_BRACE.matcher(text).replaceAll("")).find();
    }

    private static Set<String> placeholders(String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    private static Map<String, String> texts(String language) {
        Map<String, String> all = new TreeMap<>();
        for (Path file : files(MESSAGES)) {
            String name = file.getFileName().toString();
            if (name.endsWith("_es.properties") == language.equals("_es")) {
                var properties = new Properties();
                try (var reader = Files.newBufferedReader(file)) {
                    properties.load(reader);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                properties
                        .stringPropertyNames()
                        .forEach(k -> all.put(k, properties.getProperty(k)));
            }
        }
        return all;
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".properties")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
