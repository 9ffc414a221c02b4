package org.coalitionatlas.directory.web;

import java.util.List;
import java.util.UUID;
import org.coalitionatlas.directory.PhoneType;
import org.coalitionatlas.directory.WhyFound.Marked.Part;
import org.coalitionatlas.directory.web.ServiceText.ReasonText;
import org.jspecify.annotations.Nullable;
import org.unbescape.html.HtmlEscape;

/**
 * Writes a service's card and the parts that its own page shares with it. A page of results has
 * twenty cards of some sixty attributes each; put together by the template engine they took more
 * time than the search (decision 046). Templates ask for them through {@link PublishedDialect}.
 *
 * <p>Everything that comes from a record or a bundle goes through {@link #text}.
 */
final class CardHtml {

    private static final int USUAL_LENGTH = 4_000;
    private static final String BETWEEN = " · ";

    private final StringBuilder html = new StringBuilder(USUAL_LENGTH);
    private final Words words;

    private CardHtml(Words words) {
        this.words = words;
    }

    /** The whole card. */
    static String card(ServiceText service, Words words, SheetLinks sheet) {
        var card = new CardHtml(words);
        card.who(service, sheet.carry());
        card.numbers(service);
        card.putMarks(service);
        card.putAcceptance(service);
        card.facts(service);
        card.why(service.reasons());
        card.putVerified(service);
        card.putPick(service, sheet);
        return card.put("</article>").html.toString();
    }

    /** Open or closed, at every hour, trained, room. */
    static String marks(ServiceText service, Words words) {
        var part = new CardHtml(words);
        part.putMarks(service);
        return part.html.toString();
    }

    /** Whom it accepts, whom it does not, and of whom it says nothing. */
    static String acceptance(ServiceText service, Words words) {
        var part = new CardHtml(words);
        part.putAcceptance(service);
        return part.html.toString();
    }

    /** When somebody made sure of it. */
    static String verified(Verified one, Words words) {
        var part = new CardHtml(words);
        part.putVerified(one);
        return part.html.toString();
    }

    /**
     * Puts the service on the call sheet or takes it off; a link, so that the sheet lives in the
     * address alone.
     */
    static String pick(ServiceText service, Words words, SheetLinks sheet) {
        var part = new CardHtml(words);
        part.putPick(service, sheet);
        return part.html.toString();
    }

    /** A text with the words of the search marked in it. */
    static String marked(List<Part> parts) {
        var html = new StringBuilder();
        for (Part part : parts) {
            String text = escaped(part.text());
            if (part.matched()) {
                html.append("<mark>").append(text).append("</mark>");
            } else {
                html.append(text);
            }
        }
        return html.toString();
    }

    static String escaped(String text) {
        return HtmlEscape.escapeHtml4Xml(text);
    }

    private void who(ServiceText service, String carry) {
        UUID id = service.view().id();
        put("<article class=\"card\" aria-labelledby=\"n-").put(id).put("\">\n<div class=\"who\">");
        put("<h3 id=\"n-").put(id).put("\"><a href=\"").text(service.href()).text(carry);
        put("\">").put(marked(service.name())).put("</a></h3>\n<p class=\"org\"><a href=\"");
        text(service.organizationHref()).text(carry).put("\">");
        put(marked(service.organizationName())).put("</a></p></div>\n");
        if (!service.excerpt().isEmpty()) {
            put("<p class=\"excerpt\">").put(marked(service.excerpt())).put("</p>\n");
        }
    }

    private void numbers(ServiceText service) {
        put("<p class=\"numbers\">");
        PhoneText first = service.firstPhone();
        if (first == null) {
            put("<span class=\"muted\">").say("published.card.noPhone").put("</span>\n");
        } else {
            call("call", first, first.type() == PhoneType.SMS ? "text" : "phone", first.display());
        }
        PhoneText textLine = service.textLine();
        if (textLine != null) {
            call("text", textLine, "text", words.say("published.card.text", textLine.display()));
        }
        PhoneText onCall = service.onCallNow();
        if (onCall != null && onCall.href() != null) {
            call("text", onCall, "phone", words.say("hours.onCall.now", onCall.display()));
        }
        put("</p>\n");
    }

    private void call(String style, PhoneText phone, String icon, String said) {
        put("<a class=\"").put(style).put("\"");
        String href = phone.href();
        if (href != null) {
            put(" href=\"").text(href).put("\"");
        }
        put(">").icon(icon).put("<span>").text(said).put("</span></a>\n");
    }

    private void putMarks(ServiceText service) {
        String open = service.openMark();
        put("<p class=\"marks\"><span class=\"mark ").put(open).put("\">").icon(open);
        put("<span>").text(service.openWords()).put("</span></span>\n");
        if (service.isAlways()) {
            put("<span class=\"mark always\">").say("published.card.always").put("</span>\n");
        }
        if (service.isTrained()) {
            put("<span class=\"mark trained\">").icon("trained").put("<span>");
            say("published.card.trained").put("</span></span>\n");
        }
        String capacity = service.capacityMark();
        if (capacity != null) {
            put("<span class=\"mark cap-").put(capacity).put("\">").icon("room").put("<span>");
            text(service.capacityWords()).put("</span></span>\n");
        }
        put("</p>\n");
    }

    private void putAcceptance(ServiceText service) {
        put("<div class=\"acceptance\">");
        if (service.acceptsAll()) {
            accepting("yes", "published.card.accepts", words.say("published.card.acceptsAll"));
        } else if (!service.accepts().isEmpty()) {
            accepting("yes", "published.card.accepts", String.join(", ", service.accepts()));
        }
        if (!service.rejects().isEmpty()) {
            accepting("no", "published.card.rejects", String.join(", ", service.rejects()));
        }
        if (!service.notStated().isEmpty()) {
            put("<p class=\"muted\">").icon("ask").put("<span><b>");
            say("published.card.notStated").put("</b> <span>");
            text(String.join(", ", service.notStated())).put("</span> (<span>");
            say("published.card.notStated.hint").put("</span>)</span></p>\n");
        }
        put("</div>\n");
    }

    private void accepting(String icon, String key, String whom) {
        put("<p>").icon(icon).put("<span><b>").say(key).put("</b> <span>").text(whom);
        put("</span></span></p>\n");
    }

    private void facts(ServiceText service) {
        put("<dl class=\"facts\">");
        List<String> needs = service.needLabels();
        if (!needs.isEmpty()) {
            put("<div><dt>").say("published.card.needs").put("</dt><dd>");
            String before = "";
            for (String need : needs) {
                put(before).put("<span>").text(need).put("</span>");
                before = BETWEEN;
            }
            put("</dd></div>\n");
        }
        listed("published.card.also", service.populations());
        listed("published.card.languages", service.languages());
        put("<div><dt>").say("published.card.where").put("</dt><dd><span>");
        text(service.whereabouts()).put("</span>");
        String distance = service.distance();
        if (distance != null) {
            put(BETWEEN).put("<span>").text(distance).put("</span>");
        }
        put("</dd></div></dl>\n");
    }

    private void listed(String key, List<String> values) {
        if (!values.isEmpty()) {
            put("<div><dt>").say(key).put("</dt><dd>").text(String.join(", ", values));
            put("</dd></div>\n");
        }
    }

    private void why(List<ReasonText> reasons) {
        if (reasons.isEmpty()) {
            return;
        }
        put("<p class=\"fine why\"><b>").say("seeking.why").put("</b> ");
        String before = "";
        for (ReasonText reason : reasons) {
            put(before).put("<span>").text(reason.fact()).put(" ");
            if (reason.code() != null) {
                text(reason.code()).put(" ");
            }
            put(marked(reason.label()));
            if (reason.through() != null) {
                put(" ").text(reason.through());
            }
            put("</span>");
            before = "; ";
        }
        put("</p>\n");
    }

    private void putVerified(Verified one) {
        put(one.isStale() ? "<p class=\"fine verified stale\">" : "<p class=\"fine verified\">");
        put("<span>").text(one.verified()).put("</span>");
        if (one.isStale()) {
            put(". <span>").say("published.stale").put("</span>");
        }
        put("</p>\n");
    }

    private void putPick(ServiceText service, SheetLinks sheet) {
        UUID id = service.view().id();
        String name = service.view().name();
        put("<p class=\"pick fine\">");
        if (sheet.has(id)) {
            put("<b>").say("callsheet.on").put("</b>").put(BETWEEN);
            link(sheet.remove(id), words.say("callsheet.remove.of", name), "callsheet.remove");
        } else if (sheet.isFull()) {
            put("<span>").say("callsheet.full").put("</span>");
        } else {
            link(sheet.add(id), words.say("callsheet.add.of", name), "callsheet.add");
        }
        put("</p>\n");
    }

    private void link(String href, String label, String key) {
        put("<a rel=\"nofollow\" href=\"").text(href).put("\" aria-label=\"").text(label);
        put("\">").say(key).put("</a>");
    }

    private CardHtml icon(String name) {
        return put("<svg class=\"icon\" aria-hidden=\"true\" focusable=\"false\"><use href=\"#i-")
                .put(name)
                .put("\"/></svg>");
    }

    private CardHtml say(String key) {
        return text(words.say(key));
    }

    private CardHtml text(@Nullable String text) {
        return text == null ? this : put(escaped(text));
    }

    /** Takes markup, and what can hold none. */
    private CardHtml put(Object markup) {
        html.append(markup);
        return this;
    }
}
