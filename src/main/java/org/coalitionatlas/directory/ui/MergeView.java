package org.coalitionatlas.directory.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
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
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.coalitionatlas.common.ui.Notices;
import org.coalitionatlas.directory.DirectoryAccess;
import org.coalitionatlas.directory.DirectoryCommands;
import org.coalitionatlas.directory.DirectoryNavigation;
import org.coalitionatlas.directory.DirectoryRecords;
import org.coalitionatlas.directory.DirectorySearch;
import org.coalitionatlas.directory.MergeCase;
import org.coalitionatlas.directory.Merges;
import org.coalitionatlas.directory.NoSuchRecord;
import org.coalitionatlas.directory.RecordKind;
import org.coalitionatlas.directory.ServiceView;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;

/** Two records side by side: which one stays, and what it takes over from the other. */
@Route("duplicates/merge/:kind/:id/:other?")
@RolesAllowed({"ADMINISTRATOR", "COORDINATOR"})
@StyleSheet("portal-directory.css")
@StyleSheet("portal-duplicates.css")
class MergeView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    private final Merges merges;
    private final DirectoryAccess access;
    private final DirectoryCommands commands;
    private final DirectoryRecords records;
    private final DirectorySearch search;
    private final DirectoryWords words;
    private @Nullable MergeCase seen;

    MergeView(
            Merges merges,
            DirectoryAccess access,
            DirectoryCommands commands,
            DirectoryRecords records,
            DirectorySearch search,
            DirectoryWords words) {
        this.merges = merges;
        this.access = access;
        this.commands = commands;
        this.records = records;
        this.search = search;
        this.words = words;
        getContent().addClassNames("directory-record", "merge");
    }

    static RouteParameters parameters(RecordKind kind, UUID stays, UUID goes) {
        return new RouteParameters(
                new RouteParam("kind", kind.name().toLowerCase(Locale.ROOT)),
                new RouteParam("id", stays.toString()),
                new RouteParam("other", goes.toString()));
    }

    /** From a record to the question with which other it is to be merged. */
    static RouterLink link(RecordKind kind, UUID id, DirectoryWords words) {
        return new RouterLink(
                words.text("duplicates.action.mergeWith"),
                MergeView.class,
                new RouteParameters(
                        new RouteParam("kind", kind.name().toLowerCase(Locale.ROOT)),
                        new RouteParam("id", id.toString())));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Optional<RecordKind> kind = event.getRouteParameters().get("kind").flatMap(this::kind);
        Optional<UUID> one = RecordIds.of(event);
        Optional<UUID> other = event.getRouteParameters().get("other").flatMap(RecordIds::parse);
        if (kind.isEmpty()
                || one.isEmpty()
                || !access.mayEditRecord(kind.get(), one.get())
                || !load(kind.get(), one.get(), other)) {
            event.rerouteToError(NotFoundException.class);
        }
    }

    @Override
    public String getPageTitle() {
        return words.text("duplicates.merge.title");
    }

    private Optional<RecordKind> kind(String text) {
        return List.of(RecordKind.ORGANIZATION, RecordKind.SERVICE).stream()
                .filter(kind -> kind.name().equalsIgnoreCase(text))
                .findFirst();
    }

    private boolean load(RecordKind kind, UUID one, Optional<UUID> other) {
        getContent().removeAll();
        getContent()
                .add(
                        new RouterLink(words.text("duplicates.back"), DuplicatesView.class),
                        new H1(getPageTitle()));
        if (other.isEmpty()) {
            getContent().add(choice(kind, one));
            return true;
        }
        try {
            seen = merges.look(kind, one, other.get());
        } catch (NoSuchRecord | AccessDeniedException e) {
            return false;
        }
        show(seen);
        return true;
    }

    // ---- with which? ----

    private Component choice(RecordKind kind, UUID one) {
        return kind == RecordKind.SERVICE ? services(one) : organizations(one);
    }

    private Component organizations(UUID one) {
        var box =
                new ComboBox<org.coalitionatlas.directory.OrganizationView>(
                        words.text("duplicates.merge.with"));
        box.setItemLabelGenerator(org.coalitionatlas.directory.OrganizationView::name);
        box.setItems(
                query -> {
                    int offset = query.getOffset();
                    int limit = query.getLimit();
                    return search
                            .organizations(query.getFilter().orElse(""), offset + limit + 1)
                            .stream()
                            .filter(view -> !view.id().equals(one))
                            .skip(offset)
                            .limit(limit);
                });
        box.addValueChangeListener(
                e -> {
                    if (e.getValue() != null) {
                        goTo(RecordKind.ORGANIZATION, one, e.getValue().id());
                    }
                });
        return named(box, commands.organization(one).draft().name());
    }

    private Component services(UUID one) {
        ServiceView own = records.service(one);
        var box = new ComboBox<ServiceView>(words.text("duplicates.merge.with"));
        box.setItemLabelGenerator(ServiceView::name);
        box.setItems(
                records.servicesOf(own.organization().id()).stream()
                        .filter(view -> !view.id().equals(one))
                        .toList());
        box.addValueChangeListener(
                e -> {
                    if (e.getValue() != null) {
                        goTo(RecordKind.SERVICE, one, e.getValue().id());
                    }
                });
        return named(box, own.name());
    }

    private Component named(ComboBox<?> box, String name) {
        box.setWidthFull();
        box.setMaxWidth("32rem");
        return new Section(new Paragraph(words.text("duplicates.merge.which", name)), box);
    }

    private static void goTo(RecordKind kind, UUID one, UUID other) {
        UI.getCurrent().navigate(MergeView.class, parameters(kind, one, other));
    }

    // ---- side by side ----

    private void show(MergeCase now) {
        var sides =
                new Div(
                        side("duplicates.merge.stays", now.stays()),
                        side("duplicates.merge.goes", now.goes()));
        sides.addClassName("merge-sides");
        var swap =
                new Button(
                        words.text("duplicates.action.swap", now.goes().label()),
                        click -> goTo(now.kind(), now.goes().id(), now.stays().id()));
        swap.addClassName("merge-swap");
        var names = new PartNames(words, search, commands, now.stays().organizationId());
        var fields = new MergeFields(now, names, words, this::result);
        getContent().add(sides, swap, fields);
        var merge = new Button(words.text("duplicates.action.merge"), click -> merge(now, fields));
        merge.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var buttons = new Div(merge);
        buttons.addClassName("record-buttons");
        getContent().add(what(now), buttons);
    }

    private Object result(MergeFields fields) {
        return merges.combined(java.util.Objects.requireNonNull(seen), fields.takes());
    }

    private Component side(String key, MergeCase.Side side) {
        var facts =
                new Facts(words)
                        .text("duplicates.merge.state", words.of("publication", side.publication()))
                        .text("duplicates.merge.verified", words.verified(side.assuredOn(), null));
        if (!side.organization().equals(side.label())) {
            facts.text("review.organization", side.organization());
        }
        var card = new Section(new H2(words.text(key, side.label())), facts);
        card.addClassName("merge-side");
        return card;
    }

    private Component what(MergeCase now) {
        MergeCase.Side goes = now.goes();
        var section = new Section(new H2(words.text("duplicates.merge.what")));
        if (now.kind() == RecordKind.ORGANIZATION) {
            section.add(
                    new Paragraph(
                            words.text(
                                    "duplicates.merge.moves",
                                    goes.services(),
                                    goes.locations(),
                                    goes.contacts(),
                                    goes.programs(),
                                    now.stays().label())),
                    new Paragraph(words.text("duplicates.merge.others")));
        }
        section.add(
                new Paragraph(
                        words.text("duplicates.merge.after", goes.label(), now.stays().label())));
        return section;
    }

    private void merge(MergeCase now, MergeFields fields) {
        boolean done =
                RecordActions.run(
                        () -> {
                            UUID merge =
                                    merges.merge(
                                            now.kind(),
                                            now.stays().id(),
                                            now.stays().version(),
                                            now.goes().id(),
                                            now.goes().version(),
                                            result(fields));
                            Notices.undoable(
                                    "duplicates.merged",
                                    () ->
                                            RecordActions.run(
                                                    () -> {
                                                        merges.separate(merge);
                                                        goTo(
                                                                now.kind(),
                                                                now.stays().id(),
                                                                now.goes().id());
                                                    }),
                                    now.goes().label(),
                                    now.stays().label());
                        });
        if (done) {
            UI.getCurrent()
                    .navigate(
                            now.kind() == RecordKind.SERVICE
                                    ? DirectoryNavigation.service(now.stays().id())
                                    : DirectoryNavigation.organization(now.stays().id()));
        }
    }
}
