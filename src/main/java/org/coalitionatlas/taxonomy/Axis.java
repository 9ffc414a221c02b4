package org.coalitionatlas.taxonomy;

import java.util.List;
import org.coalitionatlas.common.LocalText;

/**
 * A pair of matrix columns (002) that divides people or requests.
 *
 * @param inProfile whether its values make up the 16 profiles; urgency and time do not
 */
public record Axis(String code, boolean inProfile, LocalText label, List<Value> values) {

    /**
     * One side of an axis, such as "Minors".
     *
     * @param synonyms words people type for it, in both languages
     */
    public record Value(String code, LocalText label, List<String> synonyms) {}
}
