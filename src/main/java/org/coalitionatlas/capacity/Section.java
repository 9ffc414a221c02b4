package org.coalitionatlas.capacity;

import java.util.List;
import org.coalitionatlas.common.LocalText;

/**
 * A titled part of an instrument, one page when it is filled in.
 *
 * @param number as on paper, such as {@code 3}
 */
public record Section(String number, LocalText title, List<Item> items) {}
