package org.coalitionatlas.mail;

import java.util.Locale;
import org.coalitionatlas.common.Email;
import org.coalitionatlas.common.InvalidValue;

/**
 * A message to one person. The HTML part is made from the same text: a blank line ends a paragraph,
 * addresses become links. The way to stop such messages is added when it is sent.
 *
 * @param locale language of subject and text; the closing lines are added in it
 * @param dedupeKey names the occasion, such as {@code verification/<request>/1}: a second message
 *     with the same key is not taken; at most 200 characters of ASCII
 * @param subject one line
 * @param text plain text; links into the product are written by {@link #link}
 */
public record MailMessage(
        Email to,
        Locale locale,
        MailPurpose purpose,
        String dedupeKey,
        String subject,
        String text) {

    static final int LONGEST_SUBJECT = 200;
    static final int LONGEST_TEXT = 20_000;

    /** Stands for the product's public address until the message is sent. */
    static final String PUBLIC_ADDRESS = "{atlas}";

    /**
     * @throws InvalidValue when the address is none, the subject is empty, too long or more than
     *     one line (which could smuggle in a header), or the text is too long
     */
    public MailMessage {
        to = Email.parse(to.address());
        requireOneLine(to.address());
        requireOneLine(subject);
        if (subject.isBlank()) {
            throw new InvalidValue("invalid.missing");
        }
        requireShort(subject, LONGEST_SUBJECT);
        requireShort(text, LONGEST_TEXT);
        if (!dedupeKey.matches("[!-~]{1,200}")) {
            throw new IllegalArgumentException("not a key: " + dedupeKey);
        }
    }

    /**
     * A link into the product for the text of a message. Becomes a whole address when the message
     * is sent, so that one written before the public address was configured is right too.
     *
     * @param path begins with a slash
     */
    public static String link(String path) {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("not a path: " + path);
        }
        return PUBLIC_ADDRESS + path;
    }

    private static void requireOneLine(String text) {
        boolean broken =
                text.codePoints()
                        .anyMatch(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029);
        if (broken) {
            throw new InvalidValue("mail.invalid.line");
        }
    }

    private static void requireShort(String text, int limit) {
        if (text.length() > limit) {
            throw new InvalidValue("invalid.tooLong", limit, text.length());
        }
    }
}
