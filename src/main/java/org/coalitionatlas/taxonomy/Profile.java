package org.coalitionatlas.taxonomy;

import java.util.List;

/**
 * One combination of age, gender, nationality and trafficking type; there are 16 (PRODUCT §2).
 *
 * @param index position, 0–15, stable for a given set of axes
 * @param values axis values in the order of the axes
 */
public record Profile(int index, List<Axis.Value> values) {

    /** The codes of the values, in the order of the axes. */
    public List<String> codes() {
        return values.stream().map(Axis.Value::code).toList();
    }
}
