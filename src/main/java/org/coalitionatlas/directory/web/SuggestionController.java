package org.coalitionatlas.directory.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coalitionatlas.common.Email;
import org.coalitionatlas.common.PersonalData;
import org.coalitionatlas.common.Phone;
import org.coalitionatlas.common.Url;
import org.coalitionatlas.directory.Audience;
import org.coalitionatlas.directory.DirectorySearch;
import org.coalitionatlas.directory.OrganizationDraft;
import org.coalitionatlas.directory.PhoneLine;
import org.coalitionatlas.directory.PhoneType;
import org.coalitionatlas.directory.Proposals;
import org.coalitionatlas.directory.Proposer;
import org.coalitionatlas.directory.RecordKind;
import org.coalitionatlas.directory.Status;
import org.coalitionatlas.directory.Suggestion;
import org.coalitionatlas.directory.UnsafeReason;
import org.coalitionatlas.directory.UnsafeReports;
import org.coalitionatlas.directory.web.FormTokens.Verdict;
import org.coalitionatlas.geography.County;
import org.coalitionatlas.identity.CoalitionProfile;
import org.coalitionatlas.taxonomy.Taxonomy;
import org.coalitionatlas.taxonomy.Term;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * What anybody may tell the coalition without an account: what is wrong in a record, which
 * organization is missing, and that showing a record is unsafe. Nothing is changed by it but what a
 * coordinator approves; only an unsafe record is hidden at once.
 */
@Controller
class SuggestionController {

    static final List<String> PARTS =
            List.of("phone", "hours", "place", "who", "language", "name", "closed", "other");
    static final List<String> RELATIONS = List.of("there", "agency", "near", "unsaid");

    private static final List<String> EDIT_FIELDS =
            List.of("part", "text", "relation", "email", "confirmed", "subject", "token");
    private static final List<String> NEW_FIELDS =
            List.of(
                    "name",
                    "kind",
                    "what",
                    "phone",
                    "url",
                    "orgEmail",
                    "county",
                    "relation",
                    "email",
                    "confirmed",
                    "subject",
                    "token");
    private static final List<String> UNSAFE_FIELDS =
            List.of("reason", "text", "relation", "email", "confirmed", "subject", "token");

    private static final int LONGEST_TEXT = 3_000;
    private static final int LONGEST_WHAT = 2_000;

    /** The history keeps the reason with the change. */
    private static final int LONGEST_REASON = 800;

    private static final int LONGEST_NAME = 255;
    private static final String ELSEWHERE = "elsewhere";

    private final DirectorySearch directory;
    private final Proposals proposals;
    private final UnsafeReports reports;
    private final Pages pages;
    private final FormTokens tokens;
    private final SuggestionThrottle throttle;
    private final Taxonomy taxonomy;
    private final CoalitionProfile coalition;
    private final Clock clock;

    SuggestionController(
            DirectorySearch directory,
            Proposals proposals,
            UnsafeReports reports,
            Pages pages,
            FormTokens tokens,
            SuggestionThrottle throttle,
            Taxonomy taxonomy,
            CoalitionProfile coalition,
            Clock clock) {
        this.directory = directory;
        this.proposals = proposals;
        this.reports = reports;
        this.pages = pages;
        this.tokens = tokens;
        this.throttle = throttle;
        this.taxonomy = taxonomy;
        this.coalition = coalition;
        this.clock = clock;
    }

    /**
     * What a form is about, as anybody may see it.
     *
     * @param path of its page, below the beginning of links
     */
    record Target(
            RecordKind kind, UUID id, UUID organizationId, String name, String by, String path) {}

    // ---- something is wrong ----

    @GetMapping({"/directory/suggest/{kind}/{id}", "/es/directory/suggest/{kind}/{id}"})
    String edit(
            @PathVariable String kind,
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        Optional<Target> target = target(kind, id);
        return target.isEmpty()
                ? pages.notFound(request, response, model)
                : editPage(
                        target.get(),
                        new SuggestionForm(pages.words(locale)),
                        request,
                        response,
                        model);
    }

    @PostMapping({"/directory/suggest/{kind}/{id}", "/es/directory/suggest/{kind}/{id}"})
    String suggestEdit(
            @PathVariable String kind,
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        Optional<Target> found = target(kind, id);
        if (found.isEmpty()) {
            return pages.notFound(request, response, model);
        }
        Target target = found.get();
        Words words = pages.words(locale);
        var form = new SuggestionForm(request, EDIT_FIELDS, words);
        if (isTrapped(form)) {
            return thanks(request, "edit");
        }
        List<String> parts = form.all("part").stream().filter(PARTS::contains).toList();
        if (form.text("text").isBlank() && !parts.contains("closed")) {
            form.fail("text", "suggestion.edit.text.missing");
        }
        form.limit("text", LONGEST_TEXT);
        Proposer by = proposer(form, words);
        lookAgain(form, form.text("text"));
        Verdict verdict = judge(form, purpose("edit", target), request);
        if (verdict == Verdict.USED) {
            return thanks(request, "edit");
        }
        if (!form.isGood() || isTooMany(form, throttle::minutesToWait, request, response)) {
            return editPage(target, form, request, response, model);
        }
        proposals.suggest(
                new Suggestion(
                        target.kind(),
                        target.id(),
                        target.organizationId(),
                        null,
                        null,
                        said(parts, form.text("text"), words),
                        by));
        tokens.use(form.text(SuggestionForm.TOKEN));
        return thanks(request, "edit");
    }

    private String editPage(
            Target target,
            SuggestionForm form,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        page(form, purpose("edit", target), request, response, model);
        model.addAttribute("target", target);
        model.addAttribute("parts", PARTS);
        return "published/suggest";
    }

    private static String said(List<String> parts, String text, Words words) {
        String about =
                parts.stream()
                        .map(part -> words.say("suggestion.part." + part))
                        .collect(Collectors.joining(", "));
        return Stream.of(about, text)
                .filter(piece -> !piece.isBlank())
                .collect(Collectors.joining("\n\n"));
    }

    // ---- something is missing ----

    @GetMapping({"/directory/suggest/new", "/es/directory/suggest/new"})
    String missing(
            HttpServletRequest request, HttpServletResponse response, Locale locale, Model model) {
        return missingPage(new SuggestionForm(pages.words(locale)), request, response, model);
    }

    @PostMapping({"/directory/suggest/new", "/es/directory/suggest/new"})
    String suggestNew(
            HttpServletRequest request, HttpServletResponse response, Locale locale, Model model) {
        Words words = pages.words(locale);
        var form = new SuggestionForm(request, NEW_FIELDS, words);
        if (isTrapped(form)) {
            return thanks(request, "new");
        }
        form.require("name", LONGEST_NAME);
        form.require("what", LONGEST_WHAT);
        String kind = form.text("kind");
        if (taxonomy.organizationKind(kind).isEmpty()) {
            form.fail("kind", "suggestion.new.kind.missing");
        }
        Phone phone = form.value("phone", Phone::parse);
        Url url = form.value("url", Url::parse);
        Email email = form.value("orgEmail", Email::parse);
        String county = county(form);
        Proposer by = proposer(form, words);
        lookAgain(form, form.text("name") + "\n" + form.text("what"));
        Verdict verdict = judge(form, "new", request);
        if (verdict == Verdict.USED) {
            return thanks(request, "new");
        }
        if (!form.isGood() || isTooMany(form, throttle::minutesToWait, request, response)) {
            return missingPage(form, request, response, model);
        }
        var draft =
                new OrganizationDraft(
                        form.text("name"),
                        null,
                        kind,
                        form.text("what"),
                        url,
                        email,
                        null,
                        Status.ACTIVE,
                        Audience.PUBLIC,
                        phone == null
                                ? List.of()
                                : List.of(
                                        PhoneLine.of(
                                                phone, PhoneType.VOICE, null, Audience.PUBLIC)));
        proposals.suggest(
                new Suggestion(RecordKind.ORGANIZATION, null, null, county, draft, null, by));
        tokens.use(form.text(SuggestionForm.TOKEN));
        return thanks(request, "new");
    }

    private String missingPage(
            SuggestionForm form,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Page page = page(form, "new", request, response, model);
        model.addAttribute("kinds", kinds(Locale.of(page.lang())));
        model.addAttribute("counties", coalition.counties());
        return "published/suggestnew";
    }

    /** A kind of organization to choose. */
    record Choice(String value, String label) {}

    private List<Choice> kinds(Locale locale) {
        return taxonomy.organizationKinds().stream()
                .map((Term kind) -> new Choice(kind.code(), kind.label().in(locale)))
                .toList();
    }

    private @Nullable String county(SuggestionForm form) {
        String fips = form.text("county");
        if (fips.isEmpty() || fips.equals(ELSEWHERE)) {
            return null;
        }
        boolean known = coalition.counties().stream().map(County::fips).anyMatch(fips::equals);
        if (!known) {
            form.fail("county", "invalid.county", fips);
        }
        return known ? fips : null;
    }

    // ---- something is unsafe ----

    @GetMapping({"/directory/unsafe/{kind}/{id}", "/es/directory/unsafe/{kind}/{id}"})
    String unsafe(
            @PathVariable String kind,
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        Optional<Target> target = target(kind, id);
        return target.isEmpty()
                ? pages.notFound(request, response, model)
                : unsafePage(
                        target.get(),
                        new SuggestionForm(pages.words(locale)),
                        request,
                        response,
                        model);
    }

    @PostMapping({"/directory/unsafe/{kind}/{id}", "/es/directory/unsafe/{kind}/{id}"})
    String reportUnsafe(
            @PathVariable String kind,
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        Optional<Target> found = target(kind, id);
        if (found.isEmpty()) {
            // Somebody else's report may have hidden it between reading and sending.
            return pages.notFound(request, response, model);
        }
        Target target = found.get();
        Words words = pages.words(locale);
        var form = new SuggestionForm(request, UNSAFE_FIELDS, words);
        if (isTrapped(form)) {
            return thanks(request, "unsafe");
        }
        Optional<UnsafeReason> reason = reason(form.text("reason"));
        if (reason.isEmpty()) {
            form.fail("reason", "suggestion.unsafe.reason.missing");
        }
        if (reason.filter(UnsafeReason.OTHER::equals).isPresent()) {
            form.require("text", LONGEST_REASON);
        }
        form.limit("text", LONGEST_REASON);
        Proposer by = proposer(form, words);
        lookAgain(form, form.text("text"));
        Verdict verdict = judge(form, purpose("unsafe", target), request);
        if (verdict == Verdict.USED) {
            return thanks(request, "unsafe");
        }
        if (reason.isEmpty()
                || !form.isGood()
                || isTooMany(form, throttle::minutesToWaitToReport, request, response)) {
            return unsafePage(target, form, request, response, model);
        }
        String said =
                Stream.of(words.say("suggestion.unsafe." + reason.get()), form.text("text"))
                        .filter(piece -> !piece.isBlank())
                        .collect(Collectors.joining("\n\n"));
        report(target, reason.get(), said, by);
        tokens.use(form.text(SuggestionForm.TOKEN));
        return thanks(request, "unsafe");
    }

    private void report(Target target, UnsafeReason reason, String said, Proposer by) {
        try {
            reports.report(target.kind(), target.id(), reason, said, by);
        } catch (OptimisticLockingFailureException e) {
            // Somebody wrote into the record, or hid it, at the same moment: this report counts
            // too.
            reports.report(target.kind(), target.id(), reason, said, by);
        }
    }

    private String unsafePage(
            Target target,
            SuggestionForm form,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        page(form, purpose("unsafe", target), request, response, model);
        model.addAttribute("target", target);
        model.addAttribute("reasons", UnsafeReason.values());
        return "published/unsafe";
    }

    private static Optional<UnsafeReason> reason(String text) {
        return Stream.of(UnsafeReason.values())
                .filter(reason -> reason.name().equals(text))
                .findFirst();
    }

    // ---- what all of them share ----

    @GetMapping({"/directory/suggest/thanks", "/es/directory/suggest/thanks"})
    String thanksPage(HttpServletRequest request, HttpServletResponse response, Model model) {
        Page page = pages.open(request, response, model);
        response.setHeader("X-Robots-Tag", "noindex");
        String what = Query.parse(request.getQueryString()).first("for").orElse("edit");
        model.addAttribute("what", List.of("edit", "new", "unsafe").contains(what) ? what : "edit");
        model.addAttribute("home", page.home());
        return "published/thanks";
    }

    // A redirect, so that loading the page again does not send the form again.
    private static String thanks(HttpServletRequest request, String what) {
        boolean spanish = request.getRequestURI().startsWith(request.getContextPath() + "/es/");
        String base = spanish ? "/es" : "";
        return "redirect:" + base + "/directory/suggest/thanks?for=" + what;
    }

    private Page page(
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

    private Optional<Target> target(String kind, String text) {
        Optional<UUID> id = RecordController.uuid(text);
        return switch (kind) {
            case "services" ->
                    id.flatMap(directory::publishedService)
                            .map(
                                    service ->
                                            new Target(
                                                    RecordKind.SERVICE,
                                                    service.id(),
                                                    service.organization().id(),
                                                    service.name(),
                                                    service.organization().name(),
                                                    "services/" + service.id()));
            case "organizations" ->
                    id.flatMap(directory::publishedOrganization)
                            .map(
                                    organization ->
                                            new Target(
                                                    RecordKind.ORGANIZATION,
                                                    organization.id(),
                                                    organization.id(),
                                                    organization.name(),
                                                    "",
                                                    "organizations/" + organization.id()));
            default -> Optional.empty();
        };
    }

    private static String purpose(String what, Target target) {
        return what + " " + target.id();
    }

    private static boolean isTrapped(SuggestionForm form) {
        return !form.text(SuggestionForm.TRAP).isEmpty();
    }

    private Verdict judge(SuggestionForm form, String purpose, HttpServletRequest request) {
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

    private void lookAgain(SuggestionForm form, String text) {
        boolean confirmed = form.has(SuggestionForm.CONFIRMED, "1");
        if (!confirmed
                && PersonalData.isLikelyIn(
                        text, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))) {
            form.askToLookAgain();
        }
    }

    private static Proposer proposer(SuggestionForm form, Words words) {
        Email email = form.value("email", Email::parse);
        var who = new ArrayList<String>();
        who.add(words.say("suggestion.by"));
        String relation = form.text("relation");
        if (RELATIONS.contains(relation) && !relation.equals("unsaid")) {
            who.add(words.say("suggestion.by." + relation));
        }
        return new Proposer(
                null,
                String.join(", ", who),
                email == null ? null : email.address(),
                words.locale());
    }

    /** Minutes an address has to wait. */
    private interface Limit {
        long minutes(String address);
    }

    private static boolean isTooMany(
            SuggestionForm form,
            Limit limit,
            HttpServletRequest request,
            HttpServletResponse response) {
        long wait = limit.minutes(request.getRemoteAddr());
        if (wait == 0) {
            return false;
        }
        form.fail("form", "suggestion.tooMany", wait);
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(
                HttpHeaders.RETRY_AFTER, String.valueOf(Duration.ofMinutes(wait).toSeconds()));
        return true;
    }
}
