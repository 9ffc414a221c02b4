package org.coalitionatlas.assessment;

import java.time.Instant;
import org.coalitionatlas.common.SaidInWords;
import org.jspecify.annotations.Nullable;

/**
 * The same person said something else later, on another screen. That stands; nothing was saved, and
 * the person decides.
 */
public final class SaidLater extends RuntimeException implements SaidInWords {

    private final @Nullable Enum<?> standing;
    private final transient Instant at;

    SaidLater(@Nullable Enum<?> standing, Instant at) {
        super("the same person said something else later");
        this.standing = standing;
        this.at = at;
    }

    /** An {@link Answer} or {@link Finding}; {@code null} when it was taken back. */
    public @Nullable Enum<?> standing() {
        return standing;
    }

    /** When it was said. */
    public Instant at() {
        return at;
    }

    @Override
    public String messageKey() {
        return "assessment.saidLater";
    }
}
