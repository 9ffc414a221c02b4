package org.coalitionatlas.directory.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coalitionatlas.common.InvalidValue;
import org.coalitionatlas.directory.OutsideEdit;
import org.coalitionatlas.directory.OutsideEdits;
import org.coalitionatlas.directory.Proposer;
import org.coalitionatlas.directory.UnsafeReports;
import org.coalitionatlas.directory.web.FormTokens.Verdict;
import org.coalitionatlas.directory.web.SuggestionForms.Target;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Where anybody says what is wrong in a published record: in its commonest fields, which show what
 * the record says now, and in plain words. Nothing is changed by it but what a coordinator
 * approves.
 */
@Controller
class SuggestionController {

    /** What has no field of its own. */
    static final List<String> PARTS = List.of("who", "language", "place", "closed", "other");

    private static final List<String> THANKS =
            List.of("edit", "new", "unsafe", "unsafe-again", "unsafe-seen", "unsafe-many");

    private static final int LONGEST_TEXT = 3_000;

    private final SuggestionForms forms;
    private final EditFields fields;
    private final OutsideEdits edits;
    private final SuggestionThrottle throttle;
    private final Pages pages;

    SuggestionController(
            SuggestionForms forms,
            EditFields fields,
            OutsideEdits edits,
            SuggestionThrottle throttle,
            Pages pages) {
        this.forms = forms;
        this.fields = fields;
        this.edits = edits;
        this.throttle = throttle;
        this.pages = pages;
    }

    @GetMapping({"/directory/suggest/{kind}/{id}", "/es/directory/suggest/{kind}/{id}"})
    @Nullable String edit(
            @PathVariable String kind,
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        Optional<Target> target = forms.target(kind, id);
        if (target.isEmpty()) {
            return forms.notFound(request, response, model);
        }
        return target.get().isMoved()
                ? Moved.to(request, response, id, target.get().id())
                : editPage(target.get(), forms.empty(locale), request, response, locale, model);
    }

    @PostMapping({"/directory/suggest/{kind}/{id}", "/es/directory/suggest/{kind}/{id}"})
    String suggestEdit(
            @PathVariable String kind,
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        Optional<Target> found = forms.target(kind, id);
        if (found.isEmpty()) {
            return forms.notFound(request, response, model);
        }
        Target target = found.get();
        List<EditFields.Input> inputs = fields.of(target, locale);
        var names = new ArrayList<>(EditFields.names(inputs));
        names.addAll(List.of("part", "text"));
        SuggestionForm form = forms.sent(request, names, locale);
        if (SuggestionForms.isTrapped(form)) {
            return SuggestionForms.thanks(request, "edit");
        }
        List<String> parts = form.all("part").stream().filter(PARTS::contains).toList();
        OutsideEdit edit = fields.read(target, inputs, form);
        String hours = EditFields.changedText(form, EditFields.HOURS);
        if (form.text("text").isBlank()
                && hours.isEmpty()
                && !parts.contains("closed")
                && edit.isEmpty()) {
            form.fail("text", "suggestion.edit.text.missing");
        }
        form.limit("text", LONGEST_TEXT);
        Proposer by = forms.proposer(form, locale);
        forms.lookAgain(form, String.join("\n", form.text("text"), hours, edit.description()));
        Verdict verdict = forms.judge(form, target.purposeSent("edit"), request);
        if (verdict == Verdict.USED) {
            return SuggestionForms.thanks(request, "edit");
        }
        if (!form.isGood()
                || SuggestionForms.isTooMany(form, throttle::minutesToWait, request, response)
                || !isTaken(edit, said(parts, hours, form), by, form)) {
            return editPage(target, form, request, response, locale, model);
        }
        forms.use(form);
        return SuggestionForms.thanks(request, "edit");
    }

    private boolean isTaken(OutsideEdit edit, String said, Proposer by, SuggestionForm form) {
        try {
            edits.suggest(edit, said, by);
            return true;
        } catch (InvalidValue e) {
            form.fail("form", e.messageKey(), e.arguments());
            return false;
        }
    }

    private String editPage(
            Target target,
            SuggestionForm form,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        forms.page(form, target.purpose("edit"), request, response, model);
        model.addAttribute("target", target);
        List<EditFields.Input> inputs = fields.of(target, locale);
        inputs.forEach(input -> form.name(input.name(), input.label()));
        model.addAttribute("inputs", inputs);
        model.addAttribute("parts", PARTS);
        return "published/suggest";
    }

    private static String said(List<String> parts, String hours, SuggestionForm form) {
        String about =
                parts.stream()
                        .map(part -> form.say("suggestion.part." + part))
                        .collect(Collectors.joining(", "));
        return Stream.of(
                        about,
                        hours.isEmpty() ? "" : form.say("suggestion.edit.hours.said", hours),
                        form.text("text"))
                .filter(piece -> !piece.isBlank())
                .collect(Collectors.joining("\n\n"));
    }

    @GetMapping({"/directory/suggest/thanks", "/es/directory/suggest/thanks"})
    String thanksPage(HttpServletRequest request, HttpServletResponse response, Model model) {
        Page page = pages.open(request, response, model);
        response.setHeader("X-Robots-Tag", "noindex");
        String what = Query.parse(request.getQueryString()).first("for").orElse("edit");
        model.addAttribute("what", THANKS.contains(what) ? what : "edit");
        model.addAttribute("days", UnsafeReports.LOOKED_AT.toDays());
        model.addAttribute("home", page.home());
        return "published/thanks";
    }
}
