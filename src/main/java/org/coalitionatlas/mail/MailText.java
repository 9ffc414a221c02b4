package org.coalitionatlas.mail;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** Makes both parts of a message from the one text that was written. */
final class MailText {

    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]*[^\\s<>\".,;:!?)]");

    private MailText() {}

    /** The text with whole addresses. */
    static String plain(String text, String publicUrl) {
        return text.replace(MailMessage.PUBLIC_ADDRESS, publicUrl);
    }

    /** The same in HTML: one font, no picture, nothing loaded from elsewhere. */
    static String html(String plain, String subject, String language) {
        var html =
                new StringBuilder("<!DOCTYPE html><html lang=\"")
                        .append(HtmlUtils.htmlEscape(language))
                        .append("\"><head><meta charset=\"utf-8\"><title>")
                        .append(HtmlUtils.htmlEscape(subject))
                        .append(
                                "</title></head><body style=\"font:16px/1.5"
                                        + " sans-serif;max-width:36em;margin:1em\">");
        for (String paragraph : plain.strip().split("\n\\s*\n")) {
            html.append("<p>").append(linked(paragraph).replace("\n", "<br>")).append("</p>");
        }
        return html.append("</body></html>").toString();
    }

    private static String linked(String text) {
        var linked = new StringBuilder();
        Matcher link = LINK.matcher(text);
        int from = 0;
        while (link.find()) {
            String address = HtmlUtils.htmlEscape(link.group());
            linked.append(HtmlUtils.htmlEscape(text.substring(from, link.start())))
                    .append("<a href=\"")
                    .append(address)
                    .append("\">")
                    .append(address)
                    .append("</a>");
            from = link.end();
        }
        return linked.append(HtmlUtils.htmlEscape(text.substring(from))).toString();
    }
}
