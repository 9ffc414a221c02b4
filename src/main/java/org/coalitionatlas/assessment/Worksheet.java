package org.coalitionatlas.assessment;

import java.time.Instant;
import java.util.ArrayList;
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

        /** The same need after one of its providers, or a new one, is as given. */
        public Line with(Row changed) {
            var all = new ArrayList<Row>();
            boolean found = false;
            for (Row row : rows) {
                boolean same = row.providerId().equals(changed.providerId());
                all.add(same ? changed : row);
                found |= same;
            }
            if (!found) {
                all.add(changed);
            }
            return new Line(need, List.copyOf(all), finding, reason);
        }

        /** The same need after something, or nothing, is said about it as a whole. */
        public Line with(@Nullable Finding newFinding, @Nullable String newReason) {
            return new Line(need, rows, newFinding, newReason);
        }
    }

    /**
     * One provider for one need.
     *
     * @param provider its name; empty when it left the directory or the person may not know of it
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

        /** The same provider after somebody gave that answer, or took it back. */
        public Row with(Question question, @Nullable Answer answer, String by, Instant at) {
            var answers = new EnumMap<Question, Answer>(Question.class);
            answers.putAll(given);
            if (answer == null) {
                answers.remove(question);
            } else {
                answers.put(question, answer);
            }
            return new Row(providerId, provider, services, listed, answers, known, by, at);
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

    /**
     * A narrative as last written.
     *
     * @param version grows with each change
     */
    public record Narrative(String text, String by, Instant at, long version) {

        /** Version of a narrative nobody has begun. */
        public static final long UNWRITTEN = -1;
    }

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
