package org.coalitionatlas.directory;

import java.util.UUID;

/**
 * A merge of services was taken back, within the transaction that tells it.
 *
 * @param mergeId names the merge, so that a room can take back what it changed because of it
 */
public record ServicesSeparated(UUID mergeId, UUID from, UUID into) {}
