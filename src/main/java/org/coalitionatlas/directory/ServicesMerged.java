package org.coalitionatlas.directory;

import java.util.UUID;

/**
 * Two services turned out to be one and were made one. Published within the transaction that did
 * it: a room that keeps something about the first has it speak of the second, and remembers what it
 * changed until {@link ServicesSeparated} says otherwise.
 *
 * @param mergeId names the merge, so that a room can take back what it changed because of it
 */
public record ServicesMerged(UUID mergeId, UUID from, UUID into) {}
