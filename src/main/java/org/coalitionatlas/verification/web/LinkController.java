package org.coalitionatlas.verification.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.coalitionatlas.common.InvalidValue;
import org.coalitionatlas.common.PersonalData;
import org.coalitionatlas.directory.OrganizationView;
import org.coalitionatlas.directory.RecordKind;
import org.coalitionatlas.directory.ServiceView;
import org.coalitionatlas.directory.ServiceView.ContactPart;
import org.coalitionatlas.directory.web.RecordLines;
import org.coalitionatlas.verification.LinkAnswer;
import org.coalitionatlas.verification.LinkPage;
import org.coalitionatlas.verification.LinkPart;
import org.coalitionatlas.verification.VerificationRequests;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * The page on which an organization checks its entry, without an account, a session or script. A
 * mail filter that opens the link does no harm: only sending the form spends it.
 */
@Controller
class LinkController {

    /** Beginning of the names of texts. */
    private static final String TEXT = "text.";

    private static final String ADDRESS = "/check/{token}";

    private final VerificationRequests requests;
    private final RecordLines lines;
    private final MessageSource messages;
    private final Clock clock;

    LinkController(
            VerificationRequests requests, RecordLines lines, MessageSource messages, Clock clock) {
        this.requests = requests;
        this.lines = lines;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * A record of the page in words.
     *
     * @param hours when a service is open, in words; {@code null} for what has no hours
     * @param typed what was typed for it before, by name of the input
     */
    public record Shown(
            LinkPart part,
            List<RecordLines.Line> lines,
            @Nullable String hours,
            Map<String, String> typed) {

        /** What stands in an input: as typed, or as the record says. */
        public String value(String name, @Nullable String standing) {
            String kept = typed.get(name);
            return kept != null ? kept : standing == null ? "" : standing;
        }

        /** Identifies record and version in the form. */
        public String key() {
            return part.kind() + "/" + part.id() + "/" + part.version();
        }
    }

    @GetMapping(ADDRESS)
    String open(
            @PathVariable String token, Locale locale, HttpServletResponse response, Model model) {
        LinkPage page = requests.open(token);
        return page.state() == LinkPage.State.OPEN
                ? form(page, Map.of(), locale, model)
                : closed(page.state(), response, model);
    }

    @PostMapping(ADDRESS)
    String send(
            @PathVariable String token,
            HttpServletRequest request,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        Map<String, Map<String, String>> typed = typed(request);
        LinkPage.State state;
        if (request.getParameter("confirmed") == null && looksPersonal(token, typed)) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("suspicious", true);
            return again(token, typed, locale, response, model);
        }
        try {
            state = requests.answer(token, answers(typed, locale));
        } catch (InvalidValue e) {
            model.addAttribute(
                    "problem", messages.getMessage(e.messageKey(), e.arguments(), locale));
            return again(token, typed, locale, response, model);
        }
        return switch (state) {
            case OPEN -> {
                model.addAttribute("state", "DONE");
                yield "verification/link";
            }
            case MOVED -> {
                model.addAttribute(
                        "problem", messages.getMessage("verification.link.moved", null, locale));
                yield again(token, typed, locale, response, model);
            }
            default -> closed(state, response, model);
        };
    }

    // Only what they wrote themselves: a date that stands in the record is not theirs to explain.
    private boolean looksPersonal(String token, Map<String, Map<String, String>> typed) {
        Set<String> standing =
                requests.open(token).parts().stream()
                        .flatMap(part -> part.texts().stream())
                        .map(text -> plain(Objects.requireNonNullElse(text.value(), "")))
                        .collect(Collectors.toSet());
        LocalDate today = LocalDate.now(clock);
        return typed.values().stream()
                .flatMap(values -> written(values).stream())
                .filter(text -> !standing.contains(text))
                .anyMatch(text -> PersonalData.isLikelyIn(text, today));
    }

    private static List<String> written(Map<String, String> values) {
        String before = plain(values.getOrDefault("was.hours", ""));
        return values.entrySet().stream()
                .filter(
                        one ->
                                one.getKey().startsWith(TEXT)
                                        || one.getKey().equals("words")
                                        || one.getKey().equals("hours"))
                .map(one -> plain(one.getValue()))
                .filter(text -> !text.equals(before))
                .toList();
    }

    private String again(
            String token,
            Map<String, Map<String, String>> typed,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        LinkPage page = requests.open(token);
        return page.state() == LinkPage.State.OPEN
                ? form(page, typed, locale, model)
                : closed(page.state(), response, model);
    }

    private String form(
            LinkPage page, Map<String, Map<String, String>> typed, Locale locale, Model model) {
        Map<String, Map<String, String>> byRecord = new HashMap<>();
        typed.forEach((key, values) -> byRecord.put(key.replaceFirst("/\\d+$", ""), values));
        model.addAttribute("state", "OPEN");
        model.addAttribute("organization", page.organization());
        model.addAttribute(
                "parts",
                page.parts().stream()
                        .map(
                                part ->
                                        new Shown(
                                                part,
                                                words(part.view(), locale),
                                                hours(part.view(), locale),
                                                byRecord.getOrDefault(
                                                        part.kind() + "/" + part.id(), Map.of())))
                        .toList());
        return "verification/link";
    }

    private static String closed(LinkPage.State state, HttpServletResponse response, Model model) {
        response.setStatus(
                state == LinkPage.State.UNKNOWN
                        ? HttpStatus.NOT_FOUND.value()
                        : HttpStatus.GONE.value());
        model.addAttribute("state", state.name());
        return "verification/link";
    }

    private List<RecordLines.Line> words(Object view, Locale locale) {
        return switch (view) {
            case OrganizationView organization -> lines.of(organization, locale);
            case ServiceView service -> lines.of(service, locale);
            case ContactPart contact -> lines.of(contact, locale);
            default -> throw new IllegalArgumentException(view.getClass().getName());
        };
    }

    private @Nullable String hours(Object view, Locale locale) {
        return view instanceof ServiceView service
                ? String.join("\n", lines.hours(service, locale))
                : null;
    }

    // Inputs are called "<record>~<name>", where the record is kind, id and version.
    private static Map<String, Map<String, String>> typed(HttpServletRequest request) {
        var typed = new HashMap<String, Map<String, String>>();
        request.getParameterMap()
                .forEach(
                        (name, values) -> {
                            int bar = name.indexOf('~');
                            if (bar > 0 && values.length > 0) {
                                typed.computeIfAbsent(
                                                name.substring(0, bar), key -> new HashMap<>())
                                        .put(name.substring(bar + 1), values[0]);
                            }
                        });
        return typed;
    }

    private List<LinkAnswer> answers(Map<String, Map<String, String>> typed, Locale locale) {
        var answers = new ArrayList<LinkAnswer>();
        typed.forEach(
                (key, values) -> {
                    String[] parts = key.split("/");
                    String verdict = values.get("verdict");
                    if (verdict != null && parts.length == 3) {
                        answers.add(answer(parts, verdict.equals("right"), values, locale));
                    }
                });
        return answers;
    }

    private LinkAnswer answer(
            String[] key, boolean right, Map<String, String> values, Locale locale) {
        var phones = new HashMap<Integer, String>();
        var texts = new HashMap<String, String>();
        values.forEach(
                (name, value) -> {
                    if (name.startsWith(TEXT)) {
                        texts.put(name.substring(TEXT.length()), value);
                    } else if (name.matches("phone\\d{1,3}")) {
                        phones.put(Integer.valueOf(name.substring(5)), value);
                    }
                });
        try {
            return new LinkAnswer(
                    RecordKind.valueOf(key[0]),
                    UUID.fromString(key[1]),
                    Long.parseLong(key[2]),
                    right,
                    values.get("name"),
                    phones,
                    values.get("url"),
                    values.get("email"),
                    texts,
                    said(values, locale));
        } catch (IllegalArgumentException e) {
            throw new InvalidValue("verification.link.moved");
        }
    }

    // Hours are told in words; a coordinator enters them.
    private @Nullable String said(Map<String, String> values, Locale locale) {
        String words = values.getOrDefault("words", "");
        String hours = plain(values.getOrDefault("hours", ""));
        if (hours.equals(plain(values.getOrDefault("was.hours", "")))) {
            return words;
        }
        String said =
                messages.getMessage("verification.link.hours.said", new Object[] {hours}, locale);
        return words.isBlank() ? said : said + "\n\n" + words;
    }

    private static String plain(String text) {
        return text.replace("\r\n", "\n").strip();
    }
}
