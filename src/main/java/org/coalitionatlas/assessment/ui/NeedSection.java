package org.coalitionatlas.assessment.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.coalitionatlas.assessment.Answer;
import org.coalitionatlas.assessment.AssessmentNavigation;
import org.coalitionatlas.assessment.CellNow;
import org.coalitionatlas.assessment.Finding;
import org.coalitionatlas.assessment.NeedAssignments.Assignment;
import org.coalitionatlas.assessment.Question;
import org.coalitionatlas.assessment.Worksheet.Line;
import org.coalitionatlas.assessment.Worksheet.Row;
import org.coalitionatlas.assessment.ui.SheetKeeper.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * One need of the sheet: a heading that says how far it is assessed, and, once opened, its help,
 * what can be said about it as a whole and the table of its providers.
 */
final class NeedSection extends Composite<Section> {

    private static final String OPEN = "aria-expanded";

    /** Rows drawn at once. */
    static final int BATCH = 20;

    private final SheetWords words;
    private final Reader reader;
    private final @Nullable SheetKeeper keeper;
    private final Listener listener;
    private final String label;

    private Line line;
    private final Map<UUID, Map<Question, Optional<Answer>>> unsaved = new HashMap<>();

    private final NativeButton toggle = new NativeButton();
    private final Span state = Markup.span("need-state", "");
    private final Div body = new Div();
    private final NeedActions actions;
    private final Paragraph problem = new Paragraph();
    private final Paragraph added = new Paragraph();
    private final NeedTable table;
    private final Paragraph noProviders = new Paragraph();
    private final Paragraph assigned = new Paragraph();
    private boolean mine;
    private RowFilter filter = RowFilter.ALL;
    private boolean rendered;

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
        this.line = line;
        this.words = words;
        this.reader = reader;
        this.keeper = keeper;
        this.listener = listener;
        label = words.of(line.need().label());
        table = new NeedTable(words, label, reader, this::line, BATCH);
        actions = new NeedActions(words, label, reader, new Acts());
        String code = line.need().code();
        getContent().setId("need-" + code);
        getContent().addClassName("need");
        getContent().getElement().setAttribute("data-need", code);
        body.setId("need-" + code + "-body");
        body.addClassName("need-body");
        toggle.addClassName("need-toggle");
        toggle.add(Markup.span("need-code", code), Markup.span("need-label", label), state);
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
        return line;
    }

    boolean isOpen() {
        return "true".equals(toggle.getElement().getAttribute(OPEN));
    }

    void setOpen(boolean open) {
        if (open) {
            render();
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
        filter = chosen;
        setVisible(chosen == RowFilter.ASSIGNED ? mine : chosen.shows(line, reader.person()));
        if (rendered) {
            table.filter(chosen);
        }
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
        table.drawAll();
    }

    /** Somebody else said something about a provider, or about the need as a whole. */
    void arrived(UUID provider, CellNow now) {
        put(provider, now);
        listener.arrived();
    }

    private void put(UUID provider, CellNow now) {
        line = line.with(provider, now);
        Row row = row(provider);
        if (row != null) {
            show(row, null);
        }
        showState();
    }

    /** Takes one answer; {@code null} takes it back. */
    void answer(UUID provider, Question question, @Nullable Answer answer) {
        Row row = row(provider);
        if (row == null || keeper == null) {
            return;
        }
        Outcome<CellNow> outcome = keeper.answer(line.need().code(), provider, question, answer);
        Map<Question, Optional<Answer>> waiting =
                unsaved.computeIfAbsent(provider, id -> new EnumMap<>(Question.class));
        CellNow now = outcome.value();
        if (now == null) {
            waiting.put(question, Optional.ofNullable(answer));
            refused(row, outcome.problem());
            return;
        }
        waiting.remove(question);
        took(
                provider,
                now,
                words.text(
                        "assessment.cell.name",
                        words.name(row),
                        label,
                        words.of(question),
                        answer == null ? words.text("assessment.cell.blank") : words.of(answer)));
    }

    /** Tries again what could not be saved of a provider. */
    void retry(UUID provider) {
        new EnumMap<>(unsavedOf(provider))
                .forEach((question, answer) -> answer(provider, question, answer.orElse(null)));
    }

    /** Confirms what the directory says of a provider. */
    void confirm(UUID provider) {
        Row row = row(provider);
        if (row != null) {
            confirm(row, NeedCounts.prefilled(row), "assessment.said.confirmed");
        }
    }

    /** Says that a provider is as it was last time; without one, that the need as a whole is. */
    void unchanged(@Nullable UUID provider) {
        Row row = provider == null ? null : row(provider);
        if (row != null) {
            confirm(row, row.unchanged(), "cycle.said.unchanged");
        } else if (line.hasLastFinding()) {
            say(line.lastFinding(), line.lastReason());
        }
    }

    private void confirm(Row row, Map<Question, Answer> seen, String saying) {
        if (seen.isEmpty() || keeper == null) {
            return;
        }
        Outcome<CellNow> outcome = keeper.confirm(line.need().code(), row.providerId(), seen);
        CellNow now = outcome.value();
        if (now == null) {
            refused(row, outcome.problem());
        } else {
            took(row.providerId(), now, words.text(saying, words.name(row), label));
        }
    }

    /** Says that nobody meets the need. */
    void sayNobody() {
        say(Finding.NOBODY, null);
    }

    /** Opens what everybody said of a provider, or of the need as a whole. */
    void showStatements(@Nullable UUID provider, StatementsDialog.Opener opener) {
        Row row = provider == null ? null : row(provider);
        if (row != null) {
            opener.open(
                    line, row, now -> took(row.providerId(), now, words.text("cycle.resolved")));
        } else {
            opener.open(
                    line,
                    null,
                    now -> took(StatementsDialog.THE_NEED, now, words.text("cycle.resolved")));
        }
    }

    private void say(@Nullable Finding said, @Nullable String reason) {
        if (keeper == null) {
            return;
        }
        Outcome<CellNow> outcome = keeper.find(line.need().code(), said, reason);
        CellNow now = outcome.value();
        if (now == null) {
            problem.setText(String.valueOf(outcome.problem()));
            problem.setVisible(true);
            listener.notSaved(String.valueOf(outcome.problem()));
            return;
        }
        took(
                StatementsDialog.THE_NEED,
                now,
                said == null
                        ? words.text("assessment.said.withdrawn", label)
                        : words.text("assessment.said." + said.name(), label));
    }

    private void took(UUID provider, CellNow now, String what) {
        put(provider, now);
        listener.saved(this, now.at(), what);
    }

    private void refused(Row row, @Nullable String why) {
        show(row, why);
        listener.notSaved(String.valueOf(why));
    }

    private void show(Row row, @Nullable String trouble) {
        table.show(row, unsavedOf(row.providerId()), trouble);
    }

    private Map<Question, Optional<Answer>> unsavedOf(UUID provider) {
        return unsaved.getOrDefault(provider, Map.of());
    }

    private @Nullable Row row(UUID provider) {
        return line.rows().stream()
                .filter(row -> row.providerId().equals(provider))
                .findFirst()
                .orElse(null);
    }

    // ---- how it looks ----

    private void fold(boolean open) {
        toggle.getElement().setAttribute(OPEN, String.valueOf(open));
        body.setVisible(open);
    }

    private void showState() {
        var count = NeedCounts.of(line);
        state.setText(count.inWords(words, line, reader.mayAnswer()));
        getContent().setClassName("is-assessed", line.isAssessed());
        getContent().setClassName("is-disputed", line.isDisputed());
        getContent().setClassName("has-finding", line.finding() != null);
        problem.setVisible(false);
        actions.show(line, count);
        noProviders.setVisible(line.rows().isEmpty());
        table.table().setVisible(!line.rows().isEmpty());
    }

    private void render() {
        if (rendered) {
            return;
        }
        rendered = true;
        problem.addClassName("need-problem");
        problem.getElement().setAttribute("role", "alert");
        added.addClassName("need-added");
        added.setVisible(false);
        noProviders.setText(
                words.text(
                        reader.coordinates()
                                ? "assessment.noProviders"
                                : "assessment.noProviders.reader"));
        body.add(new NeedHelp(words, line.need()), actions, problem, added, noProviders);
        table.filter(filter);
        body.getElement().appendChild(table.table(), table.more().getElement());
        showState();
    }

    /**
     * @return why it could not be added, or {@code null}
     */
    private @Nullable String addProvider(String name) {
        if (keeper == null) {
            return null;
        }
        Outcome<UUID> outcome = keeper.addProvider(line.need().code(), name);
        UUID id = outcome.value();
        if (id == null) {
            return outcome.problem();
        }
        var row =
                Row.of(
                        id,
                        name.strip(),
                        List.of(line.need().label().en()),
                        false,
                        List.of(),
                        List.of(),
                        Map.of(),
                        Map.of());
        line = line.with(row);
        table.add(row);
        CellNow now = keeper.look(line.need().code(), id);
        if (now != null) {
            put(id, now);
        }
        showState();
        added.removeAll();
        added.add(
                new Span(words.text("assessment.added", row.provider())),
                new Anchor(
                        AssessmentNavigation.provider(id),
                        words.text("assessment.added.link", row.provider())));
        added.setVisible(true);
        toggle.focus();
        return null;
    }

    /** What the buttons of the need do. */
    private final class Acts implements NeedActions.Listener {

        @Override
        public void confirmAll() {
            line.rows()
                    .forEach(
                            row ->
                                    confirm(
                                            row,
                                            NeedCounts.prefilled(row),
                                            "assessment.said.confirmed"));
            toggle.focus();
        }

        @Override
        public void allUnchanged() {
            line.rows().stream()
                    .filter(row -> !row.unchanged().isEmpty())
                    .map(Row::providerId)
                    .toList()
                    .forEach(NeedSection.this::unchanged);
            toggle.focus();
        }

        @Override
        public void findingUnchanged() {
            unchanged(null);
        }

        @Override
        public boolean say(@Nullable Finding finding, @Nullable String reason) {
            NeedSection.this.say(finding, reason);
            return line.finding() == finding;
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
