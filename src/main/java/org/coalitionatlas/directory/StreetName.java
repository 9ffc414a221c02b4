package org.coalitionatlas.directory;

import java.util.List;
import java.util.Set;
import org.coalitionatlas.common.PostalAddress;
import org.jspecify.annotations.Nullable;

/**
 * A street address in the form in which different spellings of it are equal, and in which it is
 * found in a text: "12 North Elm Street" is named by "at 12 N. Elm St.", by "12 Elm", by "on Elm
 * Street" and by "on Elm", not by "500 Elm Street" or by elms.
 *
 * @param words as {@link Traits#words} has them, up to the suite or floor
 * @param zip five digits, or {@code null} when not known
 */
record StreetName(List<String> words, @Nullable String zip) {

    private static final Set<String> DIRECTIONS =
            Set.of("n", "s", "e", "w", "ne", "nw", "se", "sw");

    private static final Set<String> TYPES =
            Set.of(
                    "st", "ave", "rd", "blvd", "dr", "ln", "ct", "pl", "hwy", "pkwy", "sq", "ter",
                    "cir", "trl", "aly", "tpke", "xing", "way", "row", "loop", "path", "run");

    static @Nullable StreetName of(PostalAddress address) {
        return of(address.line1(), address.zip());
    }

    static @Nullable StreetName of(@Nullable String line1, @Nullable String zip) {
        if (line1 == null) {
            return null;
        }
        List<String> words =
                Traits.words(line1).stream().takeWhile(word -> !Traits.isWithin(word)).toList();
        return words.isEmpty() ? null : new StreetName(words, Traits.zip(zip));
    }

    /** Whether both are the same street address, as far as their ZIP codes are known. */
    boolean isSame(StreetName other) {
        return words.equals(other.words)
                && (zip == null || other.zip == null || zip.equals(other.zip));
    }

    /** Whether somebody who reads the text learns the street. */
    boolean isNamedIn(String text) {
        List<String> said = Traits.words(text);
        List<String> plain = without(DIRECTIONS, words);
        // "12 North Avenue" is not "12 Avenue".
        boolean isNamedByDirection = nameOf(plain).isEmpty();
        return isNamedByDirection
                ? isNamed(words, said)
                : isNamed(plain, without(DIRECTIONS, said)) || isBarelyNamed(plain, text);
    }

    // What has neither a number nor a type is a name people gave the place, often an everyday word.
    private static boolean isBarelyNamed(List<String> street, String text) {
        boolean hasNumber = isNumber(street.getFirst());
        boolean hasType = isType(street.getLast());
        return (hasNumber || hasType)
                && new BareStreet(
                                street.subList(
                                        hasNumber ? 1 : 0, street.size() - (hasType ? 1 : 0)),
                                hasType)
                        .isNamedIn(text);
    }

    private static boolean isNamed(List<String> street, List<String> said) {
        String number = isNumber(street.getFirst()) ? street.getFirst() : null;
        List<String> name = number == null ? street : street.subList(1, street.size());
        boolean hasType = !name.isEmpty() && TYPES.contains(name.getLast());
        List<String> proper = hasType ? name.subList(0, name.size() - 1) : name;
        for (int at = 0; at < said.size(); at++) {
            String before = at == 0 ? "" : said.get(at - 1);
            if (number != null
                    && before.equals(number)
                    && !proper.isEmpty()
                    && begins(said, at, proper)) {
                return true;
            }
            // Without its number a street tells enough; with another number it is another house.
            boolean isWhole = (hasType && !proper.isEmpty()) || (number == null && name.size() > 1);
            if (isWhole && begins(said, at, name) && !isNumber(before)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> nameOf(List<String> street) {
        return street.stream()
                .filter(word -> !isNumber(word) || !word.equals(street.getFirst()))
                .filter(word -> !TYPES.contains(word))
                .toList();
    }

    private static boolean begins(List<String> said, int at, List<String> with) {
        return at + with.size() <= said.size() && said.subList(at, at + with.size()).equals(with);
    }

    private static List<String> without(Set<String> left, List<String> words) {
        return words.stream().filter(word -> !left.contains(word)).toList();
    }

    static boolean isType(String word) {
        return TYPES.contains(word);
    }

    static boolean isDirection(String word) {
        return DIRECTIONS.contains(word);
    }

    static boolean isNumber(String word) {
        return !word.isEmpty()
                && Character.isDigit(word.charAt(0))
                && !word.matches("[0-9]+(st|nd|rd|th)");
    }
}
