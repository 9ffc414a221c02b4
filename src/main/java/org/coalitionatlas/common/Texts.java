package org.coalitionatlas.common;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tidies what people type and paste, the same way for every form and import. */
public final class Texts {

    private Texts() {}

    /**
     * The text without surrounding blanks, control characters and direction overrides, composed to
     * NFC; {@code null} when nothing is left.
     *
     * @param limit most characters kept in the database column
     * @throws InvalidValue {@code invalid.tooLong} when the tidied text is longer than the limit
     */
    public static @Nullable String tidy(@Nullable String text, int limit) {
        if (text == null) {
            return null;
        }
        String tidied = isPlain(text) ? text.strip() : composed(text).strip();
        if (tidied.isEmpty()) {
            return null;
        }
        if (tidied.length() > limit) {
            throw new InvalidValue("invalid.tooLong", limit, tidied.length());
        }
        return tidied;
    }

    // Most texts are; looking is far cheaper than composing.
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x7F || (c < ' ' && c != '\n' && c != '\t')) {
                return false;
            }
        }
        return true;
    }

    private static String composed(String text) {
        var kept = new StringBuilder(text.length());
        text.codePoints().filter(Texts::isKept).forEach(kept::appendCodePoint);
        return Normalizer.normalize(kept, Normalizer.Form.NFC).replace("\r\n", "\n");
    }

    /**
     * Like {@link #tidy} for a value that must be there.
     *
     * @throws InvalidValue {@code invalid.missing} when nothing is left, {@code invalid.tooLong}
     */
    public static String required(@Nullable String text, int limit) {
        String tidied = tidy(text, limit);
        if (tidied == null) {
            throw new InvalidValue("invalid.missing");
        }
        return tidied;
    }

    /**
     * A label as it stands in a sentence: "Adults" becomes "adults", "US citizens" stays, because
     * its second letter says that the first is more than the start of a word.
     */
    public static String withinSentence(String label) {
        if (label.length() < 2 || !Character.isLowerCase(label.charAt(1))) {
            return label;
        }
        return Character.toLowerCase(label.charAt(0)) + label.substring(1);
    }

    /**
     * Labels as they follow each other in one line: in Spanish, where neither languages nor groups
     * of people are names, only the first begins with a capital ("Inglés, español").
     */
    public static List<String> running(Stream<String> labels, Locale locale) {
        List<String> all = labels.toList();
        if (!"es".equals(locale.getLanguage())) {
            return all;
        }
        return Stream.concat(all.stream().limit(1), all.stream().skip(1).map(Texts::withinSentence))
                .toList();
    }

    /** Lower case without accents: what two spellings of a word have in common. */
    public static String folded(String text) {
        if (isPlain(text)) {
            return text.toLowerCase(Locale.ROOT);
        }
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFD);
        return decomposed.replaceAll("\\p{M}+", "").toLowerCase(Locale.ROOT);
    }

    // Bidirectional overrides can make a phone number or an address read backwards; control
    // characters break CSV and print. Tabs and line ends stay.
    private static boolean isKept(int c) {
        if (c == '\n' || c == '\t' || c == '\r') {
            return true;
        }
        boolean override = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
        return !override && !Character.isISOControl(c) && c != 0xFEFF && c != 0xFFFE;
    }
}
