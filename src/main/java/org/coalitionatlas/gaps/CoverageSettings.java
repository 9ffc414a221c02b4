package org.coalitionatlas.gaps;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What "covered" requires where PRODUCT §7 leaves a choice, under {@code atlas.coverage}.
 *
 * @param verifiedWithinDays oldest verification with which a record is usable
 * @param languages ISO 639 codes a covered need must be served in, by staff or interpreters
 */
@ConfigurationProperties("atlas.coverage")
public record CoverageSettings(
        @DefaultValue("365") int verifiedWithinDays, @DefaultValue("es") Set<String> languages) {}
