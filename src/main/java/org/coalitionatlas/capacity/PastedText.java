package org.coalitionatlas.capacity;

import java.util.regex.Pattern;
import org.coalitionatlas.common.Texts;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/** Makes plain text of what people paste. */
final class PastedText {

    /** What a word processor leaves in text that passed through its HTML. */
    private static final Pattern OFFICE =
            Pattern.compile(
                    "<!--\\[if|<o:p>|<w:|class=\"?Mso|mso-[a-z]+:|urn:schemas-microsoft-com",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern BLOCK_END =
            Pattern.compile("(?i)</(?:p|div|li|h[1-6]|tr)>|<br\\s*/?>");

    private static final Pattern NOT_TEXT =
            Pattern.compile("(?is)<!--.*?-->|<(style|xml|script|head)\\b.*?</\\1>|<\\?.*?>");

    private PastedText() {}

    /**
     * The text without surrounding blanks, control characters and word-processor markup; {@code
     * null} when nothing is left. Text that merely holds a {@code <} stays as it was written.
     *
     * @throws org.coalitionatlas.common.InvalidValue {@code invalid.tooLong}
     */
    static @Nullable String plain(@Nullable String text, int limit) {
        return Texts.tidy(
                text != null && OFFICE.matcher(text).find() ? stripped(text) : text, limit);
    }

    private static String stripped(String markup) {
        String marked =
                BLOCK_END.matcher(NOT_TEXT.matcher(markup).replaceAll("")).replaceAll("$0\n");
        return Jsoup.parse(marked)
                .wholeText()
                .replace('\u00a0', ' ')
                .replaceAll("[ \\t]+\\n", "\n")
                .replaceAll("\\n{3,}", "\n\n");
    }
}
