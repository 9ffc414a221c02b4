package org.coalitionatlas.assessment;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.coalitionatlas.geography.County;
import org.coalitionatlas.taxonomy.Need;
import org.jspecify.annotations.Nullable;

/**
 * A county's assessment as it stands: every need, the providers the directory knows for it and what
 * has been said about each.
 *
 * @param lines the 33 needs, by phase and order
 */
public record Worksheet(
        UUID assessmentId,
        County county,
        String cycle,
        List<Line> lines,
        Map<NarrativeTopic, Narrative> narratives) {

    /**
     * A need and its providers.
     *
     * @param finding what is said about the need as a whole
     * @param reason why the need does not apply
     */
    public record Line(
            Need need, List<Row> rows, @Nullable Finding finding, @Nullable String reason) {

        /** Whether anything counts as assessed here: a finding, or one provider's contact known. */
        public boolean isAssessed() {
            return finding != null || rows.stream().anyMatch(Row::isAssessed);
        }
    }

    /**
     * One provider for one need.
     *
     * @param services names of its services that meet the need in the county; none when the
     *     directory no longer lists any
     * @param listed whether the record is published; a provider added from a worksheet is not
     * @param given answers people gave
     * @param known answers the directory already has from dated records
     */
    public record Row(
            UUID providerId,
            String provider,
            List<String> services,
            boolean listed,
            Map<Question, Answer> given,
            Map<Question, Answer> known,
            @Nullable String answeredBy,
            @Nullable Instant answeredAt) {

        /** The given answer, or else the one the directory has. */
        public Optional<Answer> shown(Question question) {
            Answer answer = given.get(question);
            return Optional.ofNullable(answer == null ? known.get(question) : answer);
        }

        /** Whether the shown answer comes from the directory and nobody has confirmed it yet. */
        public boolean isPrefilled(Question question) {
            return !given.containsKey(question) && known.containsKey(question);
        }

        /** Whether somebody has said if there is a contact; "don't know" is not an answer. */
        public boolean isAssessed() {
            Answer contact = given.get(Question.CONTACT);
            return contact == Answer.YES || contact == Answer.NO;
        }

        static Map<Question, Answer> answers(
                @Nullable Answer contact, @Nullable Answer partner, @Nullable Answer trained) {
            var answers = new EnumMap<Question, Answer>(Question.class);
            if (contact != null) {
                answers.put(Question.CONTACT, contact);
            }
            if (partner != null) {
                answers.put(Question.PARTNER, partner);
            }
            if (trained != null) {
                answers.put(Question.TRAINED, trained);
            }
            return answers;
        }
    }

    /** A narrative as last written. */
    public record Narrative(String text, String by, Instant at) {}

    /** How many needs are assessed. */
    public int assessed() {
        return (int) lines.stream().filter(Line::isAssessed).count();
    }

    /** How many needs of that phase are assessed. */
    public int assessed(String phaseCode) {
        return (int)
                lines.stream()
                        .filter(line -> line.need().phase().code().equals(phaseCode))
                        .filter(Line::isAssessed)
                        .count();
    }
}
