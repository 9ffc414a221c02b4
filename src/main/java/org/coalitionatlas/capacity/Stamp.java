package org.coalitionatlas.capacity;

import java.time.Instant;

/**
 * Who did something, and when.
 *
 * @param by the person's name as it was then
 * @param at in UTC
 */
public record Stamp(String by, Instant at) {}
