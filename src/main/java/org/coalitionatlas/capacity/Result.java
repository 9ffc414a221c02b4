package org.coalitionatlas.capacity;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

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
                                item.places()
                                        .map(place -> Judged.of(item, place, answered.at(place))))
                .toList();
    }

    /** Every place asked, in the order of the paper. */
    public List<Judged> places() {
        return sections.stream().flatMap(section -> section.places().stream()).toList();
    }

    /** The places with that outcome. */
    public List<Judged> places(Outcome outcome) {
        return places().stream().filter(place -> place.outcome() == outcome).toList();
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
