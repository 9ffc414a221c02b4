package org.coalitionatlas.directory.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.coalitionatlas.common.ui.EmptyState;
import org.coalitionatlas.common.ui.Notices;
import org.coalitionatlas.directory.DirectoryAccess;
import org.coalitionatlas.directory.DirectoryCommands;
import org.coalitionatlas.directory.DirectoryCommands.Current;
import org.coalitionatlas.directory.DirectorySearch;
import org.coalitionatlas.directory.RecordAction;
import org.coalitionatlas.directory.RecordChange;
import org.coalitionatlas.directory.RecordChange.Side;
import org.coalitionatlas.directory.RecordHistory;
import org.coalitionatlas.directory.RecordKind;
import org.coalitionatlas.directory.Saved;
import org.jspecify.annotations.Nullable;

/**
 * Who changed a record, when and what, newest first; each change can be looked at and what it left
 * behind restored. An organization's history tells of its locations, contacts and services too.
 */
@Route("directory/history/:kind/:id")
@PermitAll
@StyleSheet("portal-directory.css")
class HistoryView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    private final RecordHistory history;
    private final DirectoryCommands commands;
    private final DirectoryAccess access;
    private final DirectorySearch search;
    private final DirectoryWords words;
    private final OrderedList list = new OrderedList();
    private final Button more;
    private RecordKind kind = RecordKind.ORGANIZATION;
    private @Nullable UUID id;
    private int page;
    private @Nullable PartNames names;

    HistoryView(
            RecordHistory history,
            DirectoryCommands commands,
            DirectoryAccess access,
            DirectorySearch search,
            DirectoryWords words) {
        this.history = history;
        this.commands = commands;
        this.access = access;
        this.search = search;
        this.words = words;
        this.more = new Button(words.text("review.history.more"), click -> showPage());
        list.addClassName("history");
        getContent().addClassName("directory-record");
    }

    static RouteParameters parameters(RecordKind kind, UUID id) {
        return new RouteParameters(
                new RouteParam("kind", kind.name().toLowerCase(Locale.ROOT)),
                new RouteParam("id", id.toString()));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Optional<UUID> asked = RecordIds.of(event);
        Optional<RecordKind> of =
                event.getRouteParameters().get("kind").flatMap(HistoryView::kindOf);
        if (asked.isEmpty() || of.isEmpty() || !access.mayEditRecord(of.get(), asked.get())) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        kind = of.get();
        id = asked.get();
        show(asked.get());
    }

    @Override
    public String getPageTitle() {
        return words.text("review.history.title");
    }

    private static Optional<RecordKind> kindOf(String text) {
        return List.of(RecordKind.values()).stream()
                .filter(one -> one.name().equalsIgnoreCase(text))
                .findFirst();
    }

    private void show(UUID record) {
        Current<Object> current = commands.record(kind, record);
        names = new PartNames(words, search, commands, current.organizationId());
        getContent().removeAll();
        list.removeAll();
        page = 0;
        var back =
                kind == RecordKind.SERVICE
                        ? new RouterLink(
                                words.text("review.history.back"),
                                ServiceRecordView.class,
                                new RouteParameters("id", record.toString()))
                        : new RouterLink(
                                words.text("review.history.back"),
                                OrganizationRecordView.class,
                                new RouteParameters("id", current.organizationId().toString()));
        getContent().add(back, new H1(words.text("review.history.title")), list, more);
        showPage();
        if (list.getChildren().findAny().isEmpty()) {
            getContent()
                    .add(
                            new EmptyState(
                                    words.text("review.history.empty.title"),
                                    words.text("review.history.empty.text")));
        }
    }

    private void showPage() {
        UUID record = java.util.Objects.requireNonNull(id);
        List<RecordChange> changes =
                kind == RecordKind.ORGANIZATION
                        ? history.ofOrganization(record, page)
                        : history.of(kind, record, page);
        changes.forEach(change -> list.add(entry(change)));
        page++;
        more.setVisible(changes.size() == RecordHistory.PAGE);
    }

    private ListItem entry(RecordChange change) {
        var title =
                new H2(
                        words.text(
                                "review.history.entry",
                                words.ofReview("record", change.kind()),
                                change.label()));
        var item = new ListItem(title, line(change));
        if (change.note() != null) {
            String key =
                    change.action() == RecordAction.ACCEPTED
                            ? "review.history.proposedBy"
                            : "review.history.note";
            item.add(new Paragraph(words.text(key, change.note())));
        }
        List<DraftFacts.Difference> differences =
                change.before() == null || change.after() == null
                        ? List.of()
                        : java.util.Objects.requireNonNull(names)
                                .differences(change.kind(), change.before(), change.after());
        if (!differences.isEmpty()) {
            item.add(
                    new DifferenceTable(
                            words,
                            differences,
                            words.text("review.history.before"),
                            words.text("review.history.after"),
                            List.of(),
                            ""));
        }
        if (change.after() != null) {
            item.add(restore(change, Side.AFTER));
        }
        // An import writes no entry for what it adds: its version stands before the first change.
        if (change.first() && change.before() != null) {
            item.add(restore(change, Side.BEFORE));
        }
        return item;
    }

    private Component line(RecordChange change) {
        var action = new Span(words.ofReview("action", change.action()));
        action.addClassName("history-action");
        var when = new Span(words.moment(change.at()));
        var line =
                new Paragraph(action, new Span(words.text("review.history.by", change.by())), when);
        line.addClassName("history-line");
        return line;
    }

    private Button restore(RecordChange change, Side side) {
        String key = side == Side.AFTER ? "review.action.restore" : "review.action.restoreBefore";
        var restore = new Button(words.text(key), click -> askToRestore(change, side));
        restore.setAriaLabel(words.text(key + "Of", change.label(), words.moment(change.at())));
        return restore;
    }

    private void askToRestore(RecordChange change, Side side) {
        Current<Object> current = commands.record(change.kind(), change.recordId());
        List<DraftFacts.Difference> differences =
                java.util.Objects.requireNonNull(names)
                        .differences(change.kind(), current.draft(), change.draft(side));
        if (differences.isEmpty()) {
            Notices.done("review.restore.same");
            return;
        }
        var ask =
                new ConfirmDialog(
                        words.text("review.restore.title", change.label()),
                        "",
                        words.text("review.action.restore"),
                        confirm -> restore(change, side, current.version()),
                        words.text("common.cancel"),
                        cancel -> {});
        ask.setText(
                new Div(
                        new Paragraph(words.text("review.restore.text")),
                        new DifferenceTable(
                                words,
                                differences,
                                words.text("directory.conflict.theirs"),
                                words.text("review.restore.then"),
                                List.of(),
                                "")));
        ask.addClassName("difference-dialog");
        ask.open();
    }

    private void restore(RecordChange change, Side side, long version) {
        RecordActions.run(
                () -> {
                    Saved saved =
                            commands.restore(
                                    change.kind(), change.recordId(), change.id(), side, version);
                    Notices.done(saved.waits() ? "review.sent" : "review.restored", change.label());
                    show(java.util.Objects.requireNonNull(id));
                });
        UI.getCurrent().getPage().executeJs("window.scrollTo(0,0)");
    }
}
