package org.coalitionatlas.gaps;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.coalitionatlas.assessment.Answer;
import org.coalitionatlas.assessment.AssessmentFacts.ProviderAnswers;
import org.coalitionatlas.assessment.Question;
import org.coalitionatlas.directory.Training;
import org.jspecify.annotations.Nullable;

/**
 * From what people say and what dated records show to a standing (PRODUCT §7). A dated record beats
 * an opinion, but not what a coordinator decided with a reason; an opinion that somebody is trained
 * counts as long as a training would.
 */
final class StandingRule {

    private StandingRule() {}

    /**
     * The standing; {@code null} when nobody has said whether there is a contact.
     *
     * @param answers what was answered for this need, or {@code null}
     * @param partnerOnRecord whether a partnership is in force; {@code null} without any record
     * @param trainedUntil first day on which the latest training on record no longer counts; {@code
     *     null} without any record
     */
    static @Nullable Standing of(
            @Nullable ProviderAnswers answers,
            @Nullable Boolean partnerOnRecord,
            @Nullable LocalDate trainedUntil,
            LocalDate today) {
        if (answers == null || answers.contact() == null || answers.contact() == Answer.UNKNOWN) {
            return null;
        }
        if (answers.contact() == Answer.NO) {
            return Standing.LISTED;
        }
        boolean partner =
                partnerOnRecord == null || answers.resolved().contains(Question.PARTNER)
                        ? answers.partner() == Answer.YES
                        : partnerOnRecord;
        if (!partner) {
            return Standing.CONTACT;
        }
        boolean trained =
                trainedUntil == null || answers.resolved().contains(Question.TRAINED)
                        ? answers.trained() == Answer.YES && isRecent(answers, today)
                        : today.isBefore(trainedUntil);
        return trained ? Standing.TRAINED_PARTNER : Standing.PARTNER;
    }

    private static boolean isRecent(ProviderAnswers answers, LocalDate today) {
        LocalDate said = LocalDate.ofInstant(answers.at(), ZoneOffset.UTC);
        return today.isBefore(said.plusMonths(Training.USUAL_MONTHS));
    }
}
