package org.coalitionatlas.identity;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row in the administrators' list of people.
 *
 * @param organizationId the organization a member speaks for
 * @param version goes up with every change, so that nobody writes over what they did not see
 * @param counties FIPS codes of the counties a coordinator coordinates
 * @param enabled whether the person may sign in
 */
public record Account(
        UUID id,
        long version,
        String name,
        String email,
        Role role,
        @Nullable UUID organizationId,
        Set<String> counties,
        boolean enabled) {}
