package org.coalitionatlas.directory.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.coalitionatlas.common.Email;
import org.coalitionatlas.common.Phone;
import org.coalitionatlas.common.Url;
import org.coalitionatlas.directory.Audience;
import org.coalitionatlas.directory.OrganizationDraft;
import org.coalitionatlas.directory.PhoneLine;
import org.coalitionatlas.directory.PhoneType;
import org.coalitionatlas.directory.Proposals;
import org.coalitionatlas.directory.Proposer;
import org.coalitionatlas.directory.RecordKind;
import org.coalitionatlas.directory.Status;
import org.coalitionatlas.directory.Suggestion;
import org.coalitionatlas.directory.web.FormTokens.Verdict;
import org.coalitionatlas.geography.County;
import org.coalitionatlas.identity.CoalitionProfile;
import org.coalitionatlas.taxonomy.Taxonomy;
import org.coalitionatlas.taxonomy.Term;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Where anybody names an organization that is missing; a coordinator decides about it. */
@Controller
class SuggestNewController {

    private static final List<String> FIELDS =
            List.of("name", "kind", "what", "phone", "url", "orgEmail", "county");
    private static final int LONGEST_WHAT = 2_000;
    private static final int LONGEST_NAME = 255;
    private static final String ELSEWHERE = "elsewhere";

    private final SuggestionForms forms;
    private final Proposals proposals;
    private final SuggestionThrottle throttle;
    private final Taxonomy taxonomy;
    private final CoalitionProfile coalition;

    SuggestNewController(
            SuggestionForms forms,
            Proposals proposals,
            SuggestionThrottle throttle,
            Taxonomy taxonomy,
            CoalitionProfile coalition) {
        this.forms = forms;
        this.proposals = proposals;
        this.throttle = throttle;
        this.taxonomy = taxonomy;
        this.coalition = coalition;
    }

    @GetMapping({"/directory/suggest/new", "/es/directory/suggest/new"})
    String missing(
            HttpServletRequest request, HttpServletResponse response, Locale locale, Model model) {
        return missingPage(forms.empty(locale), request, response, model);
    }

    @PostMapping({"/directory/suggest/new", "/es/directory/suggest/new"})
    String suggestNew(
            HttpServletRequest request, HttpServletResponse response, Locale locale, Model model) {
        var form = forms.sent(request, FIELDS, locale);
        if (SuggestionForms.isTrapped(form)) {
            return SuggestionForms.thanks(request, "new");
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
        Proposer by = forms.proposer(form, locale);
        forms.lookAgain(form, form.text("name") + "\n" + form.text("what"));
        Verdict verdict = forms.judge(form, "new", request);
        if (verdict == Verdict.USED) {
            return SuggestionForms.thanks(request, "new");
        }
        if (!form.isGood()
                || SuggestionForms.isTooMany(form, throttle::minutesToWait, request, response)) {
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
        forms.use(form);
        return SuggestionForms.thanks(request, "new");
    }

    private String missingPage(
            SuggestionForm form,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Page page = forms.page(form, "new", request, response, model);
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
}
