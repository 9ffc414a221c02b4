package org.coalitionatlas.capacity;

import java.time.Instant;
import java.util.UUID;

/**
 * What stands at one place of a response, and whose word it is.
 *
 * @param wording the wording of the question it answers
 * @param by name of the person who answered last
 * @param change the response's count of changes when it was given
 * @param version counts up with every word at this place, from 1
 */
public record PlaceAnswer(
        AnswerKey place,
        Given given,
        int wording,
        String by,
        UUID byId,
        Instant at,
        long change,
        long version) {}
