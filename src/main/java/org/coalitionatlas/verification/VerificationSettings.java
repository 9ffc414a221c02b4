package org.coalitionatlas.verification;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of asking, under {@code atlas.verification}; the days a verification holds are in {@link
 * org.coalitionatlas.directory.VerificationCycle}.
 *
 * @param linkValid how long a link of an e-mail works
 * @param remindEvery pause between two e-mails to the same organization; less than a week is taken
 *     as a week
 * @param reminders e-mails after the first one, at most
 * @param answersKept how long the answers of a call that was not finished count
 */
@ConfigurationProperties("atlas.verification")
record VerificationSettings(
        @DefaultValue("21d") Duration linkValid,
        @DefaultValue("7d") Duration remindEvery,
        @DefaultValue("3") int reminders,
        @DefaultValue("14d") Duration answersKept) {

    private static final Duration WEEK = Duration.ofDays(7);

    VerificationSettings {
        if (remindEvery.compareTo(WEEK) < 0) {
            remindEvery = WEEK;
        }
    }
}
