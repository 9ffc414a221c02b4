package org.coalitionatlas.verification;

import java.time.Clock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Starts the rounds once a day. */
@Component
class VerificationSchedule {

    private final VerificationRounds rounds;
    private final Clock clock;

    VerificationSchedule(VerificationRounds rounds, Clock clock) {
        this.rounds = rounds;
        this.clock = clock;
    }

    @Scheduled(cron = "${atlas.verification.daily-at:0 20 9 * * *}", zone = "UTC")
    void daily() {
        rounds.at(clock);
    }
}
