package org.coalitionatlas.directory;

import java.time.LocalDate;
import java.util.Locale;
import org.coalitionatlas.common.RelativeDate;
import org.jspecify.annotations.Nullable;

/** How the verification of a record is told, on every page and screen alike. */
public final class AssuranceWords {

    private AssuranceWords() {}

    /** Says a text of the bundles. */
    @FunctionalInterface
    public interface Texts {

        /** The text with its arguments. */
        String say(String key, Object... arguments);
    }

    /**
     * "Verified 3 weeks ago (Oct 30, 2026) by phone", "Not verified since Oct 30, 2025", or that
     * nobody ever did. Never who: that is for members, who get it beside this.
     */
    public static String of(
            RecordKind kind,
            @Nullable LocalDate on,
            @Nullable AssuranceMethod how,
            VerificationCycle cycle,
            LocalDate today,
            Locale locale,
            Texts texts) {
        if (on == null) {
            return texts.say(
                    kind == RecordKind.CONTACT ? "verification.notYet" : "common.neverVerified");
        }
        if (cycle.isLapsed(kind, on, today)) {
            return texts.say("verification.lapsed", RelativeDate.plain(on, locale));
        }
        return texts.say(
                "verification.said." + (how == null ? "SOMEHOW" : how.name()),
                RelativeDate.ago(on, today, locale));
    }

    /**
     * The same, for the mark of a record that nobody should rely on; {@code null} when somebody
     * made sure of it in time.
     */
    public static @Nullable String unsure(
            RecordKind kind,
            @Nullable LocalDate on,
            @Nullable AssuranceMethod how,
            VerificationCycle cycle,
            LocalDate today,
            Locale locale,
            Texts texts) {
        return cycle.isUnsure(kind, on, today)
                ? of(kind, on, how, cycle, today, locale, texts)
                : null;
    }
}
