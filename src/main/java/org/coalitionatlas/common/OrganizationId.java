package org.coalitionatlas.common;

import java.util.UUID;

/**
 * Names an organization of the directory to rooms that do not know the directory, such as {@code
 * identity}.
 */
public record OrganizationId(UUID value) {}
