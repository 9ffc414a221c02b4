package org.coalitionatlas.directory;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/**
 * The words of a name that tell it from others: without case, accents, articles and legal forms,
 * with usual abbreviations written out and plurals cut, so that "The St. Anne Ctr., Inc." and
 * "Saint Anne Center" have the same.
 */
final class NameWords {

    /** From this likeness on, two words count as the same word mistyped. */
    private static final double SAME_WORD = 0.92;

    /** Likeness of a name and its initials: strong, and yet many names share three letters. */
    private static final double INITIALS = 0.9;

    /** Likeness of a name and a longer one that holds all its words. */
    private static final double PART = 0.8;

    /** Taken off when each name has a word the other lacks: "of Boone", "of DeKalb". */
    private static final double EACH_ITS_OWN = 0.15;

    private static final JaroWinklerSimilarity WORDS = new JaroWinklerSimilarity();
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private static final Set<String> SILENT =
            Set.of(
                    "the",
                    "a",
                    "an",
                    "of",
                    "and",
                    "for",
                    "in",
                    "at",
                    "on",
                    "to",
                    "inc",
                    "llc",
                    "llp",
                    "ltd",
                    "corp",
                    "corporation",
                    "incorporated",
                    "nfp",
                    "pllc",
                    "co",
                    "el",
                    "la",
                    "los",
                    "las",
                    "de",
                    "del",
                    "y");

    private static final Map<String, String> WRITTEN_OUT =
            Map.ofEntries(
                    Map.entry("st", "saint"),
                    Map.entry("ste", "sainte"),
                    Map.entry("mt", "mount"),
                    Map.entry("ft", "fort"),
                    Map.entry("ctr", "center"),
                    Map.entry("cntr", "center"),
                    Map.entry("centre", "center"),
                    Map.entry("svc", "service"),
                    Map.entry("svcs", "service"),
                    Map.entry("srv", "service"),
                    Map.entry("srvcs", "service"),
                    Map.entry("dept", "department"),
                    Map.entry("assn", "association"),
                    Map.entry("assoc", "association"),
                    Map.entry("org", "organization"),
                    Map.entry("natl", "national"),
                    Map.entry("intl", "international"),
                    Map.entry("univ", "university"),
                    Map.entry("hosp", "hospital"),
                    Map.entry("cmty", "community"),
                    Map.entry("govt", "government"),
                    Map.entry("twp", "township"),
                    Map.entry("cnty", "county"),
                    Map.entry("il", "illinois"),
                    Map.entry("n", "north"),
                    Map.entry("s", "south"),
                    Map.entry("e", "east"),
                    Map.entry("w", "west"),
                    Map.entry("no", "north"),
                    Map.entry("so", "south"));

    private final List<String> words;
    private final String compact;
    private final String initials;
    private final String allInitials;

    private NameWords(List<String> words, String initials, String allInitials) {
        this.words = words;
        this.compact = String.join("", words);
        this.initials = initials;
        this.allInitials = allInitials;
    }

    static NameWords of(String name) {
        var words = new LinkedHashSet<String>();
        var initials = new StringBuilder();
        var all = new StringBuilder();
        for (String raw : GAPS.split(plain(name))) {
            if (raw.isEmpty()) {
                continue;
            }
            all.append(raw.charAt(0));
            if (SILENT.contains(raw)) {
                continue;
            }
            initials.append(raw.charAt(0));
            words.add(singular(WRITTEN_OUT.getOrDefault(raw, raw)));
        }
        if (words.isEmpty()) {
            words.add(plain(name).strip());
        }
        return new NameWords(List.copyOf(words), initials.toString(), all.toString());
    }

    /** The text in lower case without accents and possessive endings. */
    static String plain(String text) {
        String lower = text.toLowerCase(Locale.ROOT).replace("’", "'").replace("'s", "");
        String joined = lower.replace("'", "").replaceAll("(?<=\\b\\p{L})\\.(?=\\p{L}\\b)", "");
        return MARKS.matcher(Normalizer.normalize(joined, Normalizer.Form.NFD)).replaceAll("");
    }

    /**
     * How alike two names are.
     *
     * @return 0 for nothing in common, 1 for the same words
     */
    double likeness(NameWords other) {
        if (compact.equals(other.compact)) {
            return 1;
        }
        if (isInitialsOf(other) || other.isInitialsOf(this)) {
            return INITIALS;
        }
        List<String> fewer = words.size() <= other.words.size() ? words : other.words;
        var more = new ArrayList<>(fewer == words ? other.words : words);
        int all = words.size() + other.words.size();
        double same = 0;
        int alone = 0;
        for (String word : fewer) {
            int best = -1;
            double likeness = 0;
            for (int i = 0; i < more.size(); i++) {
                double now = likeness(word, more.get(i));
                if (now > likeness) {
                    likeness = now;
                    best = i;
                }
            }
            if (likeness >= SAME_WORD) {
                same += likeness;
                more.remove(best);
            } else {
                alone++;
            }
        }
        double share = 2 * same / all;
        if (alone == 0 && fewer.size() >= 2 && !more.isEmpty()) {
            return Math.max(share, PART);
        }
        return alone > 0 && !more.isEmpty() ? Math.max(0, share - EACH_ITS_OWN) : share;
    }

    /**
     * By what names like this one are found: its words written together, each two of its first
     * words by their beginnings, and its initials.
     */
    Set<String> keys() {
        var keys = new LinkedHashSet<String>();
        keys.add("n:" + compact);
        List<String> first = words.subList(0, Math.min(5, words.size()));
        for (int i = 0; i < first.size(); i++) {
            for (int j = i + 1; j < first.size(); j++) {
                String one = beginning(first.get(i), 4);
                String two = beginning(first.get(j), 4);
                keys.add("w:" + (one.compareTo(two) <= 0 ? one + two : two + one));
            }
        }
        if (words.size() == 1) {
            keys.add("w:" + beginning(compact, 6));
            keys.add("i:" + compact);
        }
        if (initials.length() >= 3) {
            keys.add("i:" + initials);
        }
        if (allInitials.length() >= 3) {
            keys.add("i:" + allInitials);
        }
        return keys;
    }

    private boolean isInitialsOf(NameWords other) {
        return words.size() == 1
                && other.words.size() >= 3
                && compact.length() >= 3
                && (compact.equals(other.initials) || compact.equals(other.allInitials));
    }

    // "Unit 5" and "Unit 6" are two units; so are ordinals and words of three letters.
    private static double likeness(String one, String other) {
        if (one.equals(other)) {
            return 1;
        }
        boolean literal =
                one.length() < 4
                        || other.length() < 4
                        || Character.isDigit(one.charAt(0))
                        || Character.isDigit(other.charAt(0));
        return literal ? 0 : WORDS.apply(one, other);
    }

    private static String singular(String word) {
        boolean plural = word.length() > 3 && word.endsWith("s") && !word.endsWith("ss");
        if (!plural) {
            return word;
        }
        return word.endsWith("ies") && word.length() > 4
                ? word.substring(0, word.length() - 3) + "y"
                : word.substring(0, word.length() - 1);
    }

    private static String beginning(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }
}
