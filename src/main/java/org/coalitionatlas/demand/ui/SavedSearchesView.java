package org.coalitionatlas.demand.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.coalitionatlas.common.InvalidValue;
import org.coalitionatlas.common.RelativeDate;
import org.coalitionatlas.common.ui.Badge;
import org.coalitionatlas.common.ui.EmptyState;
import org.coalitionatlas.common.ui.Notices;
import org.coalitionatlas.demand.DemandNavigation;
import org.coalitionatlas.demand.SavedSearches;
import org.coalitionatlas.demand.SavedSearches.News;
import org.coalitionatlas.demand.SavedSearches.Saved;
import org.coalitionatlas.directory.AssuranceWords;
import org.coalitionatlas.directory.DirectoryNavigation;
import org.coalitionatlas.directory.RecordKind;
import org.coalitionatlas.directory.ServiceView;
import org.coalitionatlas.directory.VerificationCycle;

/** The searches a person saved, and what is new in them. */
@Route(DemandNavigation.SAVED)
@Menu(title = "seeking.saved.title", order = 1.5, icon = "vaadin:bookmark")
@PermitAll
@StyleSheet("portal-seeking.css")
@StyleSheet("portal-directory.css")
final class SavedSearchesView extends Composite<Div>
        implements AfterNavigationObserver, HasDynamicTitle {

    private final transient SavedSearches searches;
    private final transient VerificationCycle cycle;
    private final transient Clock clock;

    SavedSearchesView(SavedSearches searches, VerificationCycle cycle, Clock clock) {
        this.cycle = cycle;
        this.searches = searches;
        this.clock = clock;
        getContent().addClassName("saved-searches");
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        show();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("seeking.saved.title");
    }

    private void show() {
        getContent().removeAll();
        var lead = new Paragraph(getTranslation("seeking.saved.lead"));
        lead.addClassName("lead");
        getContent().add(new H1(getPageTitle()), lead);
        List<Saved> saved = searches.list();
        if (saved.isEmpty()) {
            getContent()
                    .add(
                            new EmptyState(
                                    getTranslation("seeking.saved.none"),
                                    getTranslation("seeking.saved.none.hint"),
                                    new Anchor(
                                            DirectoryNavigation.SEARCH,
                                            getTranslation("seeking.saved.search"))));
            return;
        }
        getContent().add(news(), list(saved));
    }

    private Component news() {
        List<News> news = searches.news();
        var section = new Section(new H2(getTranslation("seeking.news")));
        if (news.isEmpty()) {
            section.add(new Paragraph(getTranslation("seeking.news.none")));
            return section;
        }
        var list = new UnorderedList();
        for (News one : news) {
            var link =
                    new Anchor(
                            DirectoryNavigation.service(one.service().id()), one.service().name());
            link.addClassName("name");
            var where = new Span(one.service().organization().name());
            where.addClassName("soft");
            var why =
                    new Span(
                            getTranslation(
                                    "seeking.news.because",
                                    String.join(", ", one.searches()),
                                    ago(one.foundAt())));
            why.addClassName("soft");
            var item = new ListItem(link, where, why);
            item.addClassName("saved-search");
            marks(one.service()).forEach(item::add);
            list.add(item);
        }
        section.add(
                list,
                new Button(
                        getTranslation("seeking.news.seen"),
                        click -> {
                            searches.seen();
                            show();
                        }));
        return section;
    }

    // Published is all that is told; it may still be closed for now, or not verified.
    private List<Span> marks(ServiceView service) {
        var marks = new ArrayList<Span>();
        if (!service.active()) {
            marks.add(
                    Badge.of(
                            VaadinIcon.WARNING,
                            getTranslation("published.status." + service.status()),
                            "closed"));
        }
        String unsure =
                AssuranceWords.unsure(
                        RecordKind.SERVICE,
                        service.assuredOn(),
                        service.assuredHow(),
                        cycle,
                        LocalDate.now(clock),
                        getLocale(),
                        this::getTranslation);
        if (unsure != null) {
            marks.add(Badge.of(VaadinIcon.WARNING, unsure, "lapsed"));
        }
        return marks;
    }

    private Component list(List<Saved> saved) {
        var list = new UnorderedList();
        saved.forEach(one -> list.add(item(one)));
        return new Section(new H2(getTranslation("seeking.saved.list")), list);
    }

    private ListItem item(Saved saved) {
        var link = new Anchor(DirectoryNavigation.SEARCH + "?" + saved.address(), saved.name());
        link.addClassName("name");
        var item = new ListItem(link, state(saved), actions(saved));
        item.addClassName("saved-search");
        return item;
    }

    private Component state(Saved saved) {
        String key =
                saved.tooWide()
                        ? "seeking.saved.wide"
                        : saved.byMail()
                                ? "seeking.saved.mailed"
                                : saved.tellsNew() ? "seeking.saved.told" : "seeking.saved.quiet";
        var state = new Span(getTranslation(key, SavedSearches.WIDEST));
        state.addClassName("soft");
        return state;
    }

    private Component actions(Saved saved) {
        var actions = new Div();
        actions.addClassName("actions");
        actions.add(
                action(
                        saved.tellsNew() ? "seeking.saved.stop" : "seeking.saved.tell",
                        saved,
                        () -> tell(saved, !saved.tellsNew(), false)));
        if (saved.tellsNew()) {
            actions.add(
                    action(
                            saved.byMail() ? "seeking.saved.noMail" : "seeking.saved.mail",
                            saved,
                            () -> tell(saved, true, !saved.byMail())));
        }
        actions.add(
                action("seeking.saved.rename", saved, () -> rename(saved)),
                action("seeking.saved.delete", saved, () -> delete(saved)));
        return actions;
    }

    private Button action(String key, Saved saved, Runnable work) {
        var button = new Button(getTranslation(key), click -> work.run());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        button.setAriaLabel(
                getTranslation("seeking.saved.action", getTranslation(key), saved.name()));
        return button;
    }

    private void tell(Saved saved, boolean tellNew, boolean byMail) {
        try {
            searches.tell(saved.id(), tellNew, byMail);
            show();
        } catch (InvalidValue e) {
            Notices.problem(e.messageKey(), e.arguments());
        }
    }

    private void rename(Saved saved) {
        new RenameDialog(
                        saved.name(),
                        name -> {
                            searches.rename(saved.id(), name);
                            show();
                        })
                .open();
    }

    private void delete(Saved saved) {
        var ask = new ConfirmDialog();
        ask.setHeader(getTranslation("seeking.saved.delete.title", saved.name()));
        ask.setText(getTranslation("seeking.saved.delete.text"));
        ask.setCancelable(true);
        ask.setCancelText(getTranslation("common.cancel"));
        ask.setConfirmText(getTranslation("seeking.saved.delete"));
        ask.setConfirmButtonTheme("error primary");
        ask.addConfirmListener(
                yes -> {
                    searches.delete(saved.id());
                    show();
                });
        ask.open();
    }

    private String ago(Instant when) {
        return RelativeDate.ago(
                LocalDate.ofInstant(when, clock.getZone()), LocalDate.now(clock), getLocale());
    }
}
