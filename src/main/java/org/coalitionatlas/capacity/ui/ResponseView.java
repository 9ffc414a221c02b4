package org.coalitionatlas.capacity.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.shared.ui.LoadMode;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.coalitionatlas.capacity.AnswerKey;
import org.coalitionatlas.capacity.Answered;
import org.coalitionatlas.capacity.CapacityNavigation;
import org.coalitionatlas.capacity.EvidenceShelf;
import org.coalitionatlas.capacity.Instrument;
import org.coalitionatlas.capacity.Instruments;
import org.coalitionatlas.capacity.NoSuchResponse;
import org.coalitionatlas.capacity.ResponseHead;
import org.coalitionatlas.capacity.ResponseReading;
import org.coalitionatlas.capacity.ResponseSheet;
import org.coalitionatlas.capacity.ResponseVerb;
import org.coalitionatlas.capacity.Responses;
import org.coalitionatlas.capacity.ReviewComment;
import org.coalitionatlas.capacity.Section;
import org.coalitionatlas.capacity.Stamp;
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

    private final transient ResponseReading reading;
    private final transient Responses responses;
    private final transient EvidenceShelf shelf;
    private final transient Instruments instruments;
    private final transient OpenResponses open;
    private final transient ResourceUrlProvider resources;
    private final UUID me;
    private final ResponseWords words;

    private final Paragraph progress = new Paragraph();
    private final Div missing = new Div();
    private @Nullable Shown shown;
    private String section = "";
    private boolean listsMissing;
    private long seen;

    /** What stands on the screen. */
    private record Shown(
            ResponseSheet sheet, Instrument instrument, FormDesk desk, SectionNav nav, Div banner) {

        UUID id() {
            return sheet.head().id();
        }
    }

    ResponseView(
            ResponseReading reading,
            Responses responses,
            EvidenceShelf shelf,
            Instruments instruments,
            OpenResponses open,
            ResourceUrlProvider mvcResourceUrlProvider,
            CoalitionProfile coalition,
            CurrentPerson currentPerson,
            Clock clock) {
        this.reading = reading;
        this.responses = responses;
        this.shelf = shelf;
        this.instruments = instruments;
        this.open = open;
        this.resources = mvcResourceUrlProvider;
        this.me = currentPerson.get().id();
        this.words = new ResponseWords(getLocale(), coalition, clock);
        getContent().addClassName("response");
        progress.addClassName("response-progress");
        missing.addClassName("response-banner");
    }

    // ---- coming in ----

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        ResponseSheet found;
        try {
            found =
                    reading.sheet(
                            UUID.fromString(event.getRouteParameters().get("response").orElse("")));
        } catch (IllegalArgumentException | NoSuchResponse | AccessDeniedException e) {
            // Whoever may not know of it hears what a stranger to it hears.
            event.rerouteToError(NotFoundException.class);
            return;
        }
        QueryParameters query = event.getLocation().getQueryParameters();
        Optional<String> item = query.getSingleParameter(CapacityNavigation.ITEM);
        Instrument asked = instrument(found.head());
        section =
                item.flatMap(code -> sectionOf(asked, AnswerGiven.place(code).item()))
                        .or(
                                () ->
                                        query.getSingleParameter(CapacityNavigation.SECTION)
                                                .filter(number -> isSection(asked, number)))
                        .orElse(asked.sections().getFirst().number());
        FormDesk desk = show(found);
        item.ifPresent(desk.form()::goTo);
    }

    private Instrument instrument(ResponseHead head) {
        return instruments
                .find(head.instrumentCode(), head.instrumentVersion())
                .orElseThrow(NotFoundException::new);
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
        return shown == null
                ? words.text("response.title")
                : words.text(
                        "response.title.of",
                        words.of(shown.instrument().title()),
                        shown.sheet().organizationName(),
                        shown.sheet().head().cycle());
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
        if (shown != null) {
            show(reading.sheet(shown.id()));
        }
    }

    private FormDesk show(ResponseSheet found) {
        Instrument asked = instrument(found.head());
        seen = found.head().changes();
        var desk = new FormDesk(reading, responses, shelf, words, found, asked, me, this::recount);
        var nav = new SectionNav(found.head().id(), asked, section, words);
        var banner = new Div();
        banner.addClassName("response-banner");
        shown = new Shown(found, asked, desk, nav, banner);
        asked.sections().stream()
                .filter(s -> section.equals(SectionNav.ALL) || s.number().equals(section))
                .forEach(s -> desk.form().add(desk.draw(s)));
        desk.form()
                .add(
                        ways(found.head().id(), asked),
                        new StatePart(
                                responses,
                                found,
                                words,
                                () -> {
                                    listsMissing = false;
                                    reload();
                                },
                                this::showMissing));
        newerVersion(found, asked, banner);
        comments(found, asked, banner);
        var body = new Div(nav, desk.form());
        body.addClassName("response-body");
        var credit = new Paragraph(words.of(asked.credit()));
        credit.addClassName("response-credit");
        getContent().removeAll();
        getContent().add(new TopPart(found, asked, words), progress);
        getContent().add(desk.said());
        getContent().add(missing, banner, body, credit);
        String script = Optional.ofNullable(resources.getForLookupPath(SCRIPT)).orElse(SCRIPT);
        UI.getCurrent().getPage().addJavaScript("context:/" + script, LoadMode.EAGER);
        desk.form().begin();
        recount();
        return desk;
    }

    private Component ways(UUID id, Instrument asked) {
        var ways = new Div();
        ways.addClassName("response-ways");
        List<Section> all = asked.sections();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).number().equals(section)) {
                if (i > 0) {
                    ways.add(way(id, all.get(i - 1), "response.section.previous"));
                }
                if (i + 1 < all.size()) {
                    ways.add(way(id, all.get(i + 1), "response.section.next"));
                }
            }
        }
        return ways;
    }

    private RouterLink way(UUID id, Section to, String key) {
        RouterLink link = SectionNav.link(id, to.number());
        link.setText(words.text(key, words.title(to)));
        return link;
    }

    private void newerVersion(ResponseSheet found, Instrument asked, Div banner) {
        Instrument newest = instruments.latest(asked.code());
        if (newest.version() <= asked.version()
                || !found.may().contains(ResponseVerb.MOVE_TO_VERSION)) {
            return;
        }
        banner.add(
                new Paragraph(
                        words.text("response.version.newer", asked.version(), newest.version())),
                new Button(
                        words.text("response.version.move", newest.version()),
                        click -> {
                            responses.moveToVersion(found.head().id(), newest.version());
                            section = newest.sections().getFirst().number();
                            reload();
                        }));
    }

    private void comments(ResponseSheet found, Instrument asked, Div banner) {
        List<ReviewComment> told = found.comments().stream().filter(c -> c.told() != null).toList();
        told.stream()
                .filter(c -> c.item().equals(ReviewComment.WHOLE))
                .forEach(c -> banner.add(ItemPanel.comment(c, words)));
        List<AnswerKey> items =
                told.stream()
                        .map(ReviewComment::item)
                        .filter(item -> !item.equals(ReviewComment.WHOLE))
                        .distinct()
                        .map(item -> new AnswerKey(item, AnswerKey.WHOLE))
                        .toList();
        if (found.may().contains(ResponseVerb.FILL_IN) && !items.isEmpty()) {
            banner.add(
                    new Paragraph(words.text("response.comments.items")),
                    links(found.head().id(), asked, items));
        }
    }

    private UnorderedList links(UUID id, Instrument asked, List<AnswerKey> places) {
        var list = new UnorderedList();
        for (AnswerKey place : places) {
            RouterLink link = SectionNav.link(id, CapacityNavigation.ITEM, AnswerGiven.code(place));
            link.setText(words.place(asked, place));
            list.add(new ListItem(link));
        }
        return list;
    }

    private void showMissing() {
        listsMissing = true;
        recount();
        missing.getChildren()
                .findFirst()
                .ifPresent(
                        title ->
                                title.getElement()
                                        .executeJs(
                                                "this.scrollIntoView({block: 'center'});"
                                                        + " this.focus()"));
    }

    /** Shows figures, conditional items and what is still missing as the answers now stand. */
    private void recount() {
        if (shown == null) {
            return;
        }
        Answered answered = shown.desk().answered();
        shown.desk().showAsked(answered);
        shown.nav().show(answered);
        progress.setText(words.progress(answered.progress()));
        missing.removeAll();
        List<AnswerKey> places =
                answered.missing().stream().filter(place -> !answered.at(place).later()).toList();
        if (listsMissing && !places.isEmpty()) {
            var title = new H2(words.text("response.submit.missing", places.size()));
            title.getElement().setAttribute("tabindex", "-1");
            missing.add(title, links(shown.id(), shown.instrument(), places));
        }
    }

    // ---- what others do meanwhile ----

    @Override
    public UUID response() {
        return shown == null ? new UUID(0, 0) : shown.id();
    }

    @Override
    public long seen() {
        return seen;
    }

    @Override
    public void catchUp() {
        if (shown == null) {
            return;
        }
        ResponseReading.News news;
        try {
            news = reading.since(shown.id(), seen);
        } catch (NoSuchResponse | AccessDeniedException e) {
            return; // no longer this person's; the next word they say is told so
        }
        seen = news.head().changes();
        ResponseHead before = shown.sheet().head();
        boolean moved =
                news.head().state() != before.state()
                        || news.head().instrumentVersion() != before.instrumentVersion();
        if (moved) {
            tellMoved(news.head(), shown.banner());
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
