package org.coalitionatlas.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A street that a text names by its bare name: "the house on Elm" for 12 Elm Street, "behind
 * Broadway Bakery" for 500 Broadway. A bare name is also a tree's, a person's or an office's, so
 * capitals and the words around it decide, and for names that are everyday words only a word that
 * says "there": on Main, off State, esquina de Church.
 *
 * @param proper the name without number, direction and type, as {@link Traits#words} has it
 * @param hasType whether the address says "Street" or the like; then the bare name alone tells
 *     nobody that a street is meant
 */
record BareStreet(List<String> proper, boolean hasType) {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:['’]\\p{L}+)*");

    private static final Set<String> THERE =
            Set.of(
                    "on",
                    "off",
                    "along",
                    "between",
                    "sobre",
                    "entre",
                    "calle",
                    "avenida",
                    "bulevar",
                    "carretera",
                    "camino");

    private static final Set<String> CORNERS = Set.of("corner", "end", "esquina", "lado");

    private static final Set<String> OF = Set.of("of", "de", "con", "with");

    /** What stands before the name of a town or a county, and not before a street's. */
    private static final Set<String> ELSEWHERE =
            Set.of("in", "en", "of", "de", "del", "from", "desde", "county", "condado");

    private static final Set<String> NO_STREET = Set.of("county", "township", "il", "illinois");

    private static final Set<String> EVERYDAY =
            Set.of(
                    "main",
                    "state",
                    "church",
                    "park",
                    "market",
                    "center",
                    "central",
                    "college",
                    "school",
                    "union",
                    "spring",
                    "hill",
                    "lake",
                    "river",
                    "mill",
                    "bridge",
                    "court",
                    "courthouse",
                    "public",
                    "liberty",
                    "grand",
                    "high",
                    "front",
                    "water",
                    "commerce",
                    "industrial",
                    "university",
                    "hospital",
                    "prairie",
                    "forest",
                    "garden",
                    "home",
                    "house",
                    "hope",
                    "grace",
                    "help",
                    "rest",
                    "office",
                    "service",
                    "services",
                    "community",
                    "city",
                    "town",
                    "village",
                    "farm",
                    "family",
                    "children",
                    "health",
                    "care",
                    "women",
                    "men",
                    "legal",
                    "law",
                    "food",
                    "shelter",
                    "safe",
                    "haven",
                    "may",
                    "january",
                    "february",
                    "march",
                    "april",
                    "june",
                    "july",
                    "august",
                    "september",
                    "october",
                    "november",
                    "december",
                    "monday",
                    "tuesday",
                    "wednesday",
                    "thursday",
                    "friday",
                    "saturday",
                    "sunday",
                    "principal",
                    "centro",
                    "iglesia",
                    "parque",
                    "mercado",
                    "casa",
                    "esperanza",
                    "oficina",
                    "salud",
                    "familia",
                    "ayuda");

    /**
     * A word of a text.
     *
     * @param goesOn whether nothing but a space stands between it and the word before
     */
    private record Said(String word, boolean isCapital, boolean goesOn) {}

    boolean isNamedIn(String text) {
        if (proper.isEmpty() || Character.isDigit(proper.getFirst().charAt(0))) {
            return false;
        }
        List<Said> said = read(text);
        // Where everything is in capitals they say nothing.
        boolean shouted = text.codePoints().noneMatch(Character::isLowerCase);
        for (int at = 0; at + proper.size() <= said.size(); at++) {
            if (isAt(said, at) && said.get(at).isCapital && tells(said, at, shouted)) {
                return true;
            }
        }
        return false;
    }

    private boolean tells(List<Said> said, int at, boolean shouted) {
        String before = word(said, at - 1);
        Said after = at + proper.size() < said.size() ? said.get(at + proper.size()) : null;
        // With another number it is another house; with its own it was found already.
        if (StreetName.isNumber(before) || (after != null && NO_STREET.contains(after.word))) {
            return false;
        }
        if (after != null && after.goesOn && StreetName.isType(after.word)) {
            return !hasType;
        }
        boolean isEveryday = proper.size() == 1 && EVERYDAY.contains(proper.getFirst());
        boolean isLonger =
                after != null
                        && after.goesOn
                        && (after.isCapital || StreetName.isNumber(after.word));
        boolean isThere =
                THERE.contains(before)
                        || (OF.contains(before) && CORNERS.contains(word(said, at - 2)));
        if (isThere) {
            return !(isLonger && (hasType || isEveryday));
        }
        return !hasType && !isEveryday && !shouted && !ELSEWHERE.contains(before);
    }

    private boolean isAt(List<Said> said, int at) {
        for (int i = 0; i < proper.size(); i++) {
            if (!said.get(at + i).word.equals(proper.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static String word(List<Said> said, int at) {
        return at < 0 ? "" : said.get(at).word;
    }

    private static List<Said> read(String text) {
        var said = new ArrayList<Said>();
        Matcher next = WORD.matcher(text);
        int end = 0;
        while (next.find()) {
            String word = only(Traits.words(next.group()));
            // "N. Elm" and "Elm" are the same street.
            if (word != null && !StreetName.isDirection(word)) {
                said.add(
                        new Said(
                                word,
                                Character.isUpperCase(next.group().codePointAt(0)),
                                text.substring(end, next.start()).isBlank()));
            }
            end = next.end();
        }
        return said;
    }

    private static @Nullable String only(List<String> words) {
        return words.isEmpty() ? null : words.getFirst();
    }
}
