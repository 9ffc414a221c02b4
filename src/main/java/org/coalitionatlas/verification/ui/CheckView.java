package org.coalitionatlas.verification.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.coalitionatlas.common.ui.Notices;
import org.coalitionatlas.common.ui.Verbs;
import org.coalitionatlas.directory.AssuranceMethod;
import org.coalitionatlas.directory.NoSuchRecord;
import org.coalitionatlas.directory.RecordKind;
import org.coalitionatlas.directory.VerificationCycle;
import org.coalitionatlas.directory.ui.RecordEditing;
import org.coalitionatlas.directory.ui.RecordEditing.Fact;
import org.coalitionatlas.directory.ui.RecordEditing.Outcome;
import org.coalitionatlas.identity.CurrentPerson;
import org.coalitionatlas.identity.Role;
import org.coalitionatlas.verification.CheckAnswer;
import org.coalitionatlas.verification.CheckItem;
import org.coalitionatlas.verification.CheckSheet;
import org.coalitionatlas.verification.VerificationRequests;
import org.coalitionatlas.verification.Verifications;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;

/** A record thing by thing, for a call: every answer is saved as it is given. */
@Route("verification/:kind/:id")
@PermitAll
@StyleSheet("portal-verification.css")
@StyleSheet("portal-directory.css")
final class CheckView extends Composite<Div>
        implements BeforeEnterObserver, BeforeLeaveObserver, HasDynamicTitle {

    private static final List<AssuranceMethod> METHODS =
            List.of(
                    AssuranceMethod.PHONE,
                    AssuranceMethod.VISIT,
                    AssuranceMethod.WEBSITE,
                    AssuranceMethod.EMAIL_LINK);

    private final Verifications verifications;
    private final VerificationRequests requests;
    private final RecordEditing editing;
    private final VerificationCycle cycle;
    private final Days days;
    private final boolean coordinator;

    private final Map<String, CheckRow> rows = new HashMap<>();
    private final Select<AssuranceMethod> method = new Select<>();
    private final CheckEnd end = new CheckEnd(this::finish);
    private @Nullable CheckSheet sheet;
    private RecordEditing.@Nullable Editor editor;

    CheckView(
            Verifications verifications,
            VerificationRequests requests,
            RecordEditing editing,
            VerificationCycle cycle,
            Days days,
            CurrentPerson currentPerson) {
        this.verifications = verifications;
        this.requests = requests;
        this.editing = editing;
        this.cycle = cycle;
        this.days = days;
        this.coordinator = currentPerson.get().role() != Role.MEMBER;
        getContent().addClassName("verify");
        method.setLabel(getTranslation("verification.sheet.method"));
        method.setItems(METHODS);
        method.setItemLabelGenerator(each -> getTranslation("verification.method." + each));
        method.setValue(AssuranceMethod.PHONE);
        // From a member it counts as said by the organization itself, however they found out.
        method.setVisible(coordinator);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Optional<RecordKind> kind = kind(event.getRouteParameters().get("kind").orElse(""));
        Optional<UUID> id = id(event.getRouteParameters().get("id").orElse(""));
        if (kind.isEmpty() || id.isEmpty() || !load(kind.get(), id.get())) {
            event.rerouteToError(NotFoundException.class);
        }
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (editor != null) {
            editor.beforeLeave(event);
        }
    }

    @Override
    public String getPageTitle() {
        return sheet == null
                ? getTranslation("verification.title")
                : getTranslation("verification.sheet.title", sheet.name());
    }

    // Who may not write it learns nothing of it, not even that it is there.
    private boolean load(RecordKind kind, UUID id) {
        try {
            show(verifications.sheet(kind, id));
            return true;
        } catch (NoSuchRecord | AccessDeniedException e) {
            return false;
        }
    }

    private void show(CheckSheet found) {
        sheet = found;
        editor = null;
        rows.clear();
        getContent().removeAll();
        getContent()
                .add(
                        new Anchor("verification", getTranslation("verification.sheet.back")),
                        new H1(getPageTitle()),
                        new CheckAbout(found, cycle, days, coordinator ? () -> ask(found) : null),
                        method);
        var keys = new Paragraph(getTranslation("verification.sheet.keys"));
        keys.addClassName("verify-keys");
        getContent().add(keys);
        for (CheckItem item : found.items()) {
            var row = new CheckRow(title(item), facts(found, item), given -> answer(item, given));
            row.show(found.answers().get(item.key()));
            rows.put(item.key(), row);
            getContent().add(row);
        }
        getContent().add(end, new NobodyReached(this::nobodyReached));
        if (!found.attempts().isEmpty()) {
            getContent().add(new CheckAttempts(found.attempts(), days));
        }
        tellProgress();
    }

    private void ask(CheckSheet found) {
        new AskDialog(
                        requests,
                        found.organizationId(),
                        found.organization(),
                        found.email(),
                        this::reload)
                .open();
    }

    private void answer(CheckItem item, CheckAnswer given) {
        CheckSheet current = current();
        if (!Verbs.run(
                () ->
                        verifications.answer(
                                current.kind(),
                                current.id(),
                                item.key(),
                                given,
                                method.getValue()))) {
            return;
        }
        if (given == CheckAnswer.CHANGED) {
            edit(item);
            return;
        }
        sheet = verifications.sheet(current.kind(), current.id());
        CheckRow row = rows.get(item.key());
        if (row != null) {
            row.show(given);
        }
        end.say(
                getTranslation(
                        "verification.answer.said",
                        title(item),
                        getTranslation("verification.answer." + given)));
        tellProgress();
        focusNext();
    }

    private void edit(CheckItem item) {
        Verbs.run(
                () -> {
                    editor =
                            editing.editor(
                                    item.kind(), item.id(), outcome -> edited(item, outcome));
                    getContent().removeAll();
                    getContent().add(editor);
                });
    }

    private void edited(CheckItem item, Outcome outcome) {
        CheckSheet current = current();
        if (outcome == Outcome.SAVED) {
            verifications.answer(
                    current.kind(),
                    current.id(),
                    item.key(),
                    CheckAnswer.CORRECTED,
                    method.getValue());
        }
        reload();
        if (outcome == Outcome.WAITS) {
            Notices.done("verification.answer.waits");
        }
        focusNext();
    }

    private void finish() {
        CheckSheet current = current();
        if (Verbs.run(
                () -> verifications.finish(current.kind(), current.id(), method.getValue()))) {
            Notices.done("verification.finished", current.name());
            UI.getCurrent().navigate(VerificationView.class);
        }
    }

    private void nobodyReached(String note) {
        CheckSheet current = current();
        if (Verbs.run(
                () ->
                        verifications.couldNotReach(
                                current.kind(), current.id(), method.getValue(), note))) {
            Notices.done("verification.nobody.done");
            reload();
        }
    }

    private void reload() {
        CheckSheet current = current();
        load(current.kind(), current.id());
    }

    private void tellProgress() {
        CheckSheet current = current();
        end.show(current.answers().size(), current.items().size(), current.isComplete());
    }

    private void focusNext() {
        CheckSheet current = current();
        Optional<CheckItem> next = current.next();
        if (next.isPresent()) {
            CheckRow row = rows.get(next.get().key());
            if (row != null) {
                row.focus();
            }
        } else if (current.isComplete()) {
            end.focus();
        }
    }

    private CheckSheet current() {
        if (sheet == null) {
            throw new IllegalStateException("nothing is shown");
        }
        return sheet;
    }

    private String title(CheckItem item) {
        return getTranslation("verification.item." + item.topic());
    }

    private List<Fact> facts(CheckSheet found, CheckItem item) {
        Object draft = found.drafts().get(item.id());
        return draft == null
                ? List.of()
                : editing.facts(draft).stream()
                        .filter(fact -> item.fields().contains(fact.field()))
                        .toList();
    }

    private static Optional<RecordKind> kind(String text) {
        for (RecordKind each : RecordKind.values()) {
            if (each != RecordKind.LOCATION && each.name().toLowerCase(Locale.ROOT).equals(text)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
