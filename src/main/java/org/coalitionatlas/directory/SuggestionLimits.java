package org.coalitionatlas.directory;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much people without an account may send, under {@code atlas.suggestions}.
 *
 * @param perHour suggestions one network may send in an hour: an office that knows much sends
 *     several
 * @param reportsPerHour reports of something unsafe one network may send in an hour
 * @param hiddenPerHour reports that hide something in an hour, all together: ten networks' worth;
 *     what the rest are about stays, and coordinators are alarmed
 */
@ConfigurationProperties("atlas.suggestions")
public record SuggestionLimits(
        @DefaultValue("10") int perHour,
        @DefaultValue("3") int reportsPerHour,
        @DefaultValue("30") int hiddenPerHour) {}
