package org.coalitionatlas.capacity;

/**
 * A place in an instrument where an answer stands.
 *
 * @param item key of the item
 * @param part key of its part, or {@link #WHOLE}
 */
public record AnswerKey(String item, String part) {

    /** Stands for the whole item where it has no parts. */
    public static final String WHOLE = "";
}
