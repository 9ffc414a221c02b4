package org.coalitionatlas.gaps;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.coalitionatlas.assessment.Answer;
import org.coalitionatlas.assessment.AssessmentFacts.ProviderAnswers;
import org.coalitionatlas.assessment.MergeRules.Fact;
import org.coalitionatlas.assessment.MergeRules.Outcome;
import org.coalitionatlas.assessment.MergeRules.Rule;
import org.coalitionatlas.assessment.Question;
import org.coalitionatlas.directory.Training;
import org.jspecify.annotations.Nullable;

/**
 * From what people say and what dated records show to a standing (PRODUCT §7), by the rules of the
 * merge. A partnership or training on record counts without anybody having been asked about it,
 * once somebody has said whether there is a contact; an opinion that somebody is trained counts as
 * long as a training would.
 */
final class StandingRule {

    private StandingRule() {}

    /**
     * The standing; {@code null} when nobody has said whether there is a contact.
     *
     * @param answers what was answered for this need
     * @param record what is on record about the provider
     */
    static @Nullable Standing of(
            ProviderAnswers answers, Map<Question, Fact<Answer>> record, LocalDate today) {
        if (answers.contact() == null) {
            return null;
        }
        Answer contact = answer(answers, Question.CONTACT, record);
        if (contact == Answer.UNKNOWN) {
            return null;
        }
        if (contact != Answer.YES) {
            return Standing.LISTED;
        }
        if (answer(answers, Question.PARTNER, record) != Answer.YES) {
            return Standing.CONTACT;
        }
        return isTrained(answers, record, today) ? Standing.TRAINED_PARTNER : Standing.PARTNER;
    }

    private static @Nullable Answer answer(
            ProviderAnswers answers, Question question, Map<Question, Fact<Answer>> record) {
        Outcome<Answer> outcome = answers.with(question, record.get(question));
        return outcome == null ? null : outcome.value();
    }

    private static boolean isTrained(
            ProviderAnswers answers, Map<Question, Fact<Answer>> record, LocalDate today) {
        Outcome<Answer> outcome = answers.with(Question.TRAINED, record.get(Question.TRAINED));
        if (outcome == null || outcome.value() != Answer.YES) {
            return false;
        }
        boolean onRecord = outcome.rule() == Rule.RECORD || outcome.rule() == Rule.RECORDED_SINCE;
        return onRecord || isRecent(answers, today);
    }

    private static boolean isRecent(ProviderAnswers answers, LocalDate today) {
        LocalDate said = LocalDate.ofInstant(answers.at(), ZoneOffset.UTC);
        return today.isBefore(said.plusMonths(Training.USUAL_MONTHS));
    }
}
