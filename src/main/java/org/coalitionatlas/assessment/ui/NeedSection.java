package org.coalitionatlas.assessment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.coalitionatlas.assessment.Answer;
import org.coalitionatlas.assessment.AssessmentNavigation;
import org.coalitionatlas.assessment.Finding;
import org.coalitionatlas.assessment.Question;
import org.coalitionatlas.assessment.Worksheet.Line;
import org.coalitionatlas.assessment.Worksheet.Row;
import org.coalitionatlas.assessment.ui.SheetKeeper.Outcome;
import org.coalitionatlas.taxonomy.SupportCategory;
import org.jspecify.annotations.Nullable;

/**
 * One need of the sheet: a heading that says how far it is assessed, and, once opened, its help,
 * what can be said about it as a whole and the table of its providers.
 */
final class NeedSection extends Composite<Section> {

    private static final String OPEN = "aria-expanded";

    /** Rows drawn at once: with hundreds of providers a browser takes seconds for all. */
    static final int BATCH = 50;

    private final SheetWords words;
    private final @Nullable SheetKeeper keeper;
    private final Listener listener;
    private final String label;

    private Line line;
    private final Map<UUID, Map<Question, Optional<Answer>>> unsaved = new HashMap<>();
    private final Map<UUID, ProviderRow> rows = new LinkedHashMap<>();

    private final NativeButton toggle = new NativeButton();
    private final Span state = Markup.span("need-state", "");
    private final Div body = new Div();
    private final Paragraph finding = new Paragraph();
    private final Paragraph problem = new Paragraph();
    private final Paragraph added = new Paragraph();
    private final Button takeBack = new Button();
    private final Button confirmAll = new Button();
    private final Button nobody = new Button();
    private final Button notApplicable = new Button();
    private final Button another = new Button();
    private final Element table = Markup.element("table", "answers");
    private final Element tableBody = Markup.withRole("tbody", "rowgroup");
    private final Paragraph noProviders = new Paragraph();
    private final NativeButton more = new NativeButton();
    private boolean rendered;

    /** Hears what changed, for the figures and the announcement. */
    interface Listener extends java.io.Serializable {

        void opened(NeedSection section);

        void saved(NeedSection section, Instant at, String what);

        void notSaved(String problem);
    }

    /**
     * @param keeper saves the answers; {@code null} for a reader who may not answer
     */
    NeedSection(Line line, SheetWords words, @Nullable SheetKeeper keeper, Listener listener) {
        this.line = line;
        this.words = words;
        this.keeper = keeper;
        this.listener = listener;
        label = words.of(line.need().label());
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
        getContent().add(heading, body);
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

    /** Takes one answer; {@code null} takes it back. */
    void answer(UUID provider, Question question, @Nullable Answer answer) {
        Row row = row(provider);
        if (row == null || keeper == null) {
            return;
        }
        Outcome<Instant> outcome = keeper.answer(line.need().code(), provider, question, answer);
        Map<Question, Optional<Answer>> waiting =
                unsaved.computeIfAbsent(provider, id -> new EnumMap<>(Question.class));
        if (outcome.value() == null) {
            waiting.put(question, Optional.ofNullable(answer));
            show(row, outcome.problem());
            listener.notSaved(String.valueOf(outcome.problem()));
            return;
        }
        waiting.remove(question);
        take(row.with(question, answer, keeper.person(), outcome.value()), answer != null);
        listener.saved(
                this,
                outcome.value(),
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
        if (row == null || keeper == null) {
            return;
        }
        var confirmed = new EnumMap<Question, Answer>(Question.class);
        row.known()
                .forEach(
                        (question, answer) -> {
                            if (row.isPrefilled(question)) {
                                confirmed.put(question, answer);
                            }
                        });
        if (confirmed.isEmpty()) {
            return;
        }
        Outcome<Instant> outcome = keeper.confirm(line.need().code(), provider, confirmed);
        Instant at = outcome.value();
        if (at == null) {
            show(row, outcome.problem());
            listener.notSaved(String.valueOf(outcome.problem()));
            return;
        }
        Row changed = row;
        for (var entry : confirmed.entrySet()) {
            changed = changed.with(entry.getKey(), entry.getValue(), keeper.person(), at);
        }
        take(changed, true);
        listener.saved(this, at, words.text("assessment.said.confirmed", words.name(row), label));
    }

    /** Says that nobody meets the need. */
    void sayNobody() {
        say(Finding.NOBODY, null);
    }

    private void say(@Nullable Finding said, @Nullable String reason) {
        if (keeper == null) {
            return;
        }
        Outcome<Instant> outcome = keeper.find(line.need().code(), said, reason);
        if (outcome.value() == null) {
            problem.setText(String.valueOf(outcome.problem()));
            problem.setVisible(true);
            listener.notSaved(String.valueOf(outcome.problem()));
            return;
        }
        line = line.with(said, said == null ? null : reason);
        showState();
        listener.saved(
                this,
                outcome.value(),
                said == null
                        ? words.text("assessment.said.withdrawn", label)
                        : words.text("assessment.said." + said.name(), label));
    }

    private void confirmAll() {
        List<UUID> providers =
                line.rows().stream().filter(NeedSection::isPrefilled).map(Row::providerId).toList();
        providers.forEach(this::confirm);
        toggle.focus();
    }

    private void take(Row changed, boolean contradictsNobody) {
        line = line.with(changed);
        if (contradictsNobody && line.finding() == Finding.NOBODY) {
            line = line.with(null, null);
        }
        show(changed, null);
        showState();
    }

    private void show(Row row, @Nullable String trouble) {
        ProviderRow shown = rows.get(row.providerId());
        if (shown != null) {
            shown.show(row, unsavedOf(row.providerId()), trouble);
        }
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

    private static boolean isPrefilled(Row row) {
        for (Question question : Question.values()) {
            if (row.isPrefilled(question)) {
                return true;
            }
        }
        return false;
    }

    // ---- how it looks ----

    private void fold(boolean open) {
        toggle.getElement().setAttribute(OPEN, String.valueOf(open));
        body.setVisible(open);
    }

    private void showState() {
        long answered = line.rows().stream().filter(Row::isAssessed).count();
        long prefilled = line.rows().stream().filter(NeedSection::isPrefilled).count();
        String said;
        if (line.finding() != null) {
            said = words.text("assessment.state." + line.finding().name());
        } else if (line.isAssessed()) {
            said = words.text("assessment.state.assessed", answered, line.rows().size());
        } else {
            said = words.text("assessment.state.notAssessed", line.rows().size());
        }
        boolean toConfirm = keeper != null && prefilled > 0 && line.finding() == null;
        state.setText(
                toConfirm
                        ? said + " · " + words.text("assessment.state.prefilled", prefilled)
                        : said);
        getContent().setClassName("is-assessed", line.isAssessed());
        getContent().setClassName("has-finding", line.finding() != null);

        problem.setVisible(false);
        boolean found = line.finding() != null;
        finding.setVisible(found);
        if (line.finding() != null) {
            finding.setText(
                    words.text(
                            "assessment.finding." + line.finding().name(),
                            Optional.ofNullable(line.reason()).orElse("")));
        }
        takeBack.setVisible(found && keeper != null);
        confirmAll.setVisible(toConfirm);
        confirmAll.setText(words.text("assessment.confirmAll", prefilled));
        nobody.setVisible(!found);
        notApplicable.setVisible(!found);
        noProviders.setVisible(line.rows().isEmpty());
        table.setVisible(!line.rows().isEmpty());
    }

    private void render() {
        if (rendered) {
            return;
        }
        rendered = true;
        body.add(help());
        problem.addClassName("need-problem");
        problem.getElement().setAttribute("role", "alert");
        finding.addClassName("need-finding");
        body.add(finding, problem);
        if (keeper != null) {
            body.add(actions());
        }
        added.addClassName("need-added");
        added.setVisible(false);
        noProviders.setText(
                words.text(
                        keeper == null
                                ? "assessment.noProviders.reader"
                                : "assessment.noProviders"));
        body.add(added, noProviders);
        more.addClassName("need-more");
        more.addClickListener(click -> drawMore());
        body.getElement().appendChild(table(), more.getElement());
        showState();
    }

    private Component help() {
        var help = new Div(new Paragraph(words.of(line.need().help())));
        help.addClassName("need-help");
        for (SupportCategory category : line.need().categories()) {
            var kind = new Paragraph();
            kind.add(
                    Markup.span("category", words.of(category.label())),
                    new Span(words.of(category.help())));
            help.add(kind);
        }
        help.add(new Paragraph(words.text("assessment.populations")));
        return help;
    }

    private Component actions() {
        confirmAll.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        confirmAll.addClickListener(click -> confirmAll());
        another.setText(words.text("assessment.another"));
        another.addClickListener(
                click -> new AnotherProviderDialog(words, label, this::addProvider).open());
        nobody.setText(words.text("assessment.nobody"));
        nobody.addClickListener(
                click -> {
                    sayNobody();
                    if (line.finding() != null) {
                        takeBack.focus();
                    }
                });
        notApplicable.setText(words.text("assessment.notApplicable"));
        notApplicable.addClickListener(
                click ->
                        new NotApplicableDialog(
                                        words,
                                        label,
                                        reason -> {
                                            say(Finding.NOT_APPLICABLE, reason);
                                            takeBack.focus();
                                        })
                                .open());
        takeBack.setText(words.text("assessment.takeBack"));
        takeBack.addClickListener(
                click -> {
                    say(null, null);
                    nobody.focus();
                });
        var actions = new Div(confirmAll, another, nobody, notApplicable, takeBack);
        actions.addClassName("need-actions");
        return actions;
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
                new Row(
                        id,
                        name.strip(),
                        List.of(line.need().label().en()),
                        false,
                        Map.of(),
                        Map.of(),
                        null,
                        null);
        addRow(row, rows.isEmpty());
        take(row, true);
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

    private Element table() {
        boolean writable = keeper != null;
        table.setAttribute("role", writable ? "grid" : "table");
        table.setAttribute("aria-label", words.text("assessment.table", label));
        var head = Markup.withRole("tr", "row");
        head.appendChild(Markup.header(words.text("assessment.table.provider")));
        for (Question question : Question.values()) {
            head.appendChild(Markup.header(words.of(question)));
        }
        head.appendChild(Markup.header(words.text("assessment.table.status")));
        table.appendChild(Markup.withRole("thead", "rowgroup").appendChild(head), tableBody);
        draw(BATCH);
        return table;
    }

    /** Draws the rows that wait to be drawn, all of them: for paper. */
    void drawAll() {
        draw(Integer.MAX_VALUE);
    }

    private List<Row> draw(int most) {
        List<Row> next =
                line.rows().stream()
                        .filter(row -> !rows.containsKey(row.providerId()))
                        .limit(most)
                        .toList();
        next.forEach(row -> addRow(row, rows.isEmpty()));
        int left = line.rows().size() - rows.size();
        more.setText(words.text("assessment.more", left));
        more.setVisible(left > 0);
        return next;
    }

    private void drawMore() {
        for (Row first : draw(BATCH).stream().limit(1).toList()) {
            ProviderRow row = rows.get(first.providerId());
            if (row != null) {
                row.element().executeJs("this.querySelector('[data-nav]')?.focus()");
            }
        }
    }

    private void addRow(Row row, boolean first) {
        var shown = new ProviderRow(words, label, row, keeper != null, first);
        rows.put(row.providerId(), shown);
        tableBody.appendChild(shown.element());
        show(row, null);
    }
}
