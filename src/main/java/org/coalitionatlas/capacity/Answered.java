package org.coalitionatlas.capacity;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An instrument with the answers given so far: what is asked, what is answered, what is missing.
 *
 * <p>A conditional item or part is asked while its condition holds. An answer to what is not asked
 * is kept and comes back with the question, but counts nowhere and makes no other condition true.
 */
public final class Answered {

    private final Instrument instrument;
    private final Map<AnswerKey, Given> given;
    private final Set<AnswerKey> asked = new LinkedHashSet<>();

    private Answered(Instrument instrument, Map<AnswerKey, Given> given) {
        this.instrument = instrument;
        this.given = Map.copyOf(given);
        // Conditions look back only, so one pass in the order of the paper settles them all.
        instrument.items().filter(item -> holds(item.shownWhen())).forEach(this::ask);
    }

    /**
     * Puts answers beside the questions.
     *
     * @param given may hold places the instrument does not have; they are ignored
     */
    public static Answered of(Instrument instrument, Map<AnswerKey, Given> given) {
        return new Answered(instrument, given);
    }

    private void ask(Item item) {
        item.places()
                .filter(place -> holds(item.part(place).map(Item.Part::shownWhen).orElse(null)))
                .forEach(asked::add);
    }

    private boolean holds(Item.@Nullable Condition condition) {
        if (condition == null) {
            return true;
        }
        Given there = at(condition.at());
        return asked.contains(condition.at())
                && there.choice() != null
                && !there.later()
                && condition.answers().contains(there.choice());
    }

    /** The instrument. */
    public Instrument instrument() {
        return instrument;
    }

    /** What stands at that place; {@link Given#NOTHING} where nothing does. */
    public Given at(AnswerKey place) {
        return given.getOrDefault(place, Given.NOTHING);
    }

    /** Whether something of that item is asked now. */
    public boolean isAsked(Item item) {
        return item.places().anyMatch(asked::contains);
    }

    /** Whether that place is asked now. */
    public boolean isAsked(AnswerKey place) {
        return asked.contains(place);
    }

    /** The places of an item asked now. */
    public Stream<AnswerKey> askedPlaces(Item item) {
        return item.places().filter(asked::contains);
    }

    /**
     * Where an answer or a note stands that is kept but counts nowhere: first what a condition
     * hides, in the order of the paper, then what this version of the instrument does not ask.
     */
    public List<AnswerKey> notCounted() {
        List<AnswerKey> there = instrument.items().flatMap(Item::places).toList();
        return Stream.concat(
                        there.stream().filter(place -> !asked.contains(place)),
                        given.keySet().stream()
                                .filter(place -> !there.contains(place))
                                .sorted(
                                        Comparator.comparing(AnswerKey::item)
                                                .thenComparing(AnswerKey::part)))
                .filter(place -> at(place).isAnswer() || at(place).note() != null)
                .toList();
    }

    /** Whether somebody answered at that place. What is put off is not answered. */
    public boolean isAnswered(AnswerKey place) {
        Given there = at(place);
        return there.isAnswer() && !there.later();
    }

    /** The items asked now, in the order of the paper. */
    public Stream<Item> askedItems() {
        return instrument.items().filter(this::isAsked);
    }

    /** The items of a section asked now. */
    public List<Item> askedItems(Section section) {
        return section.items().stream().filter(this::isAsked).toList();
    }

    /** The places of asked items where no answer stands, in the order of the paper. */
    public List<AnswerKey> missing() {
        return missing(askedItems());
    }

    /** The missing places of a section. */
    public List<AnswerKey> missing(Section section) {
        return missing(askedItems(section).stream());
    }

    private List<AnswerKey> missing(Stream<Item> items) {
        return items.flatMap(this::askedPlaces).filter(place -> !isAnswered(place)).toList();
    }

    /** How far the whole instrument has been filled in. */
    public Progress progress() {
        return progress(askedItems());
    }

    /** How far a section has been filled in. */
    public Progress progress(Section section) {
        return progress(askedItems(section).stream());
    }

    private Progress progress(Stream<Item> items) {
        List<AnswerKey> places = items.flatMap(this::askedPlaces).toList();
        return new Progress(
                places.size(),
                (int) places.stream().filter(this::isAnswered).count(),
                (int) places.stream().filter(place -> at(place).later()).count());
    }
}
