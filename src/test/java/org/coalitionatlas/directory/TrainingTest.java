package org.coalitionatlas.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.coalitionatlas.common.InvalidValue;
import org.junit.jupiter.api.Test;

/** How long a training counts, and which one makes somebody "trained on HT". */
class TrainingTest {

    private static final LocalDate LEAP_DAY = LocalDate.of(2024, 2, 29);

    @Test
    void itCountsTwelveMonthsUnlessItSaysOtherwise() {
        Training usual = Training.taken(TrainingTopic.CONFIDENTIALITY, LEAP_DAY, null);
        assertThat(usual.until()).isEqualTo(LocalDate.of(2025, 2, 28));
        assertThat(usual.validUntil()).isEqualTo(usual.until());
        var longer = new Training(TrainingTopic.CONFIDENTIALITY, LEAP_DAY, null, 24, null, null);
        assertThat(longer.until()).isEqualTo(LocalDate.of(2026, 2, 28));
    }

    @Test
    void anEndThatWasKeptElsewhereIsWorkedOutAnew() {
        var kept =
                new Training(
                        TrainingTopic.CONFIDENTIALITY,
                        LEAP_DAY,
                        null,
                        12,
                        LocalDate.of(2099, 1, 1),
                        null);
        assertThat(kept).isEqualTo(Training.taken(TrainingTopic.CONFIDENTIALITY, LEAP_DAY, null));
    }

    @Test
    void itCannotCountForEver() {
        assertThatThrownBy(
                        () ->
                                new Training(
                                        TrainingTopic.CONFIDENTIALITY,
                                        LEAP_DAY,
                                        null,
                                        121,
                                        null,
                                        null))
                .isInstanceOfSatisfying(
                        InvalidValue.class,
                        e -> assertThat(e.messageKey()).isEqualTo("invalid.validMonths"));
    }

    @Test
    void onlyIdentificationAndResponseMakesSomebodyTrainedAndTheLatestCounts() {
        var other = Training.taken(TrainingTopic.TRAUMA_INFORMED_CARE, LEAP_DAY, null);
        assertThat(Training.onTraffickingUntil(List.of(other))).isEmpty();
        var early =
                new Training(TrainingTopic.IDENTIFICATION_RESPONSE, LEAP_DAY, null, 24, null, null);
        var late =
                Training.taken(TrainingTopic.IDENTIFICATION_RESPONSE, LEAP_DAY.plusMonths(6), null);
        assertThat(Training.onTraffickingUntil(List.of(other, late, early)))
                .contains(LocalDate.of(2026, 2, 28));
    }
}
