package org.coalitionatlas.assessment.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.io.Serializable;
import java.util.Optional;
import org.coalitionatlas.assessment.Finding;
import org.coalitionatlas.assessment.Worksheet.Line;
import org.jspecify.annotations.Nullable;

/** What is said about a need as a whole, and the buttons that say something about all of it. */
final class NeedActions extends Composite<Div> {

    private final SheetWords words;
    private final Reader reader;
    private final Paragraph finding = new Paragraph();
    private final Paragraph lastTime = new Paragraph();
    private final Button confirmAll = new Button();
    private final Button allUnchanged = new Button();
    private final Button findingUnchanged = new Button();
    private final Button another = new Button();
    private final Button nobody = new Button();
    private final Button notApplicable = new Button();
    private final Button takeBack = new Button();
    private final Button statements = new Button();

    /** Does what the buttons say. */
    interface Listener extends Serializable {

        void confirmAll();

        void allUnchanged();

        void findingUnchanged();

        /** Whether it holds by now. */
        boolean say(@Nullable Finding finding, @Nullable String reason);

        /** Why it could not be added, or {@code null}. */
        @Nullable String addProvider(String name);

        void statements();
    }

    NeedActions(SheetWords words, String need, Reader reader, Listener acts) {
        this.words = words;
        this.reader = reader;
        finding.addClassName("need-finding");
        lastTime.addClassName("need-last");
        confirmAll.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        confirmAll.addClickListener(click -> acts.confirmAll());
        allUnchanged.addClickListener(click -> acts.allUnchanged());
        findingUnchanged.setText(words.text("cycle.unchanged"));
        findingUnchanged.setAriaLabel(words.text("cycle.unchangedNamed", need));
        findingUnchanged.addClickListener(click -> acts.findingUnchanged());
        another.setText(words.text("assessment.another"));
        another.addClickListener(
                click -> new AnotherProviderDialog(words, need, acts::addProvider).open());
        nobody.setText(words.text("assessment.nobody"));
        nobody.addClickListener(
                click -> {
                    if (acts.say(Finding.NOBODY, null)) {
                        takeBack.focus();
                    }
                });
        notApplicable.setText(words.text("assessment.notApplicable"));
        notApplicable.addClickListener(
                click ->
                        new NotApplicableDialog(
                                        words,
                                        need,
                                        reason -> {
                                            acts.say(Finding.NOT_APPLICABLE, reason);
                                            takeBack.focus();
                                        })
                                .open());
        takeBack.setText(words.text("assessment.takeBack"));
        takeBack.addClickListener(
                click -> {
                    acts.say(null, null);
                    nobody.focus();
                });
        statements.setText(words.text("cycle.statements"));
        statements.setAriaLabel(words.text("cycle.statementsNamed", need));
        statements.addClickListener(click -> acts.statements());
        var buttons =
                new Div(
                        confirmAll,
                        allUnchanged,
                        findingUnchanged,
                        another,
                        nobody,
                        notApplicable,
                        takeBack,
                        statements);
        buttons.addClassName("need-actions");
        getContent().add(finding, lastTime, buttons);
    }

    void show(Line line, NeedCounts count) {
        boolean found = line.finding() != null;
        boolean answerable = reader.mayAnswer();
        boolean spoken = line.findingOf(reader.person()).isPresent();
        finding.setVisible(found || line.isContested());
        if (line.isContested()) {
            finding.setText(words.text("cycle.finding.disputed"));
        } else if (line.finding() != null) {
            finding.setText(
                    words.text(
                            "assessment.finding." + line.finding().name(),
                            Optional.ofNullable(line.reason()).orElse("")));
        }
        lastTime.setVisible(line.hasLastFinding());
        if (line.lastFinding() != null) {
            lastTime.setText(
                    words.text(
                            "cycle.last",
                            words.text("assessment.state." + line.lastFinding().name())));
        }
        takeBack.setVisible(answerable && spoken);
        confirmAll.setVisible(answerable && count.prefilled() > 0 && !found);
        confirmAll.setText(words.text("assessment.confirmAll", count.prefilled()));
        allUnchanged.setVisible(answerable && count.unchanged() > 0 && !found);
        allUnchanged.setText(words.text("cycle.allUnchanged", count.unchanged()));
        findingUnchanged.setVisible(
                answerable
                        && line.hasLastFinding()
                        && (reader.coordinates() || line.lastFinding() == Finding.NOBODY));
        another.setVisible(reader.coordinates());
        nobody.setVisible(answerable && !found);
        notApplicable.setVisible(reader.coordinates() && !found);
        statements.setVisible(!line.said().isEmpty() || !line.rulings().isEmpty());
    }
}
