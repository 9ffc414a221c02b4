package org.coalitionatlas.common;

import java.util.UUID;

/**
 * A merge was taken back, within the transaction that tells it: a room undoes what it did when
 * {@link OrganizationsMerged} named the merge.
 *
 * @param mergeId names the merge, so that a room can take back what it changed because of it
 */
public record OrganizationsSeparated(UUID mergeId, OrganizationId from, OrganizationId into) {}
