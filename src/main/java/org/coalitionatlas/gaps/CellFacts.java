package org.coalitionatlas.gaps;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.coalitionatlas.common.WeeklyHours;
import org.coalitionatlas.directory.CapacityValue;
import org.jspecify.annotations.Nullable;

/**
 * Everything the rules need to know about one need in one county: plain values, nothing to look up.
 *
 * @param allHours whether every hour of the week is required
 * @param nobody somebody affirmed that no provider meets the need
 * @param notApplicable why the need does not arise; {@code null} when it does
 * @param providers those the directory lists or somebody spoke of
 */
public record CellFacts(
        boolean allHours,
        boolean nobody,
        @Nullable String notApplicable,
        List<Provider> providers) {

    /**
     * A provider of the need.
     *
     * @param name empty when the reader may not know of it, so that figures stay true and nothing
     *     is told
     * @param rootId what counts as one provider: the parent where there is one
     * @param standing {@code null} when not assessed, which is never "none"
     * @param services those of its services that meet the need in the county
     */
    public record Provider(
            UUID id, UUID rootId, String name, @Nullable Standing standing, List<Offer> services) {

        /** Whether somebody at the coalition works with it: a partner, trained or not. */
        public boolean isPartner() {
            return standing != null && standing.level() >= Standing.PARTNER.level();
        }
    }

    /**
     * A service as the rules see it.
     *
     * @param name empty when the reader may not know of it
     * @param active in operation and not withdrawn
     * @param accepts axis values it says it accepts
     * @param reachable given in the county, or by somebody who comes: not only remote, not only at
     *     places in other counties
     * @param languages ISO 639 codes its staff speak
     * @param interpreted whether it brings in interpreters
     */
    public record Offer(
            UUID id,
            String name,
            boolean active,
            @Nullable CapacityValue capacity,
            @Nullable LocalDate verifiedOn,
            Set<String> accepts,
            WeeklyHours hours,
            boolean reachable,
            Set<String> languages,
            boolean interpreted) {

        Offer with(@Nullable CapacityValue room, @Nullable LocalDate verified) {
            return new Offer(
                    id,
                    name,
                    active,
                    room,
                    verified,
                    accepts,
                    hours,
                    reachable,
                    languages,
                    interpreted);
        }
    }
}
