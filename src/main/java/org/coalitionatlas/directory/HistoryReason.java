package org.coalitionatlas.directory;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.coalitionatlas.common.RelativeDate;
import org.jspecify.annotations.Nullable;

/**
 * Why the product itself took a record out of sight, as its history keeps it: not in words, so that
 * each reader gets it in their own language. What people wrote, and what was written before there
 * was this, is told as it stands.
 *
 * @param lapsed the day of the last verification; {@code null} when there never was one
 */
public record HistoryReason(@Nullable LocalDate lapsed) {

    private static final String CODE = "verification:";
    private static final String NEVER = "never";

    /** As it is kept in the note of an entry. */
    public String code() {
        return CODE + (lapsed == null ? NEVER : lapsed);
    }

    /** The reason kept in a note; empty when the note was written by a person. */
    static Optional<HistoryReason> parse(String note) {
        if (!note.startsWith(CODE)) {
            return Optional.empty();
        }
        String day = note.substring(CODE.length());
        try {
            return Optional.of(new HistoryReason(day.equals(NEVER) ? null : LocalDate.parse(day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The note in words of the reader's language. */
    public static String words(String note, Locale locale, AssuranceWords.Texts texts) {
        return parse(note).map(reason -> reason.in(locale, texts)).orElse(note);
    }

    private String in(Locale locale, AssuranceWords.Texts texts) {
        return lapsed == null
                ? texts.say("common.neverVerified")
                : texts.say("verification.lapsed", RelativeDate.plain(lapsed, locale));
    }
}
