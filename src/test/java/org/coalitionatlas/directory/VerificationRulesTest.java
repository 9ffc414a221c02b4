package org.coalitionatlas.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How long a verification holds, how it is told, and which record comes first. */
class VerificationRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final VerificationCycle CYCLE = new VerificationCycle(365, 180, 30, 60, 180);

    @Test
    void contacts_are_due_sooner_than_services() {
        assertThat(CYCLE.dueOn(RecordKind.SERVICE, TODAY)).isEqualTo(TODAY.plusDays(365));
        assertThat(CYCLE.dueOn(RecordKind.CONTACT, TODAY)).isEqualTo(TODAY.plusDays(180));
        assertThat(CYCLE.dueOn(RecordKind.SERVICE, null)).isNull();
    }

    @Test
    void readers_are_told_from_the_61st_day_after_the_date_on() {
        LocalDate sixty = TODAY.minusDays(365 + 60);
        assertThat(CYCLE.isLapsed(RecordKind.SERVICE, sixty, TODAY)).isFalse();
        assertThat(CYCLE.isLapsed(RecordKind.SERVICE, sixty.minusDays(1), TODAY)).isTrue();
        assertThat(CYCLE.isLapsed(RecordKind.CONTACT, TODAY.minusDays(241), TODAY)).isTrue();
        assertThat(CYCLE.isLapsed(RecordKind.SERVICE, null, TODAY)).isFalse();
    }

    @Test
    void a_verification_is_told_with_when_and_how() {
        assertThat(told(TODAY.minusDays(22), AssuranceMethod.PHONE))
                .isEqualTo("verification.said.PHONE 3 weeks ago (Oct 30, 2026)");
        assertThat(told(TODAY.minusDays(22), null)).startsWith("verification.said.SOMEHOW");
        assertThat(told(TODAY.minusDays(500), AssuranceMethod.PHONE))
                .isEqualTo("verification.lapsed Jul 9, 2025");
        assertThat(told(null, null)).isEqualTo("common.neverVerified ");
    }

    @Test
    void trained_contacts_come_first_then_acute_needs_then_the_oldest() {
        var trainedAndAcute = new VerificationPriority(true, true, TODAY);
        var trained = new VerificationPriority(true, false, TODAY.minusDays(100));
        var acute = new VerificationPriority(false, true, TODAY);
        var never = new VerificationPriority(false, false, null);
        var old = new VerificationPriority(false, false, TODAY.minusDays(300));
        var recent = new VerificationPriority(false, false, TODAY);

        assertThat(Stream.of(recent, never, acute, old, trained, trainedAndAcute).sorted())
                .isEqualTo(List.of(trainedAndAcute, trained, acute, never, old, recent));
    }

    private static String told(LocalDate on, AssuranceMethod how) {
        return AssuranceWords.of(
                RecordKind.SERVICE,
                on,
                how,
                CYCLE,
                TODAY,
                Locale.ENGLISH,
                (key, arguments) -> key + " " + (arguments.length == 0 ? "" : arguments[0]));
    }
}
