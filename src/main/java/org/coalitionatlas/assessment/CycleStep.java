package org.coalitionatlas.assessment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What was done to a cycle, by whom and why. */
public record CycleStep(CycleVerb verb, @Nullable String reason, String by, Instant at) {}
