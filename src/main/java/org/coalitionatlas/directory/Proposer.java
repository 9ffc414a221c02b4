package org.coalitionatlas.directory;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who proposes something.
 *
 * @param personId {@code null} for somebody without an account
 * @param name as shown to reviewers: a person's, or what is known ("somebody on the public page")
 * @param email where an answer goes, if one is wanted; never shown
 * @param locale the language of the answer
 */
public record Proposer(
        @Nullable UUID personId, String name, @Nullable String email, Locale locale) {}
