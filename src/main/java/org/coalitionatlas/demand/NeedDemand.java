package org.coalitionatlas.demand;

/**
 * How often a need was looked for.
 *
 * @param needCode or the empty text for searches in which no need was recognized
 * @param searches all of them
 * @param nothing those that found nothing
 */
public record NeedDemand(String needCode, Figure searches, Figure nothing) {}
