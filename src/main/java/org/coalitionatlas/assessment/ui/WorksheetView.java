package org.coalitionatlas.assessment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.ui.LoadMode;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.coalitionatlas.assessment.AssessmentAccess;
import org.coalitionatlas.assessment.AssessmentNavigation;
import org.coalitionatlas.assessment.Worksheet;
import org.coalitionatlas.assessment.Worksheet.Line;
import org.coalitionatlas.common.ui.EmptyState;
import org.coalitionatlas.geography.County;
import org.coalitionatlas.geography.Geography;
import org.coalitionatlas.identity.CurrentPerson;
import org.coalitionatlas.identity.SignedIn;
import org.coalitionatlas.taxonomy.Phase;
import org.coalitionatlas.taxonomy.Taxonomy;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/**
 * The sheet of one county: 33 needs by the providers that can meet them, three answers each, and
 * four narratives (003, resource assessment). Several people answer it, each for what they know;
 * whoever may not answer reads it and is told why.
 */
@Route(AssessmentNavigation.OVERVIEW + "/:county")
@PermitAll
@StyleSheet("portal-assessment.css")
@StyleSheet("portal-cycle.css")
@StyleSheet("portal-invitation.css")
class WorksheetView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    private static final String SCRIPT = "/assets/worksheet.js";

    private final transient SheetServices services;
    private final transient AssessmentAccess access;
    private final transient Geography geography;
    private final transient Taxonomy taxonomy;
    private final transient CurrentPerson currentPerson;
    private final transient ResourceUrlProvider resources;
    private final transient Clock clock;

    private final Map<String, NeedSection> sections = new LinkedHashMap<>();
    private @Nullable County county;
    private @Nullable Figures figures;
    private @Nullable PeopleFigures people;
    private @Nullable SheetToolbar toolbar;

    WorksheetView(
            SheetServices services,
            AssessmentAccess access,
            Geography geography,
            Taxonomy taxonomy,
            CurrentPerson currentPerson,
            ResourceUrlProvider mvcResourceUrlProvider,
            Clock clock) {
        this.services = services;
        this.access = access;
        this.geography = geography;
        this.taxonomy = taxonomy;
        this.currentPerson = currentPerson;
        this.resources = mvcResourceUrlProvider;
        this.clock = clock;
        getContent().addClassName("assessment");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Optional<County> asked =
                event.getRouteParameters().get("county").flatMap(geography::county);
        if (asked.isEmpty()) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        county = asked.get();
        var query = event.getLocation().getQueryParameters();
        show(asked.get(), query.getSingleParameter(AssessmentNavigation.CYCLE).orElse(null));
        SheetToolbar shown = toolbar;
        if (shown != null
                && query.getSingleParameter(AssessmentNavigation.SHOW)
                        .filter(AssessmentNavigation.SHOW_ASSIGNED::equals)
                        .isPresent()) {
            shown.show(RowFilter.ASSIGNED);
        }
        query.getSingleParameter(AssessmentNavigation.NEED)
                .map(sections::get)
                .ifPresent(
                        section -> {
                            section.setOpen(true);
                            section.focus();
                        });
    }

    @Override
    public String getPageTitle() {
        return county == null
                ? getTranslation("assessment.title")
                : getTranslation("assessment.sheet.title", county.nameWithState());
    }

    private void show(County shown, @Nullable String cycle) {
        Optional<Worksheet> worksheet = services.assessments().worksheet(shown.fips(), cycle);
        getContent().removeAll();
        sections.clear();
        toolbar = null;
        var back = new Anchor(AssessmentNavigation.OVERVIEW, getTranslation("assessment.back"));
        back.addClassName("back");
        getContent()
                .add(back, new H1(getTranslation("assessment.sheet.title", shown.nameWithState())));
        if (worksheet.isEmpty()) {
            getContent().add(notBegun(shown));
        } else {
            sheet(shown, worksheet.get());
        }
    }

    private Component notBegun(County shown) {
        if (!access.mayAssess(shown.fips())) {
            return new EmptyState(
                    getTranslation("assessment.none.title", shown.name()),
                    getTranslation("assessment.none.reader"));
        }
        String cycle = services.assessments().currentCycle();
        return new EmptyState(
                getTranslation("assessment.none.title", shown.name()),
                getTranslation("assessment.none.text"),
                new Button(
                        getTranslation("assessment.begin", cycle),
                        click -> {
                            services.assessments().open(shown.fips(), cycle);
                            show(shown, null);
                        }));
    }

    private void sheet(County shown, Worksheet worksheet) {
        var words = new SheetWords(getLocale(), shown.zone(), clock);
        SignedIn person = currentPerson.get();
        boolean coordinates = access.mayAssess(shown.fips());
        boolean open = worksheet.cycle().isOpen();
        boolean speaks = open && (coordinates || access.maySpeakIn(shown.fips()));
        var reader = new Reader(person.id(), speaks, coordinates && open);
        SheetKeeper keeper =
                speaks
                        ? new SheetKeeper(
                                services.assessments(),
                                services.narratives(),
                                worksheet.assessmentId())
                        : null;
        getContent()
                .add(
                        new CyclePanel(
                                words,
                                worksheet,
                                services.cycles(),
                                coordinates,
                                cycle -> show(shown, cycle)));
        getContent().add(introduction(shown, worksheet, reader));
        var sheet = new Sheet();
        figures = new Figures(words, taxonomy.phases());
        var byPerson = new PeopleFigures(words, worksheet.lines());
        people = byPerson;
        var assignments =
                new SheetAssignments(
                        services.assignments(),
                        worksheet.assessmentId(),
                        words,
                        taxonomy,
                        sections,
                        byPerson);
        var dialogs =
                new StatementsDialog.Context(
                        words,
                        reader,
                        keeper,
                        new Speakers(services.directory()),
                        speaks
                                ? new Corrections(
                                        words,
                                        reader,
                                        worksheet.assessmentId(),
                                        services.corrections())
                                : null);
        var changes = new Changes(words, dialogs);
        figures.show(worksheet.lines());
        var toolbar =
                new SheetToolbar(
                        words,
                        worksheet,
                        reader,
                        sections.values(),
                        text -> {
                            if (figures != null) {
                                figures.say(text, false);
                            }
                        });
        this.toolbar = toolbar;
        if (reader.coordinates()) {
            toolbar.offer(
                    new Button(words.text("invitation.assign"), click -> assignments.openDialog()));
        }
        if (coordinates) {
            toolbar.offer(
                    new Anchor(
                            AssessmentNavigation.invitations(shown.fips()),
                            words.text("invitation.open")));
        }
        sheet.add(toolbar, figures);
        for (Phase phase : taxonomy.phases()) {
            sheet.add(phase(phase, worksheet.lines(), words, reader, keeper, changes));
        }
        var narratives =
                new NarrativesSection(
                        words,
                        worksheet,
                        reader.coordinates() ? keeper : null,
                        services.narratives(),
                        sheet);
        assignments.show();
        sheet.add(people, narratives);
        getContent().add(sheet);
        listen(sheet, worksheet.assessmentId(), person, words, narratives, changes, speaks);
        if (keeper != null) {
            new SheetArrivals(services.news(), worksheet.assessmentId(), keeper, sections)
                    .attachTo(sheet);
        }
    }

    private void listen(
            Sheet sheet,
            UUID assessmentId,
            SignedIn person,
            SheetWords words,
            NarrativesSection narratives,
            Changes changes,
            boolean speaks) {
        String script = Optional.ofNullable(resources.getForLookupPath(SCRIPT)).orElse(SCRIPT);
        UI.getCurrent().getPage().addJavaScript("context:/" + script, LoadMode.EAGER);
        ComponentEventListener<SheetAction> onAction =
                action -> {
                    NeedSection section = sections.get(action.need());
                    if (action.act().equals("keys")) {
                        new KeysDialog(words).open();
                    } else if (section != null) {
                        act(section, action, changes);
                        sheet.settled(action);
                    }
                };
        if (speaks) {
            sheet.answerable(
                    assessmentId + " " + person.id(),
                    words,
                    onAction,
                    draft -> narratives.takeUp(draft.topic(), draft.text(), draft.version()));
        } else {
            sheet.readable(onAction);
        }
    }

    private static void act(NeedSection section, SheetAction action, Changes changes) {
        switch (action.act()) {
            case "answer" -> section.answer(action.provider(), action.question(), action.answer());
            case "confirm" -> section.confirm(action.provider());
            case "unchanged" ->
                    section.unchanged(action.providerCode().isEmpty() ? null : action.provider());
            case "retry" -> section.retry(action.provider());
            case "said" -> section.showStatements(action.provider(), changes.opener());
            case "nobody" -> section.sayNobody();
            default -> throw new IllegalArgumentException("unknown act " + action.act());
        }
    }

    private Component introduction(County shown, Worksheet worksheet, Reader reader) {
        var introduction = new Div();
        introduction.addClassName("introduction");
        if (reader.mayAnswer()) {
            introduction.add(new Paragraph(getTranslation("assessment.how")));
            introduction.add(
                    new Paragraph(
                            getTranslation(
                                    reader.coordinates()
                                            ? "cycle.how.coordinator"
                                            : "cycle.how.member")));
        } else {
            var readOnly =
                    new Paragraph(
                            worksheet.cycle().isOpen()
                                    ? getTranslation("cycle.readOnly", shown.name())
                                    : getTranslation(
                                            "cycle.closedSheet", worksheet.cycle().name()));
            readOnly.addClassName("read-only");
            introduction.add(readOnly);
        }
        var principle = new Paragraph(taxonomy.principle().in(getLocale()));
        principle.addClassName("principle");
        introduction.add(principle);
        return introduction;
    }

    private Component phase(
            Phase phase,
            List<Line> lines,
            SheetWords words,
            Reader reader,
            @Nullable SheetKeeper keeper,
            Changes changes) {
        var heading = new H2(words.of(phase.label()));
        heading.setId("phase-" + phase.code());
        var section = new Section(heading, new Paragraph(words.of(phase.help())));
        section.addClassName("phase");
        section.getElement().setAttribute("aria-labelledby", "phase-" + phase.code());
        for (Line line : lines) {
            if (line.need().phase().code().equals(phase.code())) {
                var need = new NeedSection(line, words, reader, keeper, changes);
                sections.put(line.need().code(), need);
                section.add(need);
            }
        }
        return section;
    }

    /** Keeps the figures and the address in step with what happens in the needs. */
    private final class Changes implements NeedSection.Listener {

        private final SheetWords words;
        private final StatementsDialog.Context dialogs;

        Changes(SheetWords words, StatementsDialog.Context dialogs) {
            this.words = words;
            this.dialogs = dialogs;
        }

        StatementsDialog.Opener opener() {
            return (line, row, resolved) ->
                    new StatementsDialog(dialogs, line, row, resolved).open();
        }

        // The address follows without a navigation, so that a reload comes back to this need.
        @Override
        public void opened(NeedSection section) {
            if (toolbar == null || !toolbar.isExpanding()) {
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
            if (figures != null) {
                figures.say(words.text("assessment.saved", words.time(at)) + " · " + what, false);
            }
        }

        @Override
        public void arrived() {
            List<Line> lines = sections.values().stream().map(NeedSection::line).toList();
            if (figures != null) {
                figures.show(lines);
            }
            if (people != null) {
                people.show(lines);
            }
        }

        @Override
        public void notSaved(String problem) {
            if (figures != null) {
                figures.say(problem, true);
            }
        }

        @Override
        public void statementsOfNeed(NeedSection section) {
            section.showStatements(null, opener());
        }
    }
}
