package org.coalitionatlas.partnership;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** What two organizations do together. */
public enum PartnershipKind {
    REFERRAL,
    INFORMATION_SHARING,
    JOINT_PROGRAMMING;

    /** The names in the order of the enum, separated by blanks; one column holds the set. */
    static String stored(Collection<PartnershipKind> kinds) {
        return EnumSet.copyOf(kinds).stream().map(Enum::name).collect(Collectors.joining(" "));
    }

    static Set<PartnershipKind> read(String stored) {
        return Arrays.stream(stored.split(" "))
                .map(PartnershipKind::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(PartnershipKind.class)));
    }
}
