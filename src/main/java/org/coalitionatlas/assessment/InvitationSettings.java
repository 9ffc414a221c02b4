package org.coalitionatlas.assessment;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of inviting providers, under {@code atlas.invitation}.
 *
 * @param linkValid how long a link of an e-mail works
 * @param pause between two e-mails to the same address in one cycle; less than a week is taken as a
 *     week
 */
@ConfigurationProperties("atlas.invitation")
record InvitationSettings(
        @DefaultValue("21d") Duration linkValid, @DefaultValue("7d") Duration pause) {

    private static final Duration WEEK = Duration.ofDays(7);

    InvitationSettings {
        if (pause.compareTo(WEEK) < 0) {
            pause = WEEK;
        }
    }
}
