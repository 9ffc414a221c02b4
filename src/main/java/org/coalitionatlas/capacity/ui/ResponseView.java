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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.coalitionatlas.capacity.AnswerKey;
import org.coalitionatlas.capacity.Answered;
import org.coalitionatlas.capacity.CapacityNavigation;
import org.coalitionatlas.capacity.Evidence;
import org.coalitionatlas.capacity.EvidenceShelf;
import org.coalitionatlas.capacity.Given;
import org.coalitionatlas.capacity.Instrument;
import org.coalitionatlas.capacity.Instruments;
import org.coalitionatlas.capacity.Item;
import org.coalitionatlas.capacity.NoSuchResponse;
import org.coalitionatlas.capacity.PlaceAnswer;
import org.coalitionatlas.capacity.ResponseCsv;
import org.coalitionatlas.capacity.ResponseHead;
import org.coalitionatlas.capacity.ResponseReading;
import org.coalitionatlas.capacity.ResponseSheet;
import org.coalitionatlas.capacity.ResponseVerb;
import org.coalitionatlas.capacity.Responses;
import org.coalitionatlas.capacity.ReviewComment;
import org.coalitionatlas.capacity.Said;
import org.coalitionatlas.capacity.Section;
import org.coalitionatlas.capacity.Stamp;
import org.coalitionatlas.capacity.StillMissing;
import org.coalitionatlas.capacity.Word;
import org.coalitionatlas.capacity.ui.ResponseKeeper.Kept;
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
    private final transient ResponseCsv csv;
    private final transient OpenResponses open;
    private final transient ResourceUrlProvider resources;
    private final UUID me;
    private final ResponseWords words;

    private final Map<AnswerKey, PlaceAnswer> standing = new LinkedHashMap<>();
    private final Map<AnswerKey, PlaceRow> rows = new LinkedHashMap<>();
    private final List<ItemPanel> panels = new ArrayList<>();
    private final Paragraph saved = new Paragraph();
    private final Paragraph progress = new Paragraph();
    private final Paragraph said = new Paragraph();
    private final Div banner = new Div();
    private final Div unsaved = new Div();
    private ResponseForm form = new ResponseForm();
    private @Nullable ResponseSheet sheet;
    private @Nullable Instrument instrument;
    private @Nullable SectionNav nav;
    private String shown = "";
    private long seen;

    ResponseView(
            ResponseReading reading,
            Responses responses,
            EvidenceShelf shelf,
            Instruments instruments,
            ResponseCsv csv,
            OpenResponses open,
            ResourceUrlProvider mvcResourceUrlProvider,
            CoalitionProfile coalition,
            CurrentPerson currentPerson,
            Clock clock) {
        this.reading = reading;
        this.responses = responses;
        this.shelf = shelf;
        this.instruments = instruments;
        this.csv = csv;
        this.open = open;
        this.resources = mvcResourceUrlProvider;
        this.me = currentPerson.get().id();
        this.words = new ResponseWords(getLocale(), coalition, clock);
        getContent().addClassName("response");
        saved.addClassName("response-saved");
        saved.getElement().setAttribute("role", "status");
        said.addClassName("visually-hidden");
        said.getElement().setAttribute("role", "status");
        progress.addClassName("response-progress");
        banner.addClassName("response-banner");
        unsaved.addClassName("response-unsaved");
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
        shown =
                item.flatMap(key -> sectionOf(asked, key))
                        .or(
                                () ->
                                        query.getSingleParameter(CapacityNavigation.SECTION)
                                                .filter(number -> isSection(asked, number)))
                        .orElse(asked.sections().getFirst().number());
        show(found);
        item.ifPresent(form::goTo);
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
        return sheet == null || instrument == null
                ? words.text("response.title")
                : words.text(
                        "response.title.of",
                        words.of(instrument.title()),
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
            show(reading.sheet(sheet.head().id()));
        }
    }

    private void show(ResponseSheet found) {
        sheet = found;
        Instrument asked = instrument(found.head());
        instrument = asked;
        seen = found.head().changes();
        standing.clear();
        standing.putAll(found.answers());
        rows.clear();
        panels.clear();
        banner.removeAll();
        form = new ResponseForm();
        var sections = new SectionNav(found.head().id(), asked, shown, words);
        nav = sections;
        asked.sections().stream()
                .filter(s -> shown.equals(SectionNav.ALL) || s.number().equals(shown))
                .forEach(s -> form.add(section(found, s)));
        form.add(ways(found.head().id(), asked));
        form.add(new StatePart(responses, found, words, this::reload, this::showMissing));
        listen(found);
        var body = new Div(sections, form);
        body.addClassName("response-body");
        getContent().removeAll();
        getContent().add(new TopPart(found, asked, words, csv, this::uploadCsv));
        getContent().add(progress, saved, said, banner, unsaved);
        newerVersion(found, asked);
        comments(found);
        getContent().add(body);
        var credit = new Paragraph(words.of(asked.credit()));
        credit.addClassName("response-credit");
        getContent().add(credit);
        saved.setText(words.saved(found.head()));
        form.begin();
        recount();
    }

    private Component section(ResponseSheet found, Section section) {
        var box = new com.vaadin.flow.component.html.Section(new H2(words.title(section)));
        box.addClassName("response-section");
        boolean filling = found.may().contains(ResponseVerb.FILL_IN);
        for (Item item : section.items()) {
            var places = new ArrayList<Component>();
            item.places().forEach(place -> places.add(row(found, item, place, filling)));
            var panel = new ItemPanel(item, places, words);
            panel.show(found.evidence());
            panel.show(found.comments(), true);
            if (filling) {
                panel.offerEvidence(() -> addEvidence(item));
            }
            if (found.may().contains(ResponseVerb.COMMENT)) {
                panel.offerComment(
                        found.comments().stream()
                                .filter(c -> c.told() == null && c.item().equals(item.key()))
                                .map(ReviewComment::text)
                                .findFirst()
                                .orElse(null));
            }
            panels.add(panel);
            box.add(panel);
        }
        return box;
    }

    private Component row(ResponseSheet found, Item item, AnswerKey place, boolean filling) {
        PlaceAnswer answer = standing.get(place);
        if (!filling) {
            return new ReadRow(place, item, answer, found.withheld().contains(place), words);
        }
        var row = new PlaceRow(place, item, answer, words);
        rows.put(place, row);
        return row;
    }

    private Component ways(UUID id, Instrument asked) {
        var ways = new Div();
        ways.addClassName("response-ways");
        List<Section> all = asked.sections();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).number().equals(shown)) {
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

    private RouterLink way(UUID id, Section section, String key) {
        RouterLink link = SectionNav.link(id, section.number());
        link.setText(words.text(key, words.title(section)));
        return link;
    }

    private void newerVersion(ResponseSheet found, Instrument asked) {
        int newest = instruments.latest(asked.code()).version();
        if (newest <= asked.version() || !found.may().contains(ResponseVerb.MOVE_TO_VERSION)) {
            return;
        }
        banner.add(
                new Paragraph(words.text("response.version.newer", asked.version(), newest)),
                new Button(
                        words.text("response.version.move", newest),
                        click -> {
                            responses.moveToVersion(found.head().id(), newest);
                            shown = instruments.latest(asked.code()).sections().getFirst().number();
                            reload();
                        }));
    }

    private void comments(ResponseSheet found) {
        found.comments().stream()
                .filter(c -> c.told() != null && c.item().equals(ReviewComment.WHOLE))
                .forEach(c -> banner.add(ItemPanel.comment(c, words)));
        List<String> items =
                found.comments().stream()
                        .filter(c -> c.told() != null && !c.item().isEmpty())
                        .map(ReviewComment::item)
                        .distinct()
                        .toList();
        if (found.may().contains(ResponseVerb.FILL_IN) && !items.isEmpty()) {
            banner.add(
                    new Paragraph(words.text("response.comments.items")),
                    links(items.stream().map(key -> new AnswerKey(key, "")).toList()));
        }
    }

    private UnorderedList links(List<AnswerKey> places) {
        var list = new UnorderedList();
        if (sheet != null && instrument != null) {
            for (AnswerKey place : places) {
                RouterLink link =
                        SectionNav.link(sheet.head().id(), CapacityNavigation.ITEM, place.item());
                link.setText(words.place(instrument, place));
                list.add(new ListItem(link));
            }
        }
        return list;
    }

    private void showMissing(StillMissing e) {
        banner.removeAll();
        var title = new H2(words.text(e.messageKey(), e.arguments()));
        title.getElement().setAttribute("tabindex", "-1");
        banner.add(title, links(e.places()));
        title.getElement().executeJs("this.scrollIntoView({block: 'center'}); this.focus()");
    }

    // Conditional items come and go with the answers they hang on.
    private void recount() {
        if (instrument == null || nav == null) {
            return;
        }
        var given = new LinkedHashMap<AnswerKey, Given>();
        standing.forEach((place, answer) -> given.put(place, answer.given()));
        Answered answered = Answered.of(instrument, given);
        panels.forEach(panel -> panel.setVisible(answered.isAsked(panel.item())));
        nav.show(answered);
        progress.setText(words.progress(answered.progress()));
    }

    // ---- taking words ----

    private void listen(ResponseSheet found) {
        String script = Optional.ofNullable(resources.getForLookupPath(SCRIPT)).orElse(SCRIPT);
        UI.getCurrent().getPage().addJavaScript("context:/" + script, LoadMode.EAGER);
        form.answerable(
                found.head().id() + " " + me,
                words.text("response.waiting"),
                this::given,
                this::act);
    }

    private void given(AnswerGiven event) {
        if (sheet == null) {
            return;
        }
        UUID id = sheet.head().id();
        if (event.kind().equals(AnswerGiven.COMMENT)) {
            var kept =
                    ResponseKeeper.attempt(
                            () -> responses.comment(id, event.placeCode(), event.now()));
            settle(event, kept.problem(), kept.over());
            if (kept.value() != null) {
                saved.setText(words.text("response.saved", words.time(kept.value())));
            }
            return;
        }
        Kept<Said> kept =
                ResponseKeeper.attempt(() -> responses.answer(id, event.place(), event.word()));
        settle(event, kept.problem(), kept.over());
        if (kept.value() != null) {
            show(event, kept.value());
        }
    }

    private void settle(AnswerGiven event, @Nullable String problem, boolean over) {
        if (problem == null) {
            form.settled(event.placeCode(), event.kind(), event.now());
            return;
        }
        form.refused(event.placeCode(), event.kind());
        PlaceRow row = rows.get(event.place());
        if (row != null) {
            row.problem(problem);
        } else {
            saved.setText(problem);
        }
        if (over || row == null) {
            keepInSight(event, problem);
        }
    }

    // What cannot be saved any more is still the person's: to copy, or to let go.
    private void keepInSight(AnswerGiven event, String problem) {
        if (instrument == null || event.kind().equals(AnswerGiven.CHOICE)) {
            form.forget(event.placeCode(), event.kind());
            return;
        }
        var box = new Div(new Paragraph(problem));
        box.getElement().setAttribute("role", "alert");
        box.getElement()
                .appendChild(
                        Markup.element("textarea", "")
                                .setAttribute("readonly", true)
                                .setAttribute("rows", "4")
                                .setAttribute("aria-label", words.place(instrument, event.place()))
                                .setText(event.now()));
        box.add(
                new Button(
                        words.text("response.unsaved.forget"),
                        click -> {
                            form.forget(event.placeCode(), event.kind());
                            unsaved.remove(box);
                        }));
        unsaved.add(box);
    }

    private void show(AnswerGiven event, Said result) {
        PlaceAnswer answer = result.answer();
        standing.put(answer.place(), answer);
        String now = words.text("response.saved", words.time(answer.at()));
        saved.setText(now);
        PlaceRow row = rows.get(answer.place());
        if (row != null) {
            row.show(answer, true);
            String text =
                    event.kind().equals(AnswerGiven.NOTE)
                            ? answer.given().note()
                            : answer.given().text();
            if (!event.kind().equals(AnswerGiven.CHOICE)
                    && !event.now().strip().equals(text == null ? "" : text)) {
                form.arrived(answer.place(), event.kind(), text == null ? "" : text);
            }
            PlaceAnswer overtaken = result.overtaken();
            row.news(
                    overtaken == null
                            ? ""
                            : words.text(
                                    "response.news.replaced",
                                    overtaken.by(),
                                    words.moment(overtaken.at()),
                                    words.given(overtaken.given())));
        }
        recount();
    }

    private void act(PlaceAct event) {
        if (sheet == null || instrument == null) {
            return;
        }
        AnswerKey place = event.place();
        PlaceAnswer answer = standing.get(place);
        switch (event.act()) {
            case "later" -> word(place, new Word.PutOff(answer == null || !answer.given().later()));
            case "confirm" -> word(place, new Word.Confirmed());
            case "history" ->
                    new HistoryDialog(
                                    words.place(instrument, place),
                                    answer,
                                    reading.former(sheet.head().id(), place),
                                    words,
                                    rows.containsKey(place) ? given -> putBack(place, given) : null)
                            .open();
            default -> {}
        }
    }

    private void putBack(AnswerKey place, Given former) {
        PlaceAnswer answer = standing.get(place);
        Given now = answer == null ? Given.NOTHING : answer.given();
        if (former.text() != null) {
            word(place, new Word.Written(now.text(), former.text()));
        } else {
            word(place, new Word.Chosen(now.choice(), former.choice()));
        }
        PlaceAnswer after = standing.get(place);
        if (after != null) {
            arrive(after);
        }
    }

    private void word(AnswerKey place, Word word) {
        if (sheet == null) {
            return;
        }
        UUID id = sheet.head().id();
        Kept<Said> kept = ResponseKeeper.attempt(() -> responses.answer(id, place, word));
        PlaceRow row = rows.get(place);
        if (kept.value() != null) {
            standing.put(place, kept.value().answer());
            saved.setText(words.text("response.saved", words.time(kept.value().answer().at())));
            if (row != null) {
                row.show(kept.value().answer(), true);
            }
            recount();
        } else if (row != null && kept.problem() != null) {
            row.problem(kept.problem());
        }
    }

    private void addEvidence(Item item) {
        if (sheet != null) {
            UUID id = sheet.head().id();
            new EvidenceDialog(
                            shelf,
                            id,
                            item,
                            words,
                            () -> {
                                List<Evidence> all = reading.sheet(id).evidence();
                                panels.forEach(panel -> panel.show(all));
                                return all;
                            })
                    .open();
        }
    }

    private void uploadCsv() {
        if (instrument != null) {
            new CsvDialog(csv, instrument, words, this::take).open();
        }
    }

    private CsvDialog.Taken take(org.coalitionatlas.capacity.CsvAnswers answers) {
        var problems = new ArrayList<String>();
        int taken = 0;
        if (sheet != null && instrument != null) {
            for (var entry : answers.given().entrySet()) {
                UUID id = sheet.head().id();
                Kept<Boolean> kept =
                        ResponseKeeper.attempt(() -> take(id, entry.getKey(), entry.getValue()));
                if (kept.problem() == null) {
                    taken++;
                } else {
                    problems.add(words.place(instrument, entry.getKey()) + ": " + kept.problem());
                }
            }
            reload();
        }
        return new CsvDialog.Taken(taken, problems);
    }

    private boolean take(UUID id, AnswerKey place, Given given) {
        if (given.choice() != null) {
            responses.answer(id, place, new Word.Chosen(null, given.choice()));
        }
        if (given.text() != null) {
            responses.answer(id, place, new Word.Written(null, given.text()));
        }
        if (given.note() != null) {
            responses.answer(id, place, new Word.Noted(null, given.note()));
        }
        if (given.later()) {
            responses.answer(id, place, new Word.PutOff(true));
        }
        return true;
    }

    // ---- what others say meanwhile ----

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
        if (sheet == null || instrument == null) {
            return;
        }
        ResponseReading.News news = reading.since(sheet.head().id(), seen);
        seen = news.head().changes();
        if (!isAsBefore(news.head(), sheet.head())) {
            changedAsAWhole(news.head());
        }
        for (PlaceAnswer answer : news.answers()) {
            PlaceAnswer before = standing.get(answer.place());
            if (before == null || before.version() < answer.version()) {
                standing.put(answer.place(), answer);
                heard(before, answer);
            }
        }
        recount();
    }

    private static boolean isAsBefore(ResponseHead now, ResponseHead before) {
        return now.state() == before.state()
                && now.instrumentVersion() == before.instrumentVersion();
    }

    private void changedAsAWhole(ResponseHead now) {
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

    private void heard(@Nullable PlaceAnswer before, PlaceAnswer answer) {
        if (instrument == null) {
            return;
        }
        PlaceRow row = rows.get(answer.place());
        boolean mine = answer.byId().equals(me);
        String who = mine ? words.text("response.news.you") : answer.by();
        String at = words.moment(answer.at());
        if (row != null) {
            row.show(answer, false);
            arrive(answer);
            if (before != null && !mine && before.byId().equals(me) && differs(before, answer)) {
                row.news(
                        words.text(
                                "response.news.overtaken", who, at, words.given(before.given())));
            } else {
                row.news(words.text("response.news.answered", who, at));
            }
        }
        said.setText(
                words.text(
                        "response.news.said",
                        who,
                        words.place(instrument, answer.place()),
                        words.given(answer.given())));
        saved.setText(words.text("response.saved.by", at, who));
    }

    private static boolean differs(PlaceAnswer before, PlaceAnswer after) {
        return before.given().isAnswer() && !before.given().equals(after.given());
    }

    private void arrive(PlaceAnswer answer) {
        Given given = answer.given();
        AnswerKey place = answer.place();
        form.arrived(
                place, AnswerGiven.CHOICE, given.choice() == null ? "" : given.choice().name());
        form.arrived(place, AnswerGiven.TEXT, given.text() == null ? "" : given.text());
        form.arrived(place, AnswerGiven.NOTE, given.note() == null ? "" : given.note());
    }
}
