package org.coalitionatlas.directory.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.coalitionatlas.common.ui.EmptyState;
import org.coalitionatlas.common.ui.Notices;
import org.coalitionatlas.directory.DuplicatePair;
import org.coalitionatlas.directory.Duplicates;
import org.coalitionatlas.directory.MergeLine;
import org.coalitionatlas.directory.Merges;
import org.coalitionatlas.directory.RecordKind;
import org.coalitionatlas.directory.ScanProgress;

/** Records that likely are one, most alike first, and merges that can be taken back. */
@Route("duplicates")
@RolesAllowed({"ADMINISTRATOR", "COORDINATOR"})
@Menu(title = "duplicates.menu", order = 20, icon = "vaadin:copy-o")
@StyleSheet("portal-directory.css")
@StyleSheet("portal-duplicates.css")
class DuplicatesView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    /** Pairs of one page. */
    static final int PAGE = 20;

    private static final int MERGES = 20;

    private final Duplicates duplicates;
    private final Merges merges;
    private final DirectoryWords words;
    private int page;

    DuplicatesView(Duplicates duplicates, Merges merges, DirectoryWords words) {
        this.duplicates = duplicates;
        this.merges = merges;
        this.words = words;
        getContent().addClassNames("directory-record", "duplicates");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        page = 0;
        show();
    }

    @Override
    public String getPageTitle() {
        return words.text("duplicates.title");
    }

    private void show() {
        getContent().removeAll();
        getContent()
                .add(
                        new H1(words.text("duplicates.title")),
                        new Paragraph(words.text("duplicates.intro")),
                        search());
        Duplicates.Page found = duplicates.pairs(page, PAGE);
        if (found.pairs().isEmpty() && page > 0) {
            page = 0;
            found = duplicates.pairs(0, PAGE);
        }
        getContent().add(pairs(found));
        List<MergeLine> made = merges.recent(MERGES);
        if (!made.isEmpty()) {
            getContent().add(made(made));
        }
    }

    private Component search() {
        var bar = new Div();
        bar.addClassName("duplicates-search");
        Optional<ScanProgress> progress = duplicates.progress();
        boolean running =
                progress.filter(one -> one.state() == ScanProgress.State.RUNNING).isPresent();
        var text =
                new Span(
                        progress.map(this::said)
                                .orElseGet(() -> words.text("duplicates.scan.never")));
        text.getElement().setAttribute("role", "status");
        bar.add(text);
        if (running) {
            bar.add(
                    new Button(words.text("duplicates.scan.refresh"), click -> show()),
                    new Button(
                            words.text("duplicates.scan.stop"),
                            click -> {
                                duplicates.stopLooking();
                                show();
                            }));
        } else {
            bar.add(
                    new Button(
                            words.text("duplicates.scan.start"),
                            click -> {
                                duplicates.lookForAll();
                                show();
                            }));
        }
        return bar;
    }

    private String said(ScanProgress progress) {
        return switch (progress.state()) {
            case RUNNING ->
                    words.text("duplicates.scan.running", progress.done(), progress.total());
            case DONE ->
                    words.text(
                            "duplicates.scan.done",
                            words.moment(
                                    java.util.Objects.requireNonNullElse(
                                            progress.finishedAt(), progress.startedAt())));
            case CANCELLED ->
                    words.text("duplicates.scan.cancelled", progress.done(), progress.total());
        };
    }

    private Component pairs(Duplicates.Page found) {
        if (found.pairs().isEmpty()) {
            return new EmptyState(
                    words.text("duplicates.empty.title"), words.text("duplicates.empty.text"));
        }
        var list = new UnorderedList();
        list.addClassName("duplicate-list");
        found.pairs().forEach(pair -> list.add(item(pair)));
        var section = new Section(new H2(words.text("duplicates.pairs", found.total())), list);
        int pages = (found.total() + PAGE - 1) / PAGE;
        if (pages > 1) {
            section.add(pager(pages));
        }
        return section;
    }

    private Component pager(int pages) {
        var before = new Button(words.text("duplicates.page.before"), click -> turn(-1));
        before.setEnabled(page > 0);
        var after = new Button(words.text("duplicates.page.after"), click -> turn(1));
        after.setEnabled(page + 1 < pages);
        var pager =
                new Div(before, new Span(words.text("duplicates.page", page + 1, pages)), after);
        pager.addClassName("duplicates-pager");
        return pager;
    }

    private void turn(int by) {
        page += by;
        show();
    }

    private ListItem item(DuplicatePair pair) {
        var names =
                new Div(
                        record(pair.kind(), pair.oneId(), pair.oneLabel()),
                        record(pair.kind(), pair.otherId(), pair.otherLabel()));
        names.addClassName("duplicate-names");
        var why = new Span(LikenessWords.why(pair.namePercent(), pair.signs(), words));
        var kind = new Span(words.ofReview("record", pair.kind()));
        kind.addClassName("review-about");
        var facts = new Div(kind, why);
        facts.addClassName("duplicate-facts");
        var merge =
                new RouterLink(
                        words.text("duplicates.action.compare"),
                        MergeView.class,
                        MergeView.parameters(pair.kind(), pair.oneId(), pair.otherId()));
        merge.getElement()
                .setAttribute(
                        "aria-label",
                        words.text(
                                "duplicates.action.compareOf", pair.oneLabel(), pair.otherLabel()));
        var not = new Button(words.text("duplicates.action.not"), click -> dismiss(pair));
        not.setAriaLabel(words.text("duplicates.action.notOf", pair.oneLabel(), pair.otherLabel()));
        var actions = new Div(merge, not);
        actions.addClassName("duplicate-actions");
        return new ListItem(names, facts, actions);
    }

    private void dismiss(DuplicatePair pair) {
        if (RecordActions.run(() -> duplicates.notDuplicates(pair.id()))) {
            Notices.undoable(
                    "duplicates.dismissed",
                    () -> {
                        RecordActions.run(() -> duplicates.lookAgainAt(pair.id()));
                        show();
                    },
                    pair.oneLabel(),
                    pair.otherLabel());
        }
        show();
    }

    private RouterLink record(RecordKind kind, UUID id, String label) {
        var parameters = new RouteParameters("id", id.toString());
        return kind == RecordKind.SERVICE
                ? new RouterLink(label, ServiceRecordView.class, parameters)
                : new RouterLink(label, OrganizationRecordView.class, parameters);
    }

    private Component made(List<MergeLine> made) {
        var list = new UnorderedList();
        list.addClassName("duplicate-list");
        for (MergeLine line : made) {
            var item =
                    new ListItem(
                            new Span(
                                    words.text(
                                            "duplicates.merge.line",
                                            line.fromLabel(),
                                            line.intoLabel(),
                                            line.mergedBy(),
                                            words.moment(line.mergedAt()))));
            if (line.separatedBy() == null) {
                var undo =
                        new Button(words.text("duplicates.action.undo"), click -> separate(line));
                undo.setAriaLabel(
                        words.text("duplicates.action.undoOf", line.fromLabel(), line.intoLabel()));
                item.add(undo);
            } else {
                item.add(new Span(words.text("duplicates.merge.undone", line.separatedBy())));
            }
            list.add(item);
        }
        return new Section(
                new H2(words.text("duplicates.merges")),
                new Paragraph(words.text("duplicates.merges.help")),
                list);
    }

    private void separate(MergeLine line) {
        if (RecordActions.run(() -> merges.separate(line.id()))) {
            Notices.done("duplicates.separated", line.fromLabel(), line.intoLabel());
        }
        show();
    }
}
