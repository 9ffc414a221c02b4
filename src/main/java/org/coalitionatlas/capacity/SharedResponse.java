package org.coalitionatlas.capacity;

import java.util.Map;

/**
 * A response as lists and figures need it: choices and whether something is written, never the
 * words.
 *
 * @param given texts and notes are "…" where there are any
 */
public record SharedResponse(
        ResponseHead head, String organizationName, Map<AnswerKey, Given> given) {}
