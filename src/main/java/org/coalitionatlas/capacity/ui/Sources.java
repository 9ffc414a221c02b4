package org.coalitionatlas.capacity.ui;

import java.util.regex.Pattern;

/** Where an item stands in the form it was adapted from, as people at the form can look it up. */
final class Sources {

    /**
     * The data name the form by its number in the product's list of sources, which nobody has at
     * hand.
     */
    private static final Pattern LIST_NUMBER = Pattern.compile("^\\d{3} ");

    private Sources() {}

    /** The place alone, such as "§3.3": which form it is says the credit below every page. */
    static String place(String source) {
        return LIST_NUMBER.matcher(source).replaceFirst("");
    }
}
