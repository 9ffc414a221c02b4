package org.coalitionatlas.directory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    /** Below this length a word has too many near neighbours to forgive a mistake. */
    private static final int SHORTEST_FORGIVEN = 4;

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
     */
    record Understood(List<Unit> units, Optional<ZipCode> zip, boolean always) {

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

    Understood understand(String text) {
        String folded = Texts.folded(text);
        boolean always = false;
        for (String sign : ALL_HOURS) {
            if ((" " + folded + " ").contains(" " + sign + " ")) {
                always = true;
                folded = (" " + folded + " ").replace(" " + sign + " ", " ").strip();
            }
        }
        List<String> words = new ArrayList<>();
        Optional<ZipCode> zip = Optional.empty();
        for (String word : folded.split("[^\\p{L}\\p{N}]+")) {
            Optional<ZipCode> asZip =
                    word.matches("\\d{5}") ? geography.zip(word) : Optional.empty();
            if (asZip.isPresent()) {
                zip = asZip;
            } else if (!word.isEmpty() && words.size() < MOST_WORDS) {
                words.add(word);
            }
        }
        return new Understood(units(words), zip, always);
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
        return known == null ? List.of() : List.copyOf(new LinkedHashSet<>(known));
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

    private static PredicateFinalStep unit(SearchPredicateFactory f, Unit unit, Reader reader) {
        BooleanPredicateClausesStep<?, ?> any = f.bool();
        any.should(fields(f, unit.phrase(), reader, 1f));
        unit.equivalents().stream()
                .sorted(Comparator.comparing(String::length))
                .forEach(same -> any.should(fields(f, same, reader, 0.6f)));
        if (unit.isOneWord() && unit.phrase().length() >= SHORTEST_FORGIVEN) {
            int mistakes = unit.phrase().length() >= 8 ? 2 : 1;
            any.should(
                    f.match()
                            .field(IndexFields.name(reader))
                            .boost(2f)
                            .field(IndexFields.organizationName(reader))
                            .boost(2f)
                            .field(IndexFields.needWords(reader))
                            .boost(2f)
                            .field(IndexFields.facts(reader))
                            .matching(unit.phrase())
                            .fuzzy(mistakes, 2)
                            .boost(0.1f));
        }
        return any;
    }

    private static PredicateFinalStep fields(
            SearchPredicateFactory f, String phrase, Reader reader, float weight) {
        if (phrase.indexOf(' ') < 0 && phrase.indexOf('-') < 0 && phrase.indexOf('/') < 0) {
            return f.match()
                    .field(IndexFields.name(reader))
                    .boost(5f)
                    .field(IndexFields.organizationName(reader))
                    .boost(4f)
                    .field(IndexFields.needWords(reader))
                    .boost(3f)
                    .field(IndexFields.facts(reader))
                    .boost(2f)
                    .field(IndexFields.body(reader))
                    .matching(phrase)
                    .boost(weight);
        }
        return f.phrase()
                .field(IndexFields.name(reader))
                .boost(5f)
                .field(IndexFields.organizationName(reader))
                .boost(4f)
                .field(IndexFields.needWords(reader))
                .boost(3f)
                .field(IndexFields.facts(reader))
                .boost(2f)
                .field(IndexFields.body(reader))
                .matching(phrase)
                .boost(weight);
    }
}
