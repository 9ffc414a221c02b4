package org.coalitionatlas.directory.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coalitionatlas.directory.Proposer;
import org.coalitionatlas.directory.UnsafeReason;
import org.coalitionatlas.directory.UnsafeReports;
import org.coalitionatlas.directory.web.FormTokens.Verdict;
import org.coalitionatlas.directory.web.SuggestionForms.Target;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Where anybody says that showing a record is unsafe, and is told whether it is hidden now. */
@Controller
class UnsafeController {

    private static final List<String> FIELDS = List.of("reason", "text");

    /** The history keeps the reason with the change. */
    private static final int LONGEST_REASON = 800;

    private final SuggestionForms forms;
    private final UnsafeReports reports;
    private final SuggestionThrottle throttle;

    UnsafeController(SuggestionForms forms, UnsafeReports reports, SuggestionThrottle throttle) {
        this.forms = forms;
        this.reports = reports;
        this.throttle = throttle;
    }

    @GetMapping({"/directory/unsafe/{kind}/{id}", "/es/directory/unsafe/{kind}/{id}"})
    @Nullable String unsafe(
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
                : unsafePage(target.get(), forms.empty(locale), request, response, model);
    }

    @PostMapping({"/directory/unsafe/{kind}/{id}", "/es/directory/unsafe/{kind}/{id}"})
    String reportUnsafe(
            @PathVariable String kind,
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        Optional<Target> found = forms.target(kind, id);
        if (found.isEmpty()) {
            // Somebody else's report may have hidden it between reading and sending.
            return forms.notFound(request, response, model);
        }
        Target target = found.get();
        var form = forms.sent(request, FIELDS, locale);
        if (SuggestionForms.isTrapped(form)) {
            return SuggestionForms.thanks(request, "unsafe");
        }
        Optional<UnsafeReason> reason = reason(form.text("reason"));
        if (reason.isEmpty()) {
            form.fail("reason", "suggestion.unsafe.reason.missing");
        }
        if (reason.filter(UnsafeReason.OTHER::equals).isPresent()) {
            form.require("text", LONGEST_REASON);
        }
        form.limit("text", LONGEST_REASON);
        Proposer by = forms.proposer(form, locale);
        forms.lookAgain(form, form.text("text"));
        Verdict verdict = forms.judge(form, target.purposeSent("unsafe"), request);
        if (verdict == Verdict.USED) {
            return SuggestionForms.thanks(request, "unsafe-again");
        }
        if (reason.isEmpty()
                || !form.isGood()
                || SuggestionForms.isTooMany(
                        form, throttle::minutesToWaitToReport, request, response)) {
            return unsafePage(target, form, request, response, model);
        }
        String said =
                Stream.of(form.say("suggestion.unsafe." + reason.get()), form.text("text"))
                        .filter(piece -> !piece.isBlank())
                        .collect(Collectors.joining("\n\n"));
        UnsafeReports.Outcome outcome = report(target, reason.get(), said, by);
        forms.use(form);
        return SuggestionForms.thanks(
                request,
                switch (outcome) {
                    case HIDDEN -> "unsafe";
                    case LOOKED_AT -> "unsafe-seen";
                    case TOO_MANY -> "unsafe-many";
                });
    }

    private UnsafeReports.Outcome report(
            Target target, UnsafeReason reason, String said, Proposer by) {
        try {
            return reports.report(target.kind(), target.id(), reason, said, by);
        } catch (OptimisticLockingFailureException e) {
            // Somebody wrote into the record, or hid it, at the same moment: this report counts
            // too.
            return reports.report(target.kind(), target.id(), reason, said, by);
        }
    }

    private String unsafePage(
            Target target,
            SuggestionForm form,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        forms.page(form, target.purpose("unsafe"), request, response, model);
        model.addAttribute("target", target);
        model.addAttribute("reasons", UnsafeReason.values());
        model.addAttribute("days", UnsafeReports.LOOKED_AT.toDays());
        return "published/unsafe";
    }

    private static Optional<UnsafeReason> reason(String text) {
        return Stream.of(UnsafeReason.values())
                .filter(reason -> reason.name().equals(text))
                .findFirst();
    }
}
