package org.coalitionatlas.directory.ui;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.coalitionatlas.directory.Likeness;

/** Why two records look alike, in words: "same phone, same address; names 92 % alike". */
final class LikenessWords {

    private LikenessWords() {}

    static String why(int namePercent, Collection<Likeness.Sign> signs, DirectoryWords words) {
        String name =
                namePercent == 100
                        ? words.text("duplicates.why.sameName")
                        : words.text("duplicates.why.name", String.valueOf(namePercent));
        if (signs.isEmpty()) {
            return name;
        }
        String same =
                signs.stream()
                        .sorted()
                        .map(sign -> "duplicates.sign." + sign.name().toLowerCase(Locale.ROOT))
                        .map(words::text)
                        .collect(Collectors.joining(", "));
        return words.text("duplicates.why.both", same, name);
    }
}
