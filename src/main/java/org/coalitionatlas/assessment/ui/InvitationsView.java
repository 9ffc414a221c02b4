package org.coalitionatlas.assessment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.coalitionatlas.assessment.AssessmentAccess;
import org.coalitionatlas.assessment.AssessmentNavigation;
import org.coalitionatlas.assessment.CycleView;
import org.coalitionatlas.assessment.Cycles;
import org.coalitionatlas.assessment.Invitation;
import org.coalitionatlas.assessment.Invitations;
import org.coalitionatlas.common.ui.EmptyState;
import org.coalitionatlas.geography.County;
import org.coalitionatlas.geography.Geography;
import org.coalitionatlas.taxonomy.Taxonomy;
import org.jspecify.annotations.Nullable;

/** Which providers of a county were invited in its latest cycle, and how far each has got. */
@Route(AssessmentNavigation.OVERVIEW + "/:county/invitations")
@RolesAllowed({"ADMINISTRATOR", "COORDINATOR"})
@StyleSheet("portal-invitation.css")
class InvitationsView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Invitations invitations;
    private final transient Cycles cycles;
    private final transient AssessmentAccess access;
    private final transient Geography geography;
    private final transient Taxonomy taxonomy;
    private final transient Clock clock;
    private @Nullable County county;

    InvitationsView(
            Invitations invitations,
            Cycles cycles,
            AssessmentAccess access,
            Geography geography,
            Taxonomy taxonomy,
            Clock clock) {
        this.invitations = invitations;
        this.cycles = cycles;
        this.access = access;
        this.geography = geography;
        this.taxonomy = taxonomy;
        this.clock = clock;
        getContent().addClassName("invitations");
    }

    @Override
    public String getPageTitle() {
        return getTranslation("invitation.title", county == null ? "" : county.nameWithState());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Optional<County> asked =
                event.getRouteParameters()
                        .get("county")
                        .flatMap(geography::county)
                        .filter(found -> access.mayAssess(found.fips()));
        if (asked.isEmpty()) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        county = asked.get();
        Optional<CycleView> cycle = show(asked.get());
        event.getLocation()
                .getQueryParameters()
                .getSingleParameter(AssessmentNavigation.PROVIDER)
                .filter(id -> id.matches("[0-9a-f-]{36}"))
                .ifPresent(
                        id ->
                                cycle.filter(CycleView::isOpen)
                                        .ifPresent(
                                                open ->
                                                        invite(
                                                                asked.get(),
                                                                open,
                                                                UUID.fromString(id))));
    }

    private Optional<CycleView> show(County shown) {
        getContent().removeAll();
        var back =
                new Anchor(
                        AssessmentNavigation.worksheet(shown.fips()),
                        getTranslation("invitation.back", shown.nameWithState()));
        back.addClassName("back");
        getContent().add(back, new H1(getTranslation("invitation.title", shown.nameWithState())));
        Optional<CycleView> latest = cycles.of(shown.fips()).stream().findFirst();
        if (latest.isEmpty()) {
            getContent()
                    .add(
                            new EmptyState(
                                    getTranslation("invitation.noCycle.title", shown.name()),
                                    getTranslation("invitation.noCycle.text")));
            return latest;
        }
        CycleView cycle = latest.get();
        getContent().add(new Paragraph(getTranslation("invitation.about", cycle.name())));
        if (!cycle.isOpen()) {
            var closed = new Paragraph(getTranslation("invitation.closed", cycle.name()));
            closed.addClassName("invitations-closed");
            getContent().add(closed);
        }
        List<Invitation> all = invitations.of(cycle.id());
        if (all.isEmpty()) {
            Component[] actions =
                    cycle.isOpen()
                            ? new Component[] {inviteButton(shown, cycle)}
                            : new Component[0];
            getContent()
                    .add(
                            new EmptyState(
                                    getTranslation("invitation.none.title"),
                                    getTranslation("invitation.none.text"),
                                    actions));
            return latest;
        }
        var toolbar = new Div();
        toolbar.addClassName("invitations-toolbar");
        if (cycle.isOpen()) {
            toolbar.add(inviteButton(shown, cycle));
        }
        toolbar.add(
                new Button(
                        getTranslation("invitation.print"),
                        click -> UI.getCurrent().getPage().executeJs("window.print()")));
        var words = new SheetWords(getLocale(), shown.zone(), clock);
        var list = new UnorderedList();
        list.addClassName("invitation-list");
        list.getElement()
                .setAttribute("aria-label", getTranslation("invitation.table", cycle.name()));
        for (Invitation one : all) {
            list.add(
                    new ListItem(
                            new InvitationItem(
                                    one,
                                    cycle,
                                    words,
                                    taxonomy,
                                    invitations,
                                    clock.instant(),
                                    () -> show(shown))));
        }
        getContent().add(toolbar, list);
        return latest;
    }

    private Button inviteButton(County shown, CycleView cycle) {
        var invite =
                new Button(getTranslation("invitation.new"), click -> invite(shown, cycle, null));
        invite.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return invite;
    }

    private void invite(County shown, CycleView cycle, @Nullable UUID provider) {
        new InviteDialog(invitations, cycle.id(), provider, () -> show(shown)).open();
    }
}
