package org.coalitionatlas.capacity.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.function.SerializableRunnable;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.ui.LoadMode;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.coalitionatlas.capacity.Answered;
import org.coalitionatlas.capacity.CapacityNavigation;
import org.coalitionatlas.capacity.Instrument;
import org.coalitionatlas.capacity.NoSuchResponse;
import org.coalitionatlas.capacity.ResponseHead;
import org.coalitionatlas.capacity.ResponseReading;
import org.coalitionatlas.capacity.ResponseSheet;
import org.coalitionatlas.capacity.Section;
import org.coalitionatlas.capacity.Stamp;
import org.coalitionatlas.common.ui.Drawing;
import org.coalitionatlas.identity.CoalitionProfile;
import org.coalitionatlas.identity.CurrentPerson;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/**
 * A response being filled in, reviewed or read: one section per page, or all of it. Every word is
 * saved as it is given; what colleagues say meanwhile appears.
 */
@Route(CapacityNavigation.OVERVIEW + "/:response")
@PermitAll
@StyleSheet("portal-response.css")
final class ResponseView extends Composite<Div>
        implements BeforeEnterObserver, HasDynamicTitle, OpenResponses.Screen {

    private static final String SCRIPT = "/assets/response.js";

    private final transient ResponseServices services;
    private final transient OpenResponses open;
    private final transient ResourceUrlProvider resources;
    private final UUID me;
    private final ResponseWords words;

    private final Paragraph progress = new Paragraph();
    private @Nullable ResponseSheet sheet;

    /** {@code null} while the person may read no answers of it. */
    private @Nullable Shown shown;

    private String section = "";
    private boolean listsMissing;
    private long seen;

    /** What stands on the screen. */
    private record Shown(
            OnScreen screen,
            FormDesk desk,
            SectionNav nav,
            MissingList missing,
            NotCounted notCounted,
            Div news) {}

    ResponseView(
            ResponseServices services,
            OpenResponses open,
            ResourceUrlProvider mvcResourceUrlProvider,
            CoalitionProfile coalition,
            CurrentPerson currentPerson,
            Clock clock) {
        this.services = services;
        this.open = open;
        this.resources = mvcResourceUrlProvider;
        this.me = currentPerson.get().id();
        this.words = new ResponseWords(getLocale(), coalition, clock);
        getContent().addClassName("response");
        progress.addClassName("response-progress");
    }

    // ---- coming in ----

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        ResponseSheet found;
        try {
            found =
                    services.reading()
                            .sheet(
                                    UUID.fromString(
                                            event.getRouteParameters().get("response").orElse("")));
        } catch (IllegalArgumentException | NoSuchResponse | AccessDeniedException e) {
            // Whoever may not know of it hears what a stranger to it hears.
            event.rerouteToError(NotFoundException.class);
            return;
        }
        QueryParameters query = event.getLocation().getQueryParameters();
        Optional<String> item = query.getSingleParameter(CapacityNavigation.ITEM);
        Instrument asked = services.instruments().of(found.head());
        section =
                item.flatMap(code -> sectionOf(asked, AnswerGiven.place(code).item()))
                        .or(
                                () ->
                                        query.getSingleParameter(CapacityNavigation.SECTION)
                                                .filter(number -> isSection(asked, number)))
                        .orElse(asked.sections().getFirst().number());
        show(found);
        if (shown != null) {
            item.ifPresent(shown.desk().form()::goTo);
        }
    }

    private static boolean isSection(Instrument instrument, String number) {
        return number.equals(SectionNav.ALL)
                || instrument.sections().stream().anyMatch(s -> s.number().equals(number));
    }

    private static Optional<String> sectionOf(Instrument instrument, String item) {
        return instrument.sections().stream()
                .filter(s -> s.items().stream().anyMatch(i -> i.key().equals(item)))
                .map(Section::number)
                .findFirst();
    }

    @Override
    public String getPageTitle() {
        return sheet == null
                ? words.text("response.title")
                : words.text(
                        "response.title.of",
                        words.of(services.instruments().of(sheet.head()).title()),
                        sheet.organizationName(),
                        sheet.head().cycle());
    }

    @Override
    protected void onAttach(AttachEvent event) {
        open.add(event.getUI(), this);
    }

    @Override
    protected void onDetach(DetachEvent event) {
        open.remove(event.getUI(), this);
    }

    // ---- showing ----

    private void reload() {
        if (sheet != null) {
            show(services.reading().sheet(sheet.head().id()));
        }
    }

    private void show(ResponseSheet found) {
        Instrument asked = services.instruments().of(found.head());
        sheet = found;
        seen = found.head().changes();
        if (!found.sight().hasAnswers()) {
            shown = null;
            getContent().removeAll();
            getContent().add(new UnderWay(services.responses(), found, asked, words, this::reload));
            return;
        }
        var screen = new OnScreen(found, asked, section, me, words);
        var desk = new FormDesk(screen, services, this::recount);
        var nav = new SectionNav(screen.id(), asked, section, words);
        var news = new Div();
        news.addClassName("response-banner");
        var missing = new MissingList(screen);
        var notCounted =
                new NotCounted(services.instruments(), words, found.withheld(), found.evidence());
        shown = new Shown(screen, desk, nav, missing, notCounted, news);
        desk.form().add(new SectionWays(screen), notCounted, statePart(screen));
        var body = new Div(nav, desk.form());
        body.addClassName("response-body");
        var credit = new Paragraph(words.of(asked.credit()));
        credit.addClassName("response-credit");
        getContent().removeAll();
        getContent().add(new TopPart(found, asked, words), progress);
        getContent().add(desk.said());
        getContent()
                .add(
                        missing,
                        news,
                        new VersionPart(screen, services, this::versionRead),
                        new ReturnedPart(screen),
                        body,
                        credit);
        for (String script : List.of(Drawing.SCRIPT, SCRIPT)) {
            String known = Optional.ofNullable(resources.getForLookupPath(script)).orElse(script);
            UI.getCurrent().getPage().addJavaScript("context:/" + known, LoadMode.EAGER);
        }
        desk.form().begin();
        recount();
    }

    private StatePart statePart(OnScreen screen) {
        return new StatePart(
                services.responses(),
                screen.sheet(),
                words,
                () -> {
                    listsMissing = false;
                    reload();
                },
                this::showMissing,
                this::askPutOff);
    }

    // The sections of another version may be other ones.
    private void versionRead(boolean moved) {
        if (moved && shown != null) {
            section =
                    services.instruments()
                            .latest(shown.screen().instrument().code())
                            .sections()
                            .getFirst()
                            .number();
        }
        reload();
    }

    private void showMissing() {
        listsMissing = true;
        recount();
        if (shown != null) {
            shown.missing().focus();
        }
    }

    private void askPutOff(SerializableRunnable submit) {
        listsMissing = true;
        if (shown != null) {
            shown.missing().ask(shown.desk().answered(), submit);
            shown.missing().focus();
        }
    }

    /** Shows figures, conditional items and what is still missing as the answers now stand. */
    private void recount() {
        if (shown == null) {
            return;
        }
        Answered answered = shown.desk().answered();
        shown.desk().showAsked(answered);
        shown.nav().show(answered);
        shown.notCounted().show(answered);
        progress.setText(words.progress(answered.progress()));
        if (listsMissing) {
            shown.missing().show(answered);
        }
    }

    // ---- what others do meanwhile ----

    @Override
    public UUID response() {
        return sheet == null ? new UUID(0, 0) : sheet.head().id();
    }

    @Override
    public long seen() {
        return seen;
    }

    @Override
    public void catchUp() {
        if (sheet == null) {
            return;
        }
        ResponseReading.News news;
        try {
            if (shown == null) {
                reload(); // nobody types here
                return;
            }
            news = services.reading().since(sheet.head().id(), seen);
        } catch (NoSuchResponse | AccessDeniedException e) {
            return; // no longer this person's; the next word they say is told so
        }
        seen = news.head().changes();
        ResponseHead before = shown.screen().sheet().head();
        boolean moved =
                news.head().state() != before.state()
                        || news.head().instrumentVersion() != before.instrumentVersion();
        if (moved) {
            tellMoved(news.head(), shown.news());
        }
        shown.desk().hear(news.answers());
    }

    // Not drawn anew by itself: somebody may be typing.
    private void tellMoved(ResponseHead now, Div banner) {
        Stamp stamp =
                switch (now.state()) {
                    case SUBMITTED -> now.submitted();
                    case RETURNED, ACCEPTED -> now.reviewed();
                    case CLOSED -> now.closed();
                    case IN_PROGRESS -> null;
                };
        banner.removeAll();
        var what =
                new Paragraph(
                        stamp == null
                                ? words.text(
                                        "response.changed",
                                        words.of(now.state()),
                                        now.instrumentVersion())
                                : words.text(
                                        "response.changed.by",
                                        words.of(now.state()),
                                        words.stamp(stamp)));
        what.getElement().setAttribute("role", "alert");
        banner.add(what, new Button(words.text("response.changed.load"), click -> reload()));
    }
}
