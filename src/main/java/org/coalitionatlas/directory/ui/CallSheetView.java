package org.coalitionatlas.directory.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.PermitAll;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.coalitionatlas.common.ui.EmptyState;
import org.coalitionatlas.directory.CallSheet;
import org.coalitionatlas.directory.DirectoryNavigation;
import org.coalitionatlas.directory.DirectoryRecords;
import org.coalitionatlas.directory.DirectorySearch;
import org.coalitionatlas.directory.ServiceView;

/**
 * The call sheet for members: the contacts they may see are on it, trained ones first. Like the
 * published one it stands in the address alone; notes stay on the device.
 */
@Route(DirectoryNavigation.SEARCH + "/call-sheet")
@PermitAll
@StyleSheet("portal-directory.css")
@StyleSheet("portal-callsheet.css")
class CallSheetView extends Composite<Div> implements AfterNavigationObserver, HasDynamicTitle {

    static final String IDS = "ids";

    private final DirectorySearch directory;
    private final DirectoryRecords records;
    private final DirectoryWords words;
    private final OwnFiles files;
    private final Div body = new Div();

    private CallSheet sheet = CallSheet.EMPTY;

    CallSheetView(
            DirectorySearch directory,
            DirectoryRecords records,
            DirectoryWords words,
            OwnFiles files) {
        this.directory = directory;
        this.records = records;
        this.words = words;
        this.files = files;
        getContent().addClassName("call-sheet");
        body.addClassName("call-sheet-body");
        getContent().add(new H1(words.text("callsheet.portal.title")), body);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        files.script(event.getUI(), "/assets/callsheet.js");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        CallSheet.Read read =
                CallSheet.read(
                        event.getLocation()
                                .getQueryParameters()
                                .getSingleParameter(IDS)
                                .orElse(null));
        sheet = records.following(read.sheet());
        body.removeAll();
        if (read.broken() > 0) {
            body.add(notice(words.text("callsheet.broken", read.broken())));
        }
        if (read.tooMany() > 0) {
            body.add(notice(words.text("callsheet.tooMany", CallSheet.MOST, read.tooMany())));
        }
        if (sheet.isEmpty()) {
            body.add(
                    new EmptyState(
                            words.text("callsheet.none"),
                            words.text("callsheet.portal.none.how"),
                            back()));
            return;
        }
        show();
    }

    @Override
    public String getPageTitle() {
        return words.text("callsheet.portal.title");
    }

    private void show() {
        Map<UUID, ServiceView> found = new HashMap<>();
        directory.services(sheet.ids()).forEach(view -> found.put(view.id(), view));
        var lead = new Paragraph(words.text("callsheet.portal.lead"));
        lead.addClassName("no-print");
        var secret = new Paragraph(words.text("callsheet.portal.printed"));
        secret.addClassName("members-only");
        var entries = new OrderedList();
        entries.addClassName("sheet-entries");
        for (UUID id : sheet.ids()) {
            entries.add(entry(id, found.get(id)));
        }
        body.add(lead, tools(), secret, emergency(), entries, notes(), share());
        // Without effect while the script is still on its way: it starts by itself then.
        getElement().executeJs("if (window.atlasCallSheetStart) { window.atlasCallSheetStart(); }");
    }

    private Component tools() {
        var print = new Button(words.text("callsheet.print"), VaadinIcon.PRINT.create());
        print.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        print.addClickListener(click -> UI.getCurrent().getPage().executeJs("window.print()"));
        var tools = new Div(print, back());
        tools.addClassNames("sheet-tools", "no-print");
        return tools;
    }

    private Component back() {
        var back = new RouterLink(words.text("callsheet.portal.back"), DirectoryView.class);
        if (!sheet.isEmpty()) {
            back.setQueryParameters(QueryParameters.of(SheetPicker.PARAMETER, sheet.toString()));
        }
        return back;
    }

    private Component emergency() {
        var line = new Paragraph();
        line.addClassName("sheet-emergency");
        line.add(new Span(words.text("callsheet.danger")));
        words.taxonomy().hotlines().stream()
                .limit(1)
                .forEach(
                        hotline ->
                                line.add(
                                        new Span(
                                                words.text(
                                                        "directory.search.hotline",
                                                        hotline.name().in(words.locale()),
                                                        hotline.display()))));
        return line;
    }

    private ListItem entry(UUID id, @org.jspecify.annotations.Nullable ServiceView service) {
        String key = CallSheet.shortId(id);
        var title = new H2();
        title.setId("t-" + key);
        var entry = new ListItem(title);
        entry.addClassName("sheet-entry");
        if (service == null) {
            title.setText(words.text("callsheet.gone"));
            entry.add(new Paragraph(words.text("callsheet.gone.why")));
            entry.add(tools(id, words.text("callsheet.gone")));
            return entry;
        }
        title.add(
                new RouterLink(
                        service.name(),
                        ServiceRecordView.class,
                        new com.vaadin.flow.router.RouteParameters("id", id.toString())));
        var organization = new Paragraph(service.organization().name());
        organization.addClassName("organization");
        entry.add(organization);
        List<Span> marks = Parts.marks(service, words);
        if (!marks.isEmpty()) {
            var badges = new Div();
            badges.addClassName("directory-badges");
            marks.forEach(badges::add);
            entry.add(badges);
        }
        if (!service.phones().isEmpty()) {
            entry.add(Parts.phones(service.phones(), words));
        }
        if (!service.contacts().isEmpty()) {
            var people = new Div(new Span(words.text("callsheet.portal.contacts")));
            people.addClassName("directory-contacts");
            service.contacts().forEach(contact -> people.add(Parts.contact(contact, words)));
            entry.add(people);
        }
        if (service.phones().isEmpty()
                && service.contacts().stream().allMatch(c -> c.phones().isEmpty())) {
            entry.add(new Paragraph(words.text("directory.card.noPhone")));
        }
        entry.add(facts(service));
        var note = new Div();
        note.addClassName("note-box");
        note.getElement().setAttribute("data-note", key);
        var line = new Paragraph(new Span(words.text("callsheet.note.blank")));
        line.addClassName("note-line");
        note.add(line);
        entry.add(note, tools(id, service.name()));
        return entry;
    }

    private Component facts(ServiceView service) {
        var facts = new Div();
        facts.addClassName("facts");
        facts.add(fact("callsheet.for", words.needs(service.needs())));
        List<String> hours = HoursWords.printed(service, words);
        facts.add(
                fact(
                        "callsheet.hours",
                        hours.isEmpty()
                                ? words.text("callsheet.hours.notStated")
                                : String.join("; ", hours)));
        if (!service.languages().isEmpty()) {
            facts.add(fact("callsheet.languages", words.languages(service.languages())));
        }
        if (!service.accepts().isEmpty()) {
            facts.add(fact("published.card.accepts", words.populations(service.accepts())));
        }
        if (!service.rejects().isEmpty()) {
            facts.add(fact("published.card.rejects", words.populations(service.rejects())));
        }
        if (!service.places().isEmpty()) {
            facts.add(
                    fact(
                            "callsheet.where",
                            service.places().stream()
                                    .map(words::place)
                                    .distinct()
                                    .collect(java.util.stream.Collectors.joining("; "))));
        }
        facts.add(
                new Span(
                        words.verified(
                                service.assuredOn(), service.assuredBy(), service.assuredHow())));
        return facts;
    }

    private Span fact(String key, String value) {
        var label = new Span(words.text(key));
        label.addClassName("label");
        return new Span(label, new Span(value));
    }

    private Component tools(UUID id, String name) {
        int at = sheet.ids().indexOf(id);
        var tools = new Div();
        tools.addClassNames("entry-tools", "no-print");
        if (at > 0) {
            tools.add(button("callsheet.up", name, VaadinIcon.ARROW_UP, sheet.moved(id, -1)));
        }
        if (at < sheet.size() - 1) {
            tools.add(button("callsheet.down", name, VaadinIcon.ARROW_DOWN, sheet.moved(id, 1)));
        }
        tools.add(button("callsheet.remove", name, VaadinIcon.CLOSE_SMALL, sheet.without(id)));
        return tools;
    }

    private Button button(String key, String name, VaadinIcon icon, CallSheet after) {
        var button = new Button(words.text(key), icon.create(), click -> go(after));
        button.setAriaLabel(words.text(key + ".of", name));
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        return button;
    }

    private static void go(CallSheet sheet) {
        UI.getCurrent()
                .navigate(
                        CallSheetView.class,
                        sheet.isEmpty()
                                ? QueryParameters.empty()
                                : QueryParameters.of(IDS, sheet.toString()));
    }

    private Component notes() {
        var forget = new Button(words.text("callsheet.notes.forget"));
        forget.getElement().setAttribute("data-forget", true);
        var said = new Span();
        said.getElement().setAttribute("role", "status");
        said.getElement().setAttribute("data-said", true);
        var notes =
                new Section(
                        new H2(words.text("callsheet.notes")),
                        new Paragraph(words.text("callsheet.notes.survivor")),
                        new Paragraph(words.text("callsheet.notes.device")),
                        forget,
                        said);
        notes.addClassNames("sheet-notes", "no-print");
        notes.getElement().setAttribute("data-notes", true);
        // MessageFormat would swallow the placeholder that the script fills in.
        notes.getElement()
                .setAttribute("data-label", words.text("callsheet.note.label", "{0}"))
                .setAttribute("data-warning", words.text("callsheet.note.warning"))
                .setAttribute("data-forgetful", words.text("callsheet.note.forgetful"))
                .setAttribute("data-deleted", words.text("callsheet.note.deleted"));
        return notes;
    }

    private Component share() {
        var published =
                new Anchor(
                        PublishedPages.callSheet(sheet), words.text("callsheet.portal.published"));
        published.setTarget(AnchorTarget.BLANK);
        var share =
                new Section(
                        new H2(words.text("callsheet.share")),
                        new Paragraph(words.text("callsheet.portal.share")),
                        published);
        share.addClassNames("sheet-share", "no-print");
        return share;
    }

    private static Component notice(String text) {
        var notice = new Paragraph(text);
        notice.addClassName("sheet-notice");
        notice.getElement().setAttribute("role", "status");
        return notice;
    }
}
