package org.coalitionatlas.verification.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import org.coalitionatlas.directory.AssuranceWords;
import org.coalitionatlas.directory.DirectoryNavigation;
import org.coalitionatlas.directory.DueRecord;
import org.coalitionatlas.directory.RecordKind;
import org.coalitionatlas.directory.VerificationCycle;
import org.coalitionatlas.verification.VerificationQueue;
import org.jspecify.annotations.Nullable;

/** A record that is due: what it is, why it comes here, what was tried, what to do. */
final class DueItem extends Composite<ListItem> {

    /**
     * @param ask writes to the organization; {@code null} for whoever may not
     */
    DueItem(
            VerificationQueue.Line line,
            VerificationCycle cycle,
            Days days,
            @Nullable Runnable ask) {
        DueRecord record = line.record();
        var name = new Anchor(path(record), record.label());
        name.addClassName("verify-name");
        String kind = getTranslation("verification.kind." + record.kind());
        var about =
                new Span(
                        record.kind() == RecordKind.ORGANIZATION
                                ? kind
                                : kind + " · " + record.organization());
        var marks = new Div();
        marks.addClassName("verify-marks");
        if (record.priority().trained()) {
            marks.add(mark("trained", "verification.mark.trained"));
        }
        if (record.priority().acute()) {
            marks.add(mark("acute", "verification.mark.acute"));
        }
        getContent().addClassName("verify-item");
        getContent().add(name, about, marks, new Span(due(record, days)));
        if (record.assuredOn() != null) {
            getContent()
                    .add(
                            new Span(
                                    AssuranceWords.of(
                                            record.kind(),
                                            record.assuredOn(),
                                            record.assuredHow(),
                                            cycle,
                                            days.today(),
                                            getLocale(),
                                            this::getTranslation)));
        }
        if (line.lastTriedAt() != null) {
            getContent()
                    .add(
                            new Span(
                                    getTranslation(
                                            "verification.unreached",
                                            line.unreached(),
                                            days.ago(line.lastTriedAt()))));
        }
        if (line.askedAt() != null) {
            getContent()
                    .add(new Span(getTranslation("verification.asked", days.ago(line.askedAt()))));
        }
        getContent().add(actions(record, ask));
    }

    private Div actions(DueRecord record, @Nullable Runnable ask) {
        var check = new Anchor(path(record), getTranslation("verification.check"));
        check.addClassName("verify-check");
        check.setAriaLabel(
                getTranslation(
                        "verification.check.label",
                        record.label(),
                        getTranslation("verification.kind." + record.kind())));
        var actions = new Div(check);
        actions.addClassName("verify-actions");
        if (ask != null) {
            var button = new Button(getTranslation("verification.ask"), click -> ask.run());
            button.setAriaLabel(getTranslation("verification.ask.label", record.organization()));
            actions.add(button);
        }
        return actions;
    }

    private String due(DueRecord record, Days days) {
        LocalDate due = record.priority().dueOn();
        if (due == null) {
            return getTranslation("verification.due.never");
        }
        return getTranslation(
                due.isAfter(days.today()) ? "verification.due.ahead" : "verification.due.past",
                due.isAfter(days.today())
                        ? days.ago(due)
                        : org.coalitionatlas.common.RelativeDate.plain(due, getLocale()));
    }

    private Span mark(String style, String key) {
        var mark = new Span(getTranslation(key));
        mark.addClassNames("verify-mark", style);
        return mark;
    }

    private static String path(DueRecord record) {
        return DirectoryNavigation.check(record.kind(), record.id());
    }
}
