package org.coalitionatlas.capacity.ui;

import java.util.UUID;
import org.coalitionatlas.capacity.Instrument;
import org.coalitionatlas.capacity.ResponseSheet;
import org.coalitionatlas.capacity.ResponseVerb;

/**
 * A response as a screen shows it.
 *
 * @param instrument the version it is answered in
 * @param section number of the section shown, or {@link SectionNav#ALL}
 * @param me the person at the screen
 */
record OnScreen(
        ResponseSheet sheet, Instrument instrument, String section, UUID me, ResponseWords words) {

    UUID id() {
        return sheet.head().id();
    }

    boolean may(ResponseVerb verb) {
        return sheet.may().contains(verb);
    }
}
