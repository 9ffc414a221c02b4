package org.coalitionatlas.directory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.coalitionatlas.common.LocalText;
import org.coalitionatlas.common.Texts;
import org.coalitionatlas.geography.County;
import org.coalitionatlas.geography.Geography;
import org.coalitionatlas.geography.ZipCode;
import org.coalitionatlas.identity.CoalitionProfile;
import org.coalitionatlas.taxonomy.Need;
import org.coalitionatlas.taxonomy.Taxonomy;
import org.springframework.stereotype.Component;

/** Recognizes needs and counties in what people type, and nothing else of it. */
@Component
class NeedWords {

    private static final int LONGEST_PHRASE = 4;

    private final Taxonomy taxonomy;
    private final Geography geography;
    private final CoalitionProfile coalition;
    private final Map<String, Set<String>> needsByPhrase = new HashMap<>();
    private final Map<String, List<String>> sameMeaning = new HashMap<>();

    NeedWords(Taxonomy taxonomy, Geography geography, CoalitionProfile coalition) {
        this.taxonomy = taxonomy;
        this.geography = geography;
        this.coalition = coalition;
        for (Need need : taxonomy.needs()) {
            add(need, need.label());
            need.synonyms().forEach(synonym -> add(need, synonym));
        }
        for (List<String> group : taxonomy.synonymGroups()) {
            List<String> folded = group.stream().map(NeedWords::key).toList();
            folded.forEach(
                    phrase ->
                            sameMeaning
                                    .computeIfAbsent(phrase, p -> new ArrayList<>())
                                    .addAll(folded));
        }
    }

    private void add(Need need, LocalText label) {
        for (String text : List.of(label.en(), label.es())) {
            add(need, text);
            for (String part : text.split("[/&]")) {
                add(need, part);
            }
        }
    }

    private void add(Need need, String phrase) {
        String key = key(phrase);
        if (!key.isEmpty()) {
            needsByPhrase.computeIfAbsent(key, k -> new LinkedHashSet<>()).add(need.code());
        }
    }

    /** Needs whose label or synonym, or another word for it, stands in the text. */
    Set<String> needs(String text) {
        var found = new LinkedHashSet<String>();
        List<String> words = words(text);
        int at = 0;
        while (at < words.size()) {
            int length = Math.min(LONGEST_PHRASE, words.size() - at);
            Set<String> meant = Set.of();
            while (length > 0 && meant.isEmpty()) {
                meant = needsOf(String.join(" ", words.subList(at, at + length)));
                length -= meant.isEmpty() ? 1 : 0;
            }
            found.addAll(meant);
            at += Math.max(1, length);
        }
        return found;
    }

    private Set<String> needsOf(String phrase) {
        Set<String> own = needsByPhrase.get(phrase);
        if (own == null && phrase.endsWith("s")) {
            own = needsByPhrase.get(phrase.substring(0, phrase.length() - 1));
        }
        if (own != null) {
            return own;
        }
        return sameMeaning.getOrDefault(phrase, List.of()).stream()
                .map(needsByPhrase::get)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(Set.of());
    }

    /** The county of the coalition, or of a ZIP code, that stands in the text. */
    Optional<County> county(String text) {
        List<String> words = words(text);
        Optional<County> ofZip =
                words.stream()
                        .filter(word -> word.matches("\\d{5}"))
                        .flatMap(word -> geography.zip(word).stream())
                        .map(ZipCode::county)
                        .findFirst();
        if (ofZip.isPresent()) {
            return ofZip;
        }
        String typed = " " + String.join(" ", words) + " ";
        return coalition.counties().stream()
                .filter(county -> typed.contains(" " + key(Geography.shortName(county)) + " "))
                .findFirst();
    }

    /** Needs that share a kind of support or a row of the referral matrix with these. */
    Collection<Need> related(Set<String> codes) {
        var related = new LinkedHashMap<String, Need>();
        for (String code : codes) {
            taxonomy.need(code)
                    .ifPresent(
                            asked ->
                                    taxonomy.needs().stream()
                                            .filter(other -> !codes.contains(other.code()))
                                            .filter(other -> isClose(asked, other))
                                            .forEach(other -> related.put(other.code(), other)));
        }
        return related.values();
    }

    private static boolean isClose(Need one, Need other) {
        return one.categories().stream().anyMatch(other.categories()::contains)
                || one.matrixRows().stream().anyMatch(other.matrixRows()::contains)
                || one.label().en().equals(other.label().en())
                || one.synonyms().stream().anyMatch(other.synonyms()::contains);
    }

    private static List<String> words(String text) {
        String key = key(text);
        return key.isEmpty() ? List.of() : List.of(key.split(" "));
    }

    private static String key(String text) {
        return Texts.folded(text).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}
