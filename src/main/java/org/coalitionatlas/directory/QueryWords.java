package org.coalitionatlas.directory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.coalitionatlas.common.Texts;
import org.coalitionatlas.geography.Geography;
import org.coalitionatlas.geography.ZipCode;
import org.coalitionatlas.identity.Reader;
import org.coalitionatlas.taxonomy.Taxonomy;
import org.hibernate.search.engine.search.predicate.dsl.BooleanPredicateClausesStep;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.springframework.stereotype.Component;

/**
 * Understands what people type: phrases that mean the same, ZIP codes, "24/7", small words that say
 * nothing, and typing mistakes.
 */
@Component
class QueryWords {

    private static final Set<String> SAY_NOTHING =
            Set.of(
                    "a",
                    "an",
                    "and",
                    "at",
                    "by",
                    "for",
                    "from",
                    "i",
                    "in",
                    "is",
                    "me",
                    "my",
                    "near",
                    "need",
                    "needs",
                    "of",
                    "on",
                    "or",
                    "that",
                    "the",
                    "to",
                    "who",
                    "with",
                    "al",
                    "con",
                    "de",
                    "del",
                    "el",
                    "en",
                    "la",
                    "las",
                    "los",
                    "necesito",
                    "para",
                    "por",
                    "que",
                    "un",
                    "una",
                    "y",
                    "help",
                    "ayuda",
                    "find",
                    "get",
                    "looking");

    private static final Set<String> ALL_HOURS =
            Set.of("24/7", "24x7", "24-7", "24 7", "24hr", "24h");

    private static final Set<String> THIS_MOMENT =
            Set.of(
                    "open now",
                    "open right now",
                    "abierto ahora",
                    "abierta ahora",
                    "abiertos ahora");

    /** Below this length a word has too many near neighbours to forgive a mistake. */
    static final int SHORTEST_FORGIVEN = 4;

    private static final int LONGEST_PHRASE = 4;
    private static final int MOST_WORDS = 12;

    private final Geography geography;
    private final Map<String, List<String>> equivalents = new HashMap<>();

    QueryWords(Taxonomy taxonomy, Geography geography) {
        this.geography = geography;
        for (List<String> group : taxonomy.synonymGroups()) {
            for (String phrase : group) {
                equivalents
                        .computeIfAbsent(Texts.folded(phrase), key -> new ArrayList<>())
                        .addAll(group.stream().filter(other -> !other.equals(phrase)).toList());
            }
        }
    }

    /**
     * A typed text taken apart.
     *
     * @param units words and known phrases, each with what means the same
     * @param zip the ZIP code in it, if any
     * @param always whether it asks for round-the-clock help
     * @param openNow whether it asks for what is open at this moment
     */
    record Understood(List<Unit> units, Optional<ZipCode> zip, boolean always, boolean openNow) {

        boolean isEmpty() {
            return units.isEmpty();
        }

        boolean isSingle() {
            return units.size() == 1;
        }
    }

    /** A word or phrase and its equivalents. */
    record Unit(String phrase, List<String> equivalents) {

        boolean isOneWord() {
            return phrase.indexOf(' ') < 0;
        }
    }

    /** Whether the word is one of those that say nothing about what is looked for. */
    static boolean saysNothing(String folded) {
        return SAY_NOTHING.contains(folded);
    }

    Understood understand(String text) {
        String folded = Texts.folded(text);
        String withoutHours = without(folded, ALL_HOURS);
        boolean always = !withoutHours.equals(folded);
        String withoutMoment = without(withoutHours, THIS_MOMENT);
        boolean openNow = !withoutMoment.equals(withoutHours);
        folded = withoutMoment;
        List<String> words = new ArrayList<>();
        Optional<ZipCode> zip = Optional.empty();
        // An apostrophe inside a word belongs to it: K'iche'.
        for (String raw : folded.replace('’', '\'').split("[^\\p{L}\\p{N}']+")) {
            String word = raw.replaceAll("^'+|'+$", "");
            Optional<ZipCode> asZip =
                    word.matches("\\d{5}") ? geography.zip(word) : Optional.empty();
            if (asZip.isPresent()) {
                zip = asZip;
            } else if (!word.isEmpty() && words.size() < MOST_WORDS) {
                words.add(word);
            }
        }
        return new Understood(units(words), zip, always, openNow);
    }

    private static String without(String text, Set<String> signs) {
        String rest = text;
        for (String sign : signs) {
            String spaced = " " + rest + " ";
            if (spaced.contains(" " + sign + " ")) {
                rest = spaced.replace(" " + sign + " ", " ").strip();
            }
        }
        return rest;
    }

    // The longest known phrase first: "order of protection" is one thing, not three words.
    private List<Unit> units(List<String> words) {
        var units = new ArrayList<Unit>();
        int at = 0;
        while (at < words.size()) {
            int length = Math.min(LONGEST_PHRASE, words.size() - at);
            while (length > 1
                    && !equivalents.containsKey(String.join(" ", words.subList(at, at + length)))) {
                length--;
            }
            String phrase = String.join(" ", words.subList(at, at + length));
            if (length > 1 || !SAY_NOTHING.contains(phrase)) {
                units.add(new Unit(phrase, equivalentsOf(phrase)));
            }
            at += length;
        }
        return units;
    }

    private List<String> equivalentsOf(String phrase) {
        List<String> known = equivalents.get(phrase);
        if (known == null && phrase.endsWith("s")) {
            known = equivalents.get(phrase.substring(0, phrase.length() - 1));
        }
        if (known == null) {
            return nearestKnown(phrase);
        }
        return List.copyOf(new LinkedHashSet<>(known));
    }

    // "imigration" means what "immigration" means, not only services that spell it out.
    private List<String> nearestKnown(String word) {
        if (word.length() < SHORTEST_FORGIVEN + 2 || word.indexOf(' ') >= 0) {
            return List.of();
        }
        var distance = new LevenshteinDistance(word.length() >= 8 ? 2 : 1);
        return equivalents.keySet().stream()
                .filter(key -> key.indexOf(' ') < 0 && key.charAt(0) == word.charAt(0))
                .filter(key -> distance.apply(word, key) > 0)
                .min(Comparator.comparing(key -> distance.apply(word, key)))
                .map(
                        key -> {
                            var meant = new LinkedHashSet<String>();
                            meant.add(key);
                            meant.addAll(equivalents.getOrDefault(key, List.of()));
                            return List.copyOf(meant);
                        })
                .orElse(List.of());
    }

    /** Services that have every unit; relaxed, at least half of them. */
    PredicateFinalStep services(
            SearchPredicateFactory f, Understood words, Reader reader, boolean relaxed) {
        BooleanPredicateClausesStep<?, ?> all = f.bool();
        for (Unit unit : words.units()) {
            PredicateFinalStep clause = unit(f, unit, reader);
            all = relaxed ? all.should(clause) : all.must(clause);
        }
        if (relaxed) {
            all = all.minimumShouldMatchNumber(Math.max(1, words.units().size() / 2));
        }
        // All words in one name beat the same words scattered over a description.
        String typed = String.join(" ", words.units().stream().map(Unit::phrase).toList());
        return all.should(
                f.phrase()
                        .field(IndexFields.name(reader))
                        .boost(4f)
                        .field(IndexFields.organizationName(reader))
                        .boost(4f)
                        .matching(typed)
                        .slop(2));
    }

    /** Organizations that have every unit. */
    PredicateFinalStep organizations(SearchPredicateFactory f, String text, Reader reader) {
        BooleanPredicateClausesStep<?, ?> all = f.bool();
        for (Unit unit : understand(text).units()) {
            BooleanPredicateClausesStep<?, ?> any =
                    f.bool()
                            .should(
                                    f.simpleQueryString()
                                            .field(IndexFields.name(reader))
                                            .boost(4f)
                                            .field(IndexFields.body(reader))
                                            .matching(unit.phrase() + "*"));
            if (unit.phrase().length() >= SHORTEST_FORGIVEN) {
                any.should(
                        f.match()
                                .field(IndexFields.name(reader))
                                .matching(unit.phrase())
                                .fuzzy(1, 1)
                                .boost(0.5f));
            }
            all.must(any);
        }
        return all;
    }

    // Fixed weights per field, not word statistics: where a word stands says more about what was
    // meant than how rare it is in a small directory. A match on what means the same counts for
    // less, a forgiven typing mistake for less again; statistics only decide between equals.
    private static PredicateFinalStep unit(SearchPredicateFactory f, Unit unit, Reader reader) {
        BooleanPredicateClausesStep<?, ?> any = f.bool();
        for (Field field : Field.values()) {
            any.should(weighted(f, phrase(f, field.of(reader), unit.phrase()), field.weight));
            if (!unit.equivalents().isEmpty()) {
                BooleanPredicateClausesStep<?, ?> same = f.bool();
                unit.equivalents()
                        .forEach(other -> same.should(phrase(f, field.of(reader), other)));
                any.should(weighted(f, same, field.weight * EQUIVALENT));
            }
            if (field.forgiving && isForgiven(unit)) {
                any.should(
                        weighted(
                                f,
                                f.match()
                                        .field(field.of(reader))
                                        .matching(unit.phrase())
                                        .fuzzy(unit.phrase().length() >= 8 ? 2 : 1, 2),
                                field.weight * MISTAKEN));
            }
        }
        return any.should(
                f.match()
                        .field(IndexFields.name(reader))
                        .field(IndexFields.body(reader))
                        .matching(unit.phrase())
                        .boost(TIE_BREAK));
    }

    private static boolean isForgiven(Unit unit) {
        return unit.isOneWord() && unit.phrase().length() >= SHORTEST_FORGIVEN;
    }

    private static PredicateFinalStep weighted(
            SearchPredicateFactory f, PredicateFinalStep predicate, float weight) {
        return f.bool().must(predicate).constantScore().boost(weight);
    }

    private static PredicateFinalStep phrase(
            SearchPredicateFactory f, String field, String phrase) {
        return f.phrase().field(field).matching(phrase);
    }

    private static final float EQUIVALENT = 0.6f;
    private static final float MISTAKEN = 0.3f;
    private static final float TIE_BREAK = 0.05f;

    /** Where a word may stand, what that is worth, and whether a mistake is forgiven there. */
    private enum Field {
        NAME(10, true),
        ORGANIZATION(8, true),
        NEEDS(5, true),
        FACTS(3, true),
        BODY(1, false);

        private final float weight;
        private final boolean forgiving;

        Field(float weight, boolean forgiving) {
            this.weight = weight;
            this.forgiving = forgiving;
        }

        String of(Reader reader) {
            return switch (this) {
                case NAME -> IndexFields.name(reader);
                case ORGANIZATION -> IndexFields.organizationName(reader);
                case NEEDS -> IndexFields.needWords(reader);
                case FACTS -> IndexFields.facts(reader);
                case BODY -> IndexFields.body(reader);
            };
        }
    }
}
