package org.coalitionatlas.assessment.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.io.Serializable;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.coalitionatlas.assessment.Answer;
import org.coalitionatlas.assessment.Finding;
import org.coalitionatlas.assessment.Question;
import org.coalitionatlas.assessment.Worksheet.Line;
import org.jspecify.annotations.Nullable;

/** What is said about a need as a whole, and the buttons that say something about all of it. */
final class NeedActions extends Composite<Div> {

    private final SheetWords words;
    private final String code;
    private final String need;
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
    private @Nullable NotApplicableDialog asking;

    /** Does what the buttons say. */
    interface Listener extends Serializable {

        /** Why it could not be added, or {@code null}. */
        @Nullable String addProvider(String name);

        void statements();
    }

    /**
     * @param code of the need
     * @param need its label
     */
    NeedActions(SheetWords words, String code, String need, Reader reader, Listener acts) {
        this.words = words;
        this.code = code;
        this.need = need;
        this.reader = reader;
        finding.addClassName("need-finding");
        lastTime.addClassName("need-last");
        confirmAll.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        kept(confirmAll, "confirmAll");
        kept(allUnchanged, "allUnchanged");
        findingUnchanged.setText(words.text("cycle.unchanged"));
        findingUnchanged.setAriaLabel(words.text("cycle.unchangedNamed", need));
        kept(findingUnchanged, "unchanged");
        another.setText(words.text("assessment.another"));
        another.addClickListener(
                click -> new AnotherProviderDialog(words, need, acts::addProvider).open());
        nobody.setText(words.text("assessment.nobody"));
        kept(nobody, "nobody");
        notApplicable.setText(words.text("assessment.notApplicable"));
        notApplicable.addClickListener(click -> ask(""));
        takeBack.setText(words.text("assessment.takeBack"));
        kept(takeBack, "takeBack");
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

    // Said through the sheet's script, which keeps it until it is saved.
    private static void kept(Button button, String act) {
        button.getElement().setAttribute("data-need-act", act);
    }

    private NotApplicableDialog ask(String reason) {
        var dialog = new NotApplicableDialog(words, code, need, reason);
        dialog.open();
        asking = dialog;
        return dialog;
    }

    /**
     * It was said, or tried to say, that the need does not apply.
     *
     * @param problem why it could not be saved; {@code null} when it is
     */
    void notApplicable(String reason, @Nullable String problem) {
        boolean asks = asking != null && asking.isOpened();
        if (problem != null) {
            (asks && asking != null ? asking : ask(reason)).refuse(problem);
        } else if (asks && asking != null) {
            asking.close();
        }
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
        seen(confirmAll, NeedCounts.allPrefilled(line));
        allUnchanged.setVisible(answerable && count.unchanged() > 0 && !found);
        allUnchanged.setText(words.text("cycle.allUnchanged", count.unchanged()));
        seen(allUnchanged, NeedCounts.allUnchanged(line));
        findingUnchanged.setVisible(
                answerable
                        && line.hasLastFinding()
                        && (reader.coordinates() || line.lastFinding() == Finding.NOBODY));
        another.setVisible(reader.coordinates());
        nobody.setVisible(answerable && !found);
        notApplicable.setVisible(reader.coordinates() && !found);
        statements.setVisible(!line.said().isEmpty() || !line.rulings().isEmpty());
    }

    private static void seen(Button button, Map<UUID, Map<Question, Answer>> what) {
        if (button.isVisible()) {
            button.getElement().setAttribute("data-seen", Seen.digest(what));
        }
    }
}
