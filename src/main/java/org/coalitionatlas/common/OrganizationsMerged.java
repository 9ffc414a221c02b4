package org.coalitionatlas.common;

import java.util.UUID;

/**
 * Two organizations turned out to be one and were made one. Published within the transaction that
 * did it: a room that keeps something about the first by its id has it speak of the second, and
 * remembers what it changed until {@link OrganizationsSeparated} says otherwise. It stands here
 * because rooms that do not know the directory listen too.
 *
 * @param mergeId names the merge, so that a room can take back what it changed because of it
 */
public record OrganizationsMerged(UUID mergeId, OrganizationId from, OrganizationId into) {}
