package org.coalitionatlas.capacity;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.coalitionatlas.common.LocalText;

/**
 * One version of a questionnaire, read from {@code data/instruments}. Versions with the same code
 * are editions of the same questionnaire.
 *
 * @param code names the questionnaire in every version of it
 * @param version counts up from 1
 * @param title its name
 * @param about what it is for and who fills it in, in a few sentences
 * @param source the document and part it carries, such as {@code 003}
 * @param credit what the source asks to be said of it: grant number and disclaimer
 * @param sections in order
 */
public record Instrument(
        String code,
        int version,
        LocalText title,
        LocalText about,
        String source,
        LocalText credit,
        List<Section> sections) {

    /** All items in the order of the paper. */
    public Stream<Item> items() {
        return sections.stream().flatMap(section -> section.items().stream());
    }

    /** The item with that key. */
    public Optional<Item> item(String key) {
        return items().filter(item -> item.key().equals(key)).findFirst();
    }
}
