package org.coalitionatlas.assessment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.coalitionatlas.assessment.AssessmentNavigation;
import org.coalitionatlas.assessment.Worksheet;
import org.coalitionatlas.assessment.Worksheet.Line;
import org.coalitionatlas.assessment.ui.NeedAnswers.Fate;
import org.coalitionatlas.taxonomy.Phase;
import org.coalitionatlas.taxonomy.Taxonomy;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an open sheet put together: toolbar, figures, the needs by phase, who answered, the
 * narratives. Keeps figures and address in step with what happens in the needs.
 */
final class CountySheet implements NeedSection.Listener {

    private final SheetWords words;
    private final Worksheet worksheet;
    private final Reader reader;
    private final @Nullable SheetKeeper keeper;
    private final transient SheetServices services;
    private final Sheet sheet = new Sheet();
    private final Map<String, NeedSection> sections = new LinkedHashMap<>();

    /** What the tab keeps because it could not be saved, by its key there. */
    private final Map<String, SheetAction> unsettled = new LinkedHashMap<>();

    private final Figures figures;
    private final PeopleFigures people;
    private final SheetToolbar toolbar;
    private final NarrativesSection narratives;
    private final ClosedMeanwhile closed;
    private final StatementsDialog.Context dialogs;

    /**
     * @param keeper saves the answers; {@code null} for a reader who may not answer
     * @param coordinates whether the person coordinates the county, in a closed cycle too
     */
    CountySheet(
            SheetServices services,
            Taxonomy taxonomy,
            SheetWords words,
            Worksheet worksheet,
            Reader reader,
            @Nullable SheetKeeper keeper,
            boolean coordinates) {
        this.services = services;
        this.words = words;
        this.worksheet = worksheet;
        this.reader = reader;
        this.keeper = keeper;
        figures = new Figures(words, taxonomy.phases());
        people = new PeopleFigures(words, worksheet.lines());
        closed =
                new ClosedMeanwhile(
                        words,
                        services,
                        worksheet,
                        new KeptWords(words, need -> line(need)),
                        this::forget);
        dialogs = dialogs();
        figures.show(worksheet.lines());
        toolbar =
                new SheetToolbar(
                        words,
                        worksheet,
                        reader,
                        sections.values(),
                        text -> figures.say(text, false));
        var assignments =
                new SheetAssignments(
                        services.assignments(),
                        worksheet.assessmentId(),
                        words,
                        taxonomy,
                        sections,
                        people);
        if (reader.coordinates()) {
            toolbar.offer(
                    new Button(words.text("invitation.assign"), click -> assignments.openDialog()));
        }
        if (coordinates) {
            toolbar.offer(
                    new Anchor(
                            AssessmentNavigation.invitations(worksheet.county().fips()),
                            words.text("invitation.open")));
        }
        sheet.add(closed, toolbar, figures);
        taxonomy.phases().forEach(phase -> sheet.add(phase(phase)));
        narratives =
                new NarrativesSection(
                        words,
                        worksheet,
                        reader.coordinates() ? keeper : null,
                        services.narratives(),
                        sheet);
        assignments.show();
        sheet.add(people, narratives);
        listen();
        if (keeper != null) {
            new SheetArrivals(services.news(), worksheet.assessmentId(), keeper, sections)
                    .attachTo(sheet);
        }
    }

    // Asked of the page: the sheet itself may be left in the same breath.
    private void forget(SheetAction act) {
        unsettled.remove(act.key());
        String cycle = act.sheet().isEmpty() ? worksheet.assessmentId().toString() : act.sheet();
        UI.getCurrent()
                .getPage()
                .executeJs(
                        "window.atlasWorksheet?.forget($0, $1)",
                        cycle + " " + reader.person(),
                        act.key());
    }

    private @Nullable Line line(String need) {
        NeedSection section = sections.get(need);
        return section == null ? null : section.line();
    }

    /** What stands on the screen. */
    Sheet content() {
        return sheet;
    }

    /** Shows the needs that were given to the person. */
    void showAssigned() {
        toolbar.show(RowFilter.ASSIGNED);
    }

    /** Opens a need and brings it into view. */
    void open(String need) {
        NeedSection section = sections.get(need);
        if (section != null) {
            section.setOpen(true);
            section.focus();
        }
    }

    private StatementsDialog.Context dialogs() {
        return new StatementsDialog.Context(
                words,
                reader,
                keeper,
                new Speakers(services.directory()),
                keeper == null
                        ? null
                        : new Corrections(
                                words, reader, worksheet.assessmentId(), services.corrections()));
    }

    private Component phase(Phase phase) {
        var heading = new H2(words.of(phase.label()));
        heading.setId("phase-" + phase.code());
        var section = new Section(heading, new Paragraph(words.of(phase.help())));
        section.addClassName("phase");
        section.getElement().setAttribute("aria-labelledby", "phase-" + phase.code());
        for (Line line : worksheet.lines()) {
            if (line.need().phase().code().equals(phase.code())) {
                var need = new NeedSection(line, words, reader, keeper, this);
                sections.put(line.need().code(), need);
                section.add(need);
            }
        }
        return section;
    }

    // ---- what is done on it ----

    private void listen() {
        sheet.listen(
                action -> {
                    NeedSection section = sections.get(action.need());
                    if (!action.sheet().isEmpty()) {
                        closed.found(action);
                    } else if (action.act().equals("keys")) {
                        new KeysDialog(words).open();
                    } else if (section == null) {
                        fate(action, Fate.HOMELESS);
                    } else {
                        act(section, action);
                    }
                });
        if (keeper != null) {
            sheet.answerable(
                    words,
                    draft -> narratives.takeUp(draft.topic(), draft.text(), draft.version()));
        }
        sheet.keeping(worksheet.assessmentId(), reader.person(), words.now());
    }

    private void act(NeedSection section, SheetAction action) {
        switch (action.act()) {
            case "said" ->
                    section.showStatements(
                            action.isOfProvider() ? action.provider() : null, opener());
            case "invite" -> invite(action.provider());
            default -> {
                Fate fate = section.take(action);
                if (fate == Fate.UNSAVED && !section.isOpen()) {
                    section.setOpen(true);
                }
                fate(action, fate);
            }
        }
    }

    private void fate(SheetAction action, Fate fate) {
        if (fate == Fate.SETTLED) {
            settled(action);
            return;
        }
        sheet.refused(action);
        unsettled.put(action.key(), action);
        if (fate == Fate.HOMELESS) {
            closed.homeless(action);
        } else {
            closed.check(unsettled.values());
        }
    }

    @Override
    public void settled(SheetAction action) {
        unsettled.remove(action.key());
        sheet.settled(action);
    }

    // Only a button of coordinators leads here; the service asks again.
    private void invite(UUID provider) {
        if (reader.coordinates()) {
            new InviteDialog(
                            services.invitations(),
                            worksheet.assessmentId(),
                            provider,
                            () -> figures.say(words.text("invitation.row.invited"), false))
                    .open();
        }
    }

    private StatementsDialog.Opener opener() {
        return (line, row, resolved) -> new StatementsDialog(dialogs, line, row, resolved).open();
    }

    // ---- what follows from it ----

    // The address follows without a navigation, so that a reload comes back to this need.
    @Override
    public void opened(NeedSection section) {
        if (!toolbar.isExpanding()) {
            UI.getCurrent()
                    .getPage()
                    .executeJs(
                            "const u = new URL(location.href); u.searchParams.set($0, $1);"
                                    + " history.replaceState(history.state, '', u)",
                            AssessmentNavigation.NEED,
                            section.line().need().code());
        }
    }

    @Override
    public void saved(NeedSection section, Instant at, String what) {
        arrived();
        figures.say(words.text("assessment.saved", words.time(at)) + " · " + what, false);
    }

    @Override
    public void arrived() {
        List<Line> lines = sections.values().stream().map(NeedSection::line).toList();
        figures.show(lines);
        people.show(lines);
    }

    @Override
    public void notSaved(String problem) {
        figures.say(problem, true);
    }

    @Override
    public void statementsOfNeed(NeedSection section) {
        section.showStatements(null, opener());
    }
}
