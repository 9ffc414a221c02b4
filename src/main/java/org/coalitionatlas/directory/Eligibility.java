package org.coalitionatlas.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.coalitionatlas.common.AgeRange;
import org.coalitionatlas.taxonomy.Profile;
import org.jspecify.annotations.Nullable;

/**
 * Whom a service takes.
 *
 * @param accepts codes of the axis values it says it accepts
 * @param rejects codes of the axis values it says it does not accept
 * @param populations further populations it is made for
 */
@Embeddable
public record Eligibility(
        @Column(name = "accepts") CodeSet accepts,
        @Column(name = "rejects") CodeSet rejects,
        @Column(name = "populations") CodeSet populations,
        @Nullable @Column(name = "min_age") Integer minAge,
        @Nullable @Column(name = "max_age") Integer maxAge,
        @Nullable @Column(name = "eligibility_note", length = 1000) String note) {

    /** Nothing stated. */
    public static final Eligibility NOT_STATED =
            new Eligibility(CodeSet.EMPTY, CodeSet.EMPTY, CodeSet.EMPTY, null, null, null);

    /** What it says about that axis value. */
    public Acceptance of(String axisValue) {
        if (accepts.contains(axisValue)) {
            return Acceptance.ACCEPTED;
        }
        return rejects.contains(axisValue) ? Acceptance.NOT_ACCEPTED : Acceptance.NOT_STATED;
    }

    /** Whether it says it accepts all four values of the profile together (PRODUCT §7, Q). */
    public boolean accepts(Profile profile) {
        return profile.values().stream().allMatch(value -> accepts.contains(value.code()));
    }

    /** The ages it takes. */
    public AgeRange ages() {
        return new AgeRange(minAge, maxAge);
    }
}
