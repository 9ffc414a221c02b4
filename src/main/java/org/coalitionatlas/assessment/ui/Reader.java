package org.coalitionatlas.assessment.ui;

import java.io.Serializable;
import java.util.UUID;

/**
 * Whoever looks at a sheet, and what they may do there.
 *
 * @param mayAnswer whether they may say something
 * @param coordinates whether they may also resolve, add providers and write narratives
 */
record Reader(UUID person, boolean mayAnswer, boolean coordinates) implements Serializable {}
