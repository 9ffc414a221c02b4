package org.coalitionatlas.capacity.ui;

import java.util.Locale;
import org.coalitionatlas.capacity.Change;
import org.coalitionatlas.capacity.Outcome;
import org.coalitionatlas.capacity.SectionLevel;

/** Class names of outcomes, changes and levels; their words always stand beside the colour. */
final class OutcomeStyle {

    private OutcomeStyle() {}

    static String of(Outcome outcome) {
        return "outcome-" + name(outcome);
    }

    static String of(Change change) {
        return "change-" + name(change);
    }

    static String of(SectionLevel level) {
        return "level-" + name(level);
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
