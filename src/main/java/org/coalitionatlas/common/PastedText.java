package org.coalitionatlas.common;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/** Makes plain text of what people paste into a field for words. */
public final class PastedText {

    /** With the markup around it; nobody types or pastes more into one answer. */
    private static final int MOST_PASTED = 500_000;

    /** What a word processor leaves in text that passed through its HTML. */
    private static final Pattern OFFICE =
            Pattern.compile(
                    "<!--\\[if|<o:p>|<w:|class=\"?Mso|mso-[a-z]+:|urn:schemas-microsoft-com",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern BLOCK_END =
            Pattern.compile("(?i)</(?:p|div|li|h[1-6]|tr)>|<br\\s*/?>");

    private PastedText() {}

    /**
     * The text without surrounding blanks, control characters and word-processor markup; {@code
     * null} when nothing is left. Text that merely holds a {@code <} stays as it was written.
     *
     * @throws InvalidValue {@code invalid.tooLong}
     */
    public static @Nullable String plain(@Nullable String text, int limit) {
        if (text != null && text.length() > MOST_PASTED) {
            throw new InvalidValue("invalid.tooLong", limit, text.length());
        }
        return Texts.tidy(
                text != null && OFFICE.matcher(text).find() ? stripped(text) : text, limit);
    }

    /**
     * The same where something must be left.
     *
     * @throws InvalidValue {@code invalid.missing}, {@code invalid.tooLong}
     */
    public static String required(@Nullable String text, int limit) {
        return Texts.required(plain(text, limit), limit);
    }

    private static String stripped(String markup) {
        // A parser goes through it once; a pattern would look for the end of every open element.
        Document page = Jsoup.parse(BLOCK_END.matcher(markup).replaceAll("$0\n"));
        page.select("style, script, head, xml").remove();
        return page.wholeText()
                .replace('\u00a0', ' ')
                .replaceAll("(?<![ \\t])[ \\t]++\\n", "\n")
                .replaceAll("\\n{3,}", "\n\n");
    }
}
