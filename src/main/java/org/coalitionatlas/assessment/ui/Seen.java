package org.coalitionatlas.assessment.ui;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.coalitionatlas.assessment.Answer;
import org.coalitionatlas.assessment.Question;

/**
 * What a person saw and confirmed, as an attribute of the page: a word that arrives later must not
 * be about something the person never saw.
 */
final class Seen {

    private Seen() {}

    /** The answers of one provider: {@code CONTACT:YES PARTNER:NO}. */
    static String code(Map<Question, Answer> answers) {
        return new TreeMap<>(answers)
                .entrySet().stream()
                        .map(one -> one.getKey().name() + ":" + one.getValue().name())
                        .collect(Collectors.joining(" "));
    }

    /**
     * @throws IllegalArgumentException when {@link #code} does not write such a text
     */
    static Map<Question, Answer> answers(String code) {
        var answers = new EnumMap<Question, Answer>(Question.class);
        for (String one : code.split(" ")) {
            int colon = one.indexOf(':');
            if (colon > 0) {
                answers.put(
                        Question.valueOf(one.substring(0, colon)),
                        Answer.valueOf(one.substring(colon + 1)));
            }
        }
        return answers;
    }

    /** The answers of all providers of a need, told apart but not readable. */
    static String digest(Map<UUID, Map<Question, Answer>> all) {
        String whole =
                new TreeMap<>(all)
                        .entrySet().stream()
                                .map(one -> one.getKey() + " " + code(one.getValue()))
                                .collect(Collectors.joining("\n"));
        return Integer.toHexString(whole.hashCode());
    }
}
