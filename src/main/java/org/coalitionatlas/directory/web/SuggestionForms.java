package org.coalitionatlas.directory.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.ToLongFunction;
import org.coalitionatlas.common.Email;
import org.coalitionatlas.common.PersonalData;
import org.coalitionatlas.directory.DirectoryRecords;
import org.coalitionatlas.directory.DirectorySearch;
import org.coalitionatlas.directory.OrganizationView;
import org.coalitionatlas.directory.Proposer;
import org.coalitionatlas.directory.RecordKind;
import org.coalitionatlas.directory.ServiceView;
import org.coalitionatlas.directory.web.FormTokens.Verdict;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * What all forms have in common by which anybody tells the coalition something without an account:
 * the token, the trap, the limits, who says it, and the page that is given back.
 */
@Component
class SuggestionForms {

    static final List<String> RELATIONS = List.of("there", "agency", "near", "unsaid");

    /** Fields of every form. */
    private static final List<String> COMMON =
            List.of("relation", "email", "confirmed", "subject", "token");

    private final DirectorySearch directory;
    private final DirectoryRecords records;
    private final Pages pages;
    private final FormTokens tokens;
    private final Clock clock;

    SuggestionForms(
            DirectorySearch directory,
            DirectoryRecords records,
            Pages pages,
            FormTokens tokens,
            Clock clock) {
        this.directory = directory;
        this.records = records;
        this.pages = pages;
        this.tokens = tokens;
        this.clock = clock;
    }

    /**
     * What a form is about, as anybody may see it.
     *
     * @param asked the id in the address: that of a record merged into this one, or its own
     * @param path of its page, below the beginning of links
     * @param service the view, for a service
     * @param organization the view, for an organization
     */
    record Target(
            RecordKind kind,
            UUID asked,
            UUID id,
            String name,
            String by,
            String path,
            @Nullable ServiceView service,
            @Nullable OrganizationView organization) {

        /** Whether the record of the address was merged into this one. */
        boolean isMoved() {
            return !asked.equals(id);
        }

        /** What a token for a form about it is good for. */
        String purpose(String what) {
            return what + " " + id;
        }

        /** What the token of the form was good for that was sent to this address. */
        String purposeSent(String what) {
            return what + " " + asked;
        }
    }

    /**
     * The published record in an address such as {@code /directory/suggest/services/…}; of one that
     * was merged, the record that stays.
     */
    Optional<Target> target(String kind, String text) {
        return RecordController.uuid(text)
                .flatMap(
                        asked ->
                                target(kind, asked, asked)
                                        .or(
                                                () ->
                                                        records.movedTo(asked)
                                                                .flatMap(
                                                                        into ->
                                                                                target(
                                                                                        kind, asked,
                                                                                        into))));
    }

    private Optional<Target> target(String kind, UUID asked, UUID id) {
        return switch (kind) {
            case "services" ->
                    directory
                            .publishedService(id)
                            .map(
                                    service ->
                                            new Target(
                                                    RecordKind.SERVICE,
                                                    asked,
                                                    service.id(),
                                                    service.name(),
                                                    service.organization().name(),
                                                    "services/" + service.id(),
                                                    service,
                                                    null));
            case "organizations" ->
                    directory
                            .publishedOrganization(id)
                            .map(
                                    organization ->
                                            new Target(
                                                    RecordKind.ORGANIZATION,
                                                    asked,
                                                    organization.id(),
                                                    organization.name(),
                                                    "",
                                                    "organizations/" + organization.id(),
                                                    null,
                                                    organization));
            default -> Optional.empty();
        };
    }

    String notFound(HttpServletRequest request, HttpServletResponse response, Model model) {
        return pages.notFound(request, response, model);
    }

    /** The form of a page that is opened. */
    SuggestionForm empty(Locale locale) {
        return new SuggestionForm(pages.words(locale));
    }

    /**
     * The form as it was sent.
     *
     * @param fields those it has besides what every form has
     */
    SuggestionForm sent(HttpServletRequest request, List<String> fields, Locale locale) {
        var all = new ArrayList<>(fields);
        all.addAll(COMMON);
        return new SuggestionForm(request, all, pages.words(locale));
    }

    /** Opens the page with the form, as it is or as it came back. */
    Page page(
            SuggestionForm form,
            String purpose,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Page page = pages.open(request, response, model);
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        if (response.getStatus() == HttpStatus.OK.value() && !form.isGood()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        model.addAttribute("f", form);
        model.addAttribute("token", token(form, purpose));
        model.addAttribute("relations", RELATIONS);
        return page;
    }

    // A form that is given back keeps its token: whoever only mends a field need not wait again.
    private String token(SuggestionForm form, String purpose) {
        String given = form.text(SuggestionForm.TOKEN);
        return switch (tokens.judge(given, purpose)) {
            case GOOD, TOO_SOON -> given;
            case STALE, USED -> tokens.issue(purpose);
        };
    }

    /** Whether a program filled in what nobody sees. */
    static boolean isTrapped(SuggestionForm form) {
        return !form.text(SuggestionForm.TRAP).isEmpty();
    }

    /** What the form's token says; anything but a good or used one is said in the form. */
    Verdict judge(SuggestionForm form, String purpose, HttpServletRequest request) {
        // Browsers say where a form comes from; a page elsewhere has no business sending ours.
        boolean fromElsewhere = "cross-site".equals(request.getHeader("Sec-Fetch-Site"));
        Verdict verdict =
                fromElsewhere
                        ? Verdict.STALE
                        : tokens.judge(form.text(SuggestionForm.TOKEN), purpose);
        switch (verdict) {
            case TOO_SOON -> form.fail("form", "suggestion.tooSoon");
            case STALE -> form.fail("form", "suggestion.stale");
            case GOOD, USED -> {}
        }
        return verdict;
    }

    /** The form was taken: sent once more, it changes nothing. */
    void use(SuggestionForm form) {
        tokens.use(form.text(SuggestionForm.TOKEN));
    }

    /** Asks once to look at a text in which something looks like a survivor's data. */
    void lookAgain(SuggestionForm form, String text) {
        boolean confirmed = form.has(SuggestionForm.CONFIRMED, "1");
        if (!confirmed && PersonalData.isLikelyIn(text, LocalDate.now(clock))) {
            form.askToLookAgain();
        }
    }

    /** Who says it, as far as they said so. */
    Proposer proposer(SuggestionForm form, Locale locale) {
        Words words = pages.words(locale);
        Email email = form.value("email", Email::parse);
        var who = new ArrayList<String>();
        who.add(words.say("suggestion.by"));
        String relation = form.text("relation");
        if (RELATIONS.contains(relation) && !relation.equals("unsaid")) {
            who.add(words.say("suggestion.by." + relation));
        }
        return new Proposer(
                null, String.join(", ", who), email == null ? null : email.address(), locale);
    }

    /**
     * Whether the network has sent too much lately, which the form then says.
     *
     * @param limit minutes an address has to wait; asked only once, because asking counts
     */
    static boolean isTooMany(
            SuggestionForm form,
            ToLongFunction<String> limit,
            HttpServletRequest request,
            HttpServletResponse response) {
        long wait = limit.applyAsLong(request.getRemoteAddr());
        if (wait == 0) {
            return false;
        }
        form.fail("form", "suggestion.tooMany", wait);
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(
                HttpHeaders.RETRY_AFTER, String.valueOf(Duration.ofMinutes(wait).toSeconds()));
        return true;
    }

    /** On to the thanks; a redirect, so that loading the page again does not send it again. */
    static String thanks(HttpServletRequest request, String what) {
        boolean spanish = request.getRequestURI().startsWith(request.getContextPath() + "/es/");
        String base = spanish ? "/es" : "";
        return "redirect:" + base + "/directory/suggest/thanks?for=" + what;
    }
}
