package org.coalitionatlas.directory;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much people without an account may send, under {@code atlas.suggestions}.
 *
 * @param perHour suggestions one network may send in an hour: an office that knows much sends
 *     several
 * @param reportsPerHour reports of something unsafe one network may send in an hour
 * @param hiddenPerHour records that such reports hide in an hour, all together; the rest wait in
 *     the queue
 */
@ConfigurationProperties("atlas.suggestions")
public record SuggestionLimits(
        @DefaultValue("10") int perHour,
        @DefaultValue("3") int reportsPerHour,
        @DefaultValue("10") int hiddenPerHour) {}
