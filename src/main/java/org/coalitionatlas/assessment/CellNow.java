package org.coalitionatlas.assessment;

import java.time.Instant;
import java.util.List;

/**
 * A row as it stands right after something was said: all people's statements, not only one's own.
 *
 * @param at when it was saved
 * @param said statements about the provider
 * @param rulings decisions about the provider
 * @param saidOfNeed statements about the need as a whole
 * @param rulingsOfNeed decisions about the need as a whole
 */
public record CellNow(
        Instant at,
        List<Statement> said,
        List<Ruling> rulings,
        List<Statement> saidOfNeed,
        List<Ruling> rulingsOfNeed) {}
