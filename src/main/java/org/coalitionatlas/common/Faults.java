package org.coalitionatlas.common;

import java.sql.SQLException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Failures and addresses as the log may keep them: where something went wrong and of what kind, but
 * not what somebody typed, and no secret of a link.
 */
public final class Faults {

    /** What stands for the secret of a link. */
    static final String SECRET = "…";

    private static final int DEEPEST = 20;

    /** Addresses in which whatever follows the beginning is a secret. */
    private static final Pattern SECRETS =
            Pattern.compile("^(/check|/assessment|/setup|/mail/stop)/.+$");

    private Faults() {}

    /**
     * The failure with its causes and where they happened, without their messages: databases and
     * parsers quote the value they could not take, and that may be a name or a telephone number.
     * Messages of the language itself, about code and not about data, stay.
     */
    public static Throwable loggable(Throwable failure) {
        return new Told(failure, 0);
    }

    /** The path of a request without the secret it may end in. */
    public static @Nullable String path(@Nullable Object path) {
        return path == null ? null : SECRETS.matcher(path.toString()).replaceFirst("$1/" + SECRET);
    }

    /** A failure told again without what somebody typed. */
    private static final class Told extends Exception {

        private static final long serialVersionUID = 1L;

        private final String what;

        Told(Throwable failure, int depth) {
            super(null, cause(failure, depth), false, true);
            this.what = failure.getClass().getName() + words(failure);
            setStackTrace(failure.getStackTrace());
        }

        private static @Nullable Throwable cause(Throwable failure, int depth) {
            Throwable cause = failure.getCause();
            return cause == null || cause == failure || depth == DEEPEST
                    ? null
                    : new Told(cause, depth + 1);
        }

        private static String words(Throwable failure) {
            return switch (failure) {
                case SQLException e -> ": " + e.getSQLState() + "/" + e.getErrorCode();
                case NullPointerException e -> said(e);
                case ClassCastException e -> said(e);
                case IllegalStateException e -> said(e);
                case SaidInWords e -> ": " + e.messageKey();
                default -> "";
            };
        }

        private static String said(RuntimeException e) {
            return e.getMessage() == null ? "" : ": " + e.getMessage();
        }

        @Override
        public String toString() {
            return what;
        }
    }
}
