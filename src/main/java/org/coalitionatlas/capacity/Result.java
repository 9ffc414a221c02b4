package org.coalitionatlas.capacity;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the answers say: strengths, what to improve, what is being improved, what is not known. It
 * says nothing about how much is answered, which is {@link Progress}; the two are never one figure,
 * and neither is a percentage of "yes".
 *
 * @param progress how much is answered
 * @param sections in the order of the paper, all of them
 */
public record Result(Instrument instrument, Progress progress, List<OfSection> sections) {

    /**
     * A section of the result.
     *
     * @param places every place asked in it, in order
     */
    public record OfSection(Section section, Progress progress, List<Judged> places) {

        /** The places with that outcome. */
        public List<Judged> places(Outcome outcome) {
            return places.stream().filter(place -> place.outcome() == outcome).toList();
        }

        /** How many places have each outcome; every outcome is there. */
        public Map<Outcome, Integer> counts() {
            return count(places);
        }

        /** Where the section stands among the levels of the coalition's table. */
        public SectionLevel level() {
            return SectionLevel.of(this);
        }
    }

    /** Judges the answers to what is asked. */
    public static Result of(Answered answered) {
        return new Result(
                answered.instrument(),
                answered.progress(),
                answered.instrument().sections().stream()
                        .map(
                                section ->
                                        new OfSection(
                                                section,
                                                answered.progress(section),
                                                places(answered, section)))
                        .toList());
    }

    private static List<Judged> places(Answered answered, Section section) {
        return answered.askedItems(section).stream()
                .flatMap(
                        item ->
                                answered.askedPlaces(item)
                                        .map(place -> Judged.of(item, place, answered.at(place))))
                .toList();
    }

    /**
     * The same judgments in the sections of another version, so that members who answered different
     * versions stand in one table. What only one of the versions asks is left out.
     */
    public List<OfSection> inSectionsOf(Instrument other) {
        return other.sections().stream()
                .map(
                        section -> {
                            Set<String> items =
                                    section.items().stream()
                                            .map(Item::key)
                                            .collect(Collectors.toSet());
                            List<Judged> there =
                                    places().stream()
                                            .filter(place -> items.contains(place.item().key()))
                                            .toList();
                            return new OfSection(section, progress(there), there);
                        })
                .toList();
    }

    private static Progress progress(List<Judged> places) {
        return new Progress(
                places.size(),
                (int)
                        places.stream()
                                .filter(place -> place.outcome() != Outcome.UNANSWERED)
                                .count(),
                (int) places.stream().filter(place -> place.given().later()).count());
    }

    /** Every place asked, in the order of the paper. */
    public List<Judged> places() {
        return sections.stream().flatMap(section -> section.places().stream()).toList();
    }

    /** The places with that outcome. */
    public List<Judged> places(Outcome outcome) {
        return places().stream().filter(place -> place.outcome() == outcome).toList();
    }

    /** How many places have that outcome. */
    public int count(Outcome outcome) {
        return places(outcome).size();
    }

    /** How many places have each outcome; every outcome is there. */
    public Map<Outcome, Integer> counts() {
        return count(places());
    }

    private static Map<Outcome, Integer> count(List<Judged> places) {
        var counts = new EnumMap<Outcome, Integer>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            counts.put(outcome, 0);
        }
        places.forEach(place -> counts.merge(place.outcome(), 1, Integer::sum));
        return counts;
    }
}
