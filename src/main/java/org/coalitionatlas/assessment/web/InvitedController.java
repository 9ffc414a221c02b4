package org.coalitionatlas.assessment.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.coalitionatlas.assessment.Answer;
import org.coalitionatlas.assessment.InvitedAnswers;
import org.coalitionatlas.assessment.InvitedPage;
import org.coalitionatlas.assessment.InvitedProviders;
import org.coalitionatlas.assessment.Question;
import org.coalitionatlas.common.InvalidValue;
import org.coalitionatlas.common.PersonalData;
import org.coalitionatlas.common.RelativeDate;
import org.coalitionatlas.taxonomy.Need;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * The page on which an invited provider confirms its own rows: plain HTML, without an account, a
 * session or script. Whatever is wrong with a link, the page says the same.
 */
@Controller
class InvitedController {

    private static final String ADDRESS = "/assessment/{token}";
    private static final String VIEW = "assessment/invited";

    /** {@code need~QUESTION}. */
    private static final Pattern ANSWER = Pattern.compile("([A-Z]\\d{1,2})~([A-Z]+)");

    private final InvitedProviders invited;
    private final InvitationThrottle throttle;
    private final MessageSource messages;
    private final Clock clock;

    InvitedController(
            InvitedProviders invited,
            InvitationThrottle throttle,
            MessageSource messages,
            Clock clock) {
        this.invited = invited;
        this.throttle = throttle;
        this.messages = messages;
        this.clock = clock;
    }

    /** A need as the page names it; two needs of different phases have the same label. */
    public record Named(String code, String label, String phase, String help) {}

    /** One of the provider's rows with what is marked on it. */
    public record Row(Named need, Map<Question, Answer> marked, boolean gone) {

        /** Whether that answer is marked. */
        public boolean is(Question question, Answer answer) {
            return marked.get(question) == answer;
        }
    }

    /** A need the provider is not listed for. */
    public record Other(Named need, boolean marked) {}

    @GetMapping(ADDRESS)
    String open(
            @PathVariable String token,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        if (isTooMuch(request, response, model)) {
            return VIEW;
        }
        Optional<InvitedPage> page = invited.open(token);
        return page.isEmpty() ? closed(response, model) : form(page.get(), null, locale, model);
    }

    @PostMapping(ADDRESS)
    String send(
            @PathVariable String token,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        if (isTooMuch(request, response, model)) {
            return VIEW;
        }
        if (request.getParameter("fresh") != null) {
            if (!invited.freshLink(token)) {
                return closed(response, model);
            }
            model.addAttribute("state", "SENT");
            return VIEW;
        }
        InvitedAnswers typed = typed(request);
        if (request.getParameter("confirmed") == null
                && PersonalData.isLikelyIn(typed.note(), LocalDate.now(clock))) {
            Optional<InvitedPage> page = invited.open(token);
            if (page.isPresent()) {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                model.addAttribute("suspicious", true);
                return form(page.get(), typed, locale, model);
            }
        }
        try {
            return switch (invited.answer(token, typed)) {
                case TAKEN -> usedUp("DONE", model);
                case USED -> {
                    response.setStatus(HttpStatus.CONFLICT.value());
                    model.addAttribute("note", typed.note());
                    yield usedUp("USED", model);
                }
                case CLOSED -> closed(response, model);
            };
        } catch (InvalidValue e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return again(token, typed, e.messageKey(), locale, response, model, e.arguments());
        }
    }

    private boolean isTooMuch(
            HttpServletRequest request, HttpServletResponse response, Model model) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        long wait = throttle.secondsToWait(request.getRemoteAddr());
        if (wait > 0) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait));
            model.addAttribute("state", "WAIT");
        }
        return wait > 0;
    }

    private static String closed(HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        model.addAttribute("state", "CLOSED");
        return VIEW;
    }

    // Of what was said before, nothing: the link may have gone further than its first reader.
    private static String usedUp(String state, Model model) {
        model.addAttribute("state", state);
        return VIEW;
    }

    private String again(
            String token,
            InvitedAnswers typed,
            String problem,
            Locale locale,
            HttpServletResponse response,
            Model model,
            Object... arguments) {
        Optional<InvitedPage> page = invited.open(token);
        if (page.isEmpty()) {
            return closed(response, model);
        }
        model.addAttribute("problem", messages.getMessage(problem, arguments, locale));
        return form(page.get(), typed, locale, model);
    }

    /**
     * @param typed what was sent before; {@code null} shows what the provider said last
     */
    private String form(
            InvitedPage page, @Nullable InvitedAnswers typed, Locale locale, Model model) {
        var rows = new ArrayList<Row>();
        for (InvitedPage.Own own : page.rows()) {
            String code = own.need().code();
            rows.add(
                    typed == null
                            ? new Row(named(own.need(), locale), own.said(), own.noLonger())
                            : new Row(
                                    named(own.need(), locale),
                                    typed.answers().getOrDefault(code, Map.of()),
                                    typed.noLonger().contains(code)));
        }
        List<Other> others =
                page.others().stream()
                        .map(
                                need ->
                                        new Other(
                                                named(need, locale),
                                                typed == null
                                                        ? page.also().contains(need.code())
                                                        : typed.also().contains(need.code())))
                        .toList();
        String note = typed == null ? page.note() : typed.note();
        model.addAttribute("state", "OPEN");
        model.addAttribute("provider", page.provider());
        model.addAttribute("county", page.county().nameWithState());
        model.addAttribute("rows", rows);
        model.addAttribute("others", others);
        model.addAttribute("alsoOpen", others.stream().anyMatch(Other::marked));
        model.addAttribute("questions", Question.values());
        model.addAttribute("choices", Answer.values());
        model.addAttribute("note", note == null ? "" : note);
        model.addAttribute("longest", InvitedProviders.LONGEST_NOTE);
        model.addAttribute("form", UUID.randomUUID().toString());
        model.addAttribute("until", day(page.until(), page, locale));
        if (page.answeredAt() != null) {
            model.addAttribute("answered", day(page.answeredAt(), page, locale));
        }
        return VIEW;
    }

    private static String day(java.time.Instant at, InvitedPage page, Locale locale) {
        return RelativeDate.plain(LocalDate.ofInstant(at, page.county().zone()), locale);
    }

    private static Named named(Need need, Locale locale) {
        return new Named(
                need.code(),
                need.label().in(locale),
                need.phase().label().in(locale),
                need.help().in(locale));
    }

    private static InvitedAnswers typed(HttpServletRequest request) {
        var answers = new HashMap<String, Map<Question, Answer>>();
        request.getParameterMap()
                .forEach(
                        (name, values) -> {
                            Matcher input = ANSWER.matcher(name);
                            if (input.matches() && values.length > 0) {
                                Question question = one(Question.values(), input.group(2));
                                Answer answer = one(Answer.values(), values[0]);
                                if (question != null && answer != null) {
                                    answers.computeIfAbsent(
                                                    input.group(1),
                                                    need -> new EnumMap<>(Question.class))
                                            .put(question, answer);
                                }
                            }
                        });
        String form = request.getParameter("form");
        return new InvitedAnswers(
                form == null ? "" : form,
                answers,
                all(request, "gone"),
                all(request, "also"),
                request.getParameter("note"));
    }

    private static Set<String> all(HttpServletRequest request, String name) {
        String[] values = request.getParameterValues(name);
        return values == null ? Set.of() : new TreeSet<>(Arrays.asList(values));
    }

    private static <E extends Enum<E>> @Nullable E one(E[] all, String name) {
        return Arrays.stream(all).filter(each -> each.name().equals(name)).findFirst().orElse(null);
    }
}
