package org.coalitionatlas.taxonomy;

import org.coalitionatlas.common.LocalText;

/**
 * A phase of recovery (003, resource assessment): acute, transitional, long-term.
 *
 * @param sourceLabel heading of the paper form
 */
public record Phase(String code, int order, LocalText label, String sourceLabel, LocalText help) {}
