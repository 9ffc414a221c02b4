package org.coalitionatlas.capacity;

import java.time.Instant;

/**
 * What stood at a place before.
 *
 * @param by who had said it, at {@code at}
 * @param replacedBy who said something else, at {@code replacedAt}
 */
public record FormerAnswer(
        Given given, String by, Instant at, String replacedBy, Instant replacedAt) {}
