package org.coalitionatlas.assessment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
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
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.coalitionatlas.assessment.AssessmentAccess;
import org.coalitionatlas.assessment.AssessmentNavigation;
import org.coalitionatlas.assessment.Assessments;
import org.coalitionatlas.assessment.NarrativeTopic;
import org.coalitionatlas.assessment.Worksheet;
import org.coalitionatlas.assessment.Worksheet.Line;
import org.coalitionatlas.assessment.Worksheet.Narrative;
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
 * four narratives (003, resource assessment). Whoever may not answer reads it and is told why.
 */
@Route(AssessmentNavigation.OVERVIEW + "/:county")
@PermitAll
@StyleSheet("portal-assessment.css")
class WorksheetView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    private static final String SCRIPT = "/assets/worksheet.js";

    private final transient Assessments assessments;
    private final transient AssessmentAccess access;
    private final transient Geography geography;
    private final transient Taxonomy taxonomy;
    private final transient CurrentPerson currentPerson;
    private final transient ResourceUrlProvider resources;
    private final transient Clock clock;

    private final Map<String, NeedSection> sections = new LinkedHashMap<>();
    private final Map<NarrativeTopic, NarrativeField> narratives =
            new EnumMap<>(NarrativeTopic.class);
    private @Nullable County county;
    private @Nullable Figures figures;
    private boolean expanding;

    WorksheetView(
            Assessments assessments,
            AssessmentAccess access,
            Geography geography,
            Taxonomy taxonomy,
            CurrentPerson currentPerson,
            ResourceUrlProvider mvcResourceUrlProvider,
            Clock clock) {
        this.assessments = assessments;
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
        show(asked.get(), assessments.worksheet(asked.get().fips()));
        event.getLocation()
                .getQueryParameters()
                .getSingleParameter(AssessmentNavigation.NEED)
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

    private void show(County shown, Optional<Worksheet> worksheet) {
        getContent().removeAll();
        sections.clear();
        narratives.clear();
        var back = new Anchor(AssessmentNavigation.OVERVIEW, getTranslation("assessment.back"));
        back.addClassName("back");
        getContent()
                .add(back, new H1(getTranslation("assessment.sheet.title", shown.nameWithState())));
        if (worksheet.isEmpty()) {
            getContent().add(notBegun(shown));
            return;
        }
        sheet(shown, worksheet.get());
    }

    private Component notBegun(County shown) {
        if (!access.mayAssess(shown.fips())) {
            return new EmptyState(
                    getTranslation("assessment.none.title", shown.name()),
                    getTranslation("assessment.none.reader"));
        }
        String cycle = assessments.currentCycle();
        return new EmptyState(
                getTranslation("assessment.none.title", shown.name()),
                getTranslation("assessment.none.text"),
                new Button(
                        getTranslation("assessment.begin", cycle),
                        click -> {
                            assessments.open(shown.fips(), cycle);
                            show(shown, assessments.worksheet(shown.fips()));
                        }));
    }

    private void sheet(County shown, Worksheet worksheet) {
        var words = new SheetWords(getLocale(), shown.zone(), clock);
        SignedIn person = currentPerson.get();
        SheetKeeper keeper =
                access.mayAssess(shown.fips())
                        ? new SheetKeeper(assessments, worksheet.assessmentId(), person.name())
                        : null;
        var sheet = new Sheet();
        getContent().add(introduction(shown, worksheet, keeper != null));
        figures = new Figures(words, taxonomy.phases());
        figures.show(worksheet.lines());
        sheet.add(toolbar(words, keeper != null), figures);
        for (Phase phase : taxonomy.phases()) {
            sheet.add(phase(phase, worksheet.lines(), words, keeper));
        }
        sheet.add(narratives(worksheet, words, keeper, sheet));
        getContent().add(sheet);
        if (keeper != null) {
            listen(sheet, worksheet.assessmentId() + " " + person.id(), words);
        }
    }

    private void listen(Sheet sheet, String key, SheetWords words) {
        String script = Optional.ofNullable(resources.getForLookupPath(SCRIPT)).orElse(SCRIPT);
        UI.getCurrent().getPage().addJavaScript("context:/" + script, LoadMode.EAGER);
        sheet.answerable(
                key,
                words,
                action -> {
                    NeedSection section = sections.get(action.need());
                    if (action.act().equals("keys")) {
                        new KeysDialog(words).open();
                    } else if (section != null) {
                        act(section, action);
                        sheet.settled(action);
                    }
                },
                draft -> {
                    NarrativeField field = narratives.get(draft.topic());
                    if (field != null) {
                        field.takeUp(draft.text(), draft.version());
                    }
                });
    }

    private static void act(NeedSection section, SheetAction action) {
        switch (action.act()) {
            case "answer" -> section.answer(action.provider(), action.question(), action.answer());
            case "confirm" -> section.confirm(action.provider());
            case "retry" -> section.retry(action.provider());
            case "nobody" -> section.sayNobody();
            default -> throw new IllegalArgumentException("unknown act " + action.act());
        }
    }

    private Component introduction(County shown, Worksheet worksheet, boolean writable) {
        var introduction =
                new Div(
                        new Paragraph(
                                getTranslation("assessment.cycle", worksheet.cycle().name())));
        introduction.addClassName("introduction");
        if (writable) {
            introduction.add(new Paragraph(getTranslation("assessment.how")));
        } else {
            var readOnly = new Paragraph(getTranslation("assessment.readOnly", shown.name()));
            readOnly.addClassName("read-only");
            introduction.add(readOnly);
        }
        var principle = new Paragraph(taxonomy.principle().in(getLocale()));
        principle.addClassName("principle");
        introduction.add(principle);
        return introduction;
    }

    private Component toolbar(SheetWords words, boolean writable) {
        var toolbar = new Div();
        toolbar.addClassName("sheet-toolbar");
        toolbar.add(
                new Button(words.text("assessment.next"), click -> openNext()),
                new Button(words.text("assessment.expandAll"), click -> expand(true)),
                new Button(words.text("assessment.collapseAll"), click -> expand(false)),
                new Button(
                        words.text("assessment.print"),
                        click -> {
                            expand(true);
                            sections.values().forEach(NeedSection::drawAll);
                            UI.getCurrent()
                                    .getPage()
                                    .executeJs(
                                            "requestAnimationFrame(() => requestAnimationFrame("
                                                    + "() => window.print()))");
                        }));
        if (writable) {
            toolbar.add(
                    new Button(
                            words.text("assessment.keys"), click -> new KeysDialog(words).open()));
        }
        return toolbar;
    }

    private void openNext() {
        sections.values().stream()
                .filter(section -> !section.line().isAssessed())
                .findFirst()
                .ifPresent(
                        section -> {
                            section.setOpen(true);
                            section.focus();
                        });
    }

    private void expand(boolean open) {
        expanding = true;
        sections.values().forEach(section -> section.setOpen(open));
        expanding = false;
    }

    private Component phase(
            Phase phase, List<Line> lines, SheetWords words, @Nullable SheetKeeper keeper) {
        var heading = new H2(words.of(phase.label()));
        heading.setId("phase-" + phase.code());
        var section = new Section(heading, new Paragraph(words.of(phase.help())));
        section.addClassName("phase");
        section.getElement().setAttribute("aria-labelledby", "phase-" + phase.code());
        for (Line line : lines) {
            if (line.need().phase().code().equals(phase.code())) {
                var need = new NeedSection(line, words, keeper, new Changes(words));
                sections.put(line.need().code(), need);
                section.add(need);
            }
        }
        return section;
    }

    private Component narratives(
            Worksheet worksheet, SheetWords words, @Nullable SheetKeeper keeper, Sheet sheet) {
        var section = new Section(new H2(words.text("assessment.narratives")));
        section.addClassName("narratives");
        if (keeper != null) {
            section.add(
                    new Paragraph(
                            words.text("assessment.narratives.help")
                                    + " "
                                    + words.text("common.noVictimData")));
        }
        for (NarrativeTopic topic : NarrativeTopic.values()) {
            Narrative standing = worksheet.narratives().get(topic);
            if (keeper == null) {
                var written =
                        new Paragraph(
                                standing == null || standing.text().isEmpty()
                                        ? words.text("assessment.narrative.none")
                                        : standing.text());
                written.addClassName("narrative-text");
                section.add(new H3(words.text("assessment.narrative." + topic.name())), written);
            } else {
                var field =
                        new NarrativeField(
                                topic,
                                standing,
                                words,
                                keeper,
                                length -> sheet.written(topic, length));
                narratives.put(topic, field);
                section.add(field);
            }
        }
        return section;
    }

    /** Keeps the figures and the address in step with what happens in the needs. */
    private final class Changes implements NeedSection.Listener {

        private final SheetWords words;

        Changes(SheetWords words) {
            this.words = words;
        }

        // The address follows without a navigation, so that a reload comes back to this need.
        @Override
        public void opened(NeedSection section) {
            if (!expanding) {
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
            if (figures != null) {
                figures.show(sections.values().stream().map(NeedSection::line).toList());
                figures.say(words.text("assessment.saved", words.time(at)) + " · " + what, false);
            }
        }

        @Override
        public void notSaved(String problem) {
            if (figures != null) {
                figures.say(problem, true);
            }
        }
    }
}
