package org.coalitionatlas.assessment.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.coalitionatlas.assessment.Answer;
import org.coalitionatlas.assessment.CellNow;
import org.coalitionatlas.assessment.Finding;
import org.coalitionatlas.assessment.NeedAssignments.Assignment;
import org.coalitionatlas.assessment.Question;
import org.coalitionatlas.assessment.Worksheet.Line;
import org.coalitionatlas.assessment.Worksheet.Row;
import org.coalitionatlas.common.ui.Drawing;
import org.jspecify.annotations.Nullable;

/**
 * One need of the sheet: a heading that says how far it is assessed, and, once opened, its help,
 * what can be said about it as a whole and the table of its providers.
 */
final class NeedSection extends Composite<Section> {

    private static final String OPEN = "aria-expanded";

    private final SheetWords words;
    private final Reader reader;
    private final Listener listener;
    private final NeedAnswers answers;

    private final NativeButton toggle = new NativeButton();
    private final NeedBody body;
    private final Paragraph assigned = new Paragraph();
    private boolean mine;

    /** Hears what changed, for the figures and the announcement. */
    interface Listener extends java.io.Serializable {

        void opened(NeedSection section);

        void saved(NeedSection section, Instant at, String what);

        void notSaved(String problem);

        /** Somebody else's words changed a need. */
        void arrived();

        /** Somebody wants to see what everybody said of the need as a whole. */
        void statementsOfNeed(NeedSection section);
    }

    /**
     * @param keeper saves the answers; {@code null} for a reader who may not answer
     */
    NeedSection(
            Line line,
            SheetWords words,
            Reader reader,
            @Nullable SheetKeeper keeper,
            Listener listener) {
        this.words = words;
        this.reader = reader;
        this.listener = listener;
        answers = new NeedAnswers(line, words, keeper, new Screen());
        String label = words.of(line.need().label());
        body = new NeedBody(words, label, reader, this::line, new Acts());
        String code = line.need().code();
        getContent().setId("need-" + code);
        getContent().addClassName("need");
        getContent().getElement().setAttribute("data-need", code);
        body.setId("need-" + code + "-body");
        toggle.addClassName("need-toggle");
        toggle.getElement().setAttribute("aria-controls", "need-" + code + "-body");
        toggle.addClickListener(click -> setOpen(!isOpen()));
        var heading = new H3(toggle);
        assigned.addClassName("need-assigned");
        assigned.setVisible(false);
        getContent().add(heading, assigned, body);
        fold(false);
        showState();
    }

    Line line() {
        return answers.line();
    }

    boolean isOpen() {
        return "true".equals(toggle.getElement().getAttribute(OPEN));
    }

    void setOpen(boolean open) {
        if (open) {
            body.draw();
        }
        fold(open);
        if (open) {
            listener.opened(this);
        }
    }

    /** Brings it into view with the keyboard on it. */
    void focus() {
        toggle.focus();
        toggle.getElement().executeJs("this.scrollIntoView({block: 'start'})");
    }

    /** Shows only some rows; a need without any is left out. */
    void filter(RowFilter chosen) {
        setVisible(chosen == RowFilter.ASSIGNED ? mine : chosen.shows(line(), reader.person()));
        body.filter(chosen);
    }

    /** Whom the need was given to, by now. */
    void assigned(List<Assignment> to) {
        mine = to.stream().anyMatch(one -> one.personId().equals(reader.person()));
        assigned.setVisible(!to.isEmpty());
        assigned.setText(
                words.text(
                        "invitation.assigned",
                        to.stream()
                                .map(
                                        one ->
                                                one.dueOn() == null
                                                        ? one.person()
                                                        : words.text(
                                                                "invitation.assigned.due",
                                                                one.person(),
                                                                words.day(one.dueOn())))
                                .collect(Collectors.joining(", "))));
    }

    /** Draws the rows that wait to be drawn, all of them: for paper. */
    void drawAll() {
        body.drawAll();
    }

    /** Somebody else said something about a provider, or about the need as a whole. */
    void arrived(UUID provider, CellNow now) {
        answers.put(provider, now);
        listener.arrived();
    }

    /** What can be said of the need here. */
    NeedAnswers answers() {
        return answers;
    }

    /** Opens what everybody said of a provider, or of the need as a whole. */
    void showStatements(@Nullable UUID provider, StatementsDialog.Opener opener) {
        Row row = provider == null ? null : answers.row(provider);
        UUID about = row == null ? StatementsDialog.THE_NEED : row.providerId();
        opener.open(line(), row, now -> answers.took(about, now, words.text("cycle.resolved")));
    }

    // ---- how it looks ----

    private void fold(boolean open) {
        toggle.getElement().setAttribute(OPEN, String.valueOf(open));
        body.setVisible(open);
    }

    private void showState() {
        Line line = line();
        var count = NeedCounts.of(line);
        new Drawing()
                .element("span", "need-code", line.need().code())
                .element("span", "need-label", words.of(line.need().label()))
                .element("span", "need-state", count.inWords(words, line, reader.mayAnswer()))
                .into(toggle.getElement());
        getContent().setClassName("is-assessed", line.isAssessed());
        getContent().setClassName("is-disputed", line.isDisputed());
        getContent().setClassName("has-finding", line.finding() != null);
        body.show(count);
    }

    /**
     * @return why it could not be added, or {@code null}
     */
    private @Nullable String addProvider(String name) {
        NeedAnswers.Added outcome = answers.add(name);
        Row row = outcome.row();
        if (row == null) {
            return outcome.problem();
        }
        body.added(row);
        toggle.focus();
        return null;
    }

    /** Shows what comes of answers. */
    private final class Screen implements NeedAnswers.Screen {

        @Override
        public void row(
                Row row, Map<Question, Optional<Answer>> unsaved, @Nullable String trouble) {
            body.show(row, unsaved, trouble);
        }

        @Override
        public void need() {
            showState();
        }

        @Override
        public void saved(Instant at, String what) {
            listener.saved(NeedSection.this, at, what);
        }

        @Override
        public void notSaved(String why, boolean ofNeed) {
            if (ofNeed) {
                body.refused(why);
            }
            listener.notSaved(why);
        }
    }

    /** What the buttons of the need do. */
    private final class Acts implements NeedActions.Listener {

        @Override
        public void confirmAll() {
            answers.confirmAll();
            toggle.focus();
        }

        @Override
        public void allUnchanged() {
            answers.allUnchanged();
            toggle.focus();
        }

        @Override
        public void findingUnchanged() {
            answers.unchanged(null);
        }

        @Override
        public boolean say(@Nullable Finding finding, @Nullable String reason) {
            answers.say(finding, reason);
            return line().finding() == finding;
        }

        @Override
        public @Nullable String addProvider(String name) {
            return NeedSection.this.addProvider(name);
        }

        @Override
        public void statements() {
            listener.statementsOfNeed(NeedSection.this);
        }
    }
}
