package org.coalitionatlas.assessment.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.coalitionatlas.assessment.AssessmentNavigation;
import org.coalitionatlas.assessment.CycleView;
import org.coalitionatlas.assessment.Invitation;
import org.coalitionatlas.assessment.InvitationState;
import org.coalitionatlas.assessment.Invitations;
import org.coalitionatlas.common.ui.Notices;
import org.coalitionatlas.common.ui.Verbs;
import org.coalitionatlas.taxonomy.Taxonomy;

/** One invitation: how far it has got, what was said besides the answers, what can be done. */
final class InvitationItem extends Composite<Div> {

    private final Invitation invitation;
    private final SheetWords words;
    private final transient Taxonomy taxonomy;
    private final transient Invitations invitations;
    private final transient Runnable changed;

    InvitationItem(
            Invitation invitation,
            CycleView cycle,
            SheetWords words,
            Taxonomy taxonomy,
            Invitations invitations,
            Instant now,
            Runnable changed) {
        this.invitation = invitation;
        this.words = words;
        this.taxonomy = taxonomy;
        this.invitations = invitations;
        this.changed = changed;
        InvitationState state = invitation.state(now);
        getContent()
                .addClassNames(
                        "invitation", "is-" + state.name().toLowerCase(java.util.Locale.ROOT));
        getContent()
                .add(
                        new H2(
                                new Anchor(
                                        AssessmentNavigation.provider(invitation.providerId()),
                                        invitation.provider())));
        var how = new Paragraph();
        how.addClassName("invitation-state");
        how.add(
                Markup.span("badge", words.text("invitation.state." + state.name())),
                new Span(" " + when(state)));
        getContent().add(how);
        getContent()
                .add(
                        new Paragraph(
                                invitation.email()
                                        + " · "
                                        + words.text(
                                                "invitation.sent",
                                                invitation.sent(),
                                                invitation.invitedBy(),
                                                words.text(
                                                        "invitation.language."
                                                                + invitation
                                                                        .locale()
                                                                        .getLanguage()))));
        said("invitation.said.noLonger", invitation.noLonger());
        said("invitation.said.also", invitation.also());
        if (invitation.note() != null) {
            getContent().add(new Paragraph(words.text("invitation.said.note", invitation.note())));
        }
        if (state != InvitationState.WITHDRAWN && cycle.isOpen()) {
            getContent().add(actions(now));
        }
    }

    private String when(InvitationState state) {
        Instant at =
                switch (state) {
                    case SENT, EXPIRED -> invitation.lastSentAt();
                    case OPENED -> Objects.requireNonNull(invitation.openedAt());
                    case ANSWERED -> Objects.requireNonNull(invitation.answeredAt());
                    case WITHDRAWN -> Objects.requireNonNull(invitation.withdrawnAt());
                };
        return words.text(
                "invitation.when." + state.name(),
                words.ago(at),
                state == InvitationState.WITHDRAWN
                        ? String.valueOf(invitation.withdrawnBy())
                        : words.day(invitation.expiresAt()));
    }

    private void said(String key, List<String> needs) {
        if (!needs.isEmpty()) {
            String named =
                    needs.stream()
                            .flatMap(code -> taxonomy.need(code).stream())
                            .map(need -> need.code() + " " + words.of(need.label()))
                            .collect(Collectors.joining("; "));
            getContent().add(new Paragraph(words.text(key, named)));
        }
    }

    private Div actions(Instant now) {
        var actions = new Div();
        actions.addClassName("invitation-actions");
        Instant next = invitations.nextSend(invitation);
        if (now.isBefore(next)) {
            actions.add(new Span(words.text("invitation.again.wait", words.day(next))));
        } else {
            var again = new Button(words.text("invitation.again"), click -> sendAgain());
            again.setAriaLabel(words.text("invitation.againNamed", invitation.provider()));
            actions.add(again);
        }
        var withdraw = new Button(words.text("invitation.withdraw"), click -> askToWithdraw());
        withdraw.setAriaLabel(words.text("invitation.withdrawNamed", invitation.provider()));
        actions.add(withdraw);
        return actions;
    }

    private void sendAgain() {
        if (Verbs.run(() -> invitations.sendAgain(invitation.assessmentId(), invitation.id()))) {
            Notices.done("invitation.again.done", invitation.email());
            changed.run();
        }
    }

    private void askToWithdraw() {
        var dialog = new Dialog(new Paragraph(words.text("invitation.withdraw.text")));
        dialog.setHeaderTitle(words.text("invitation.withdraw.title", invitation.provider()));
        dialog.setWidth("min(30rem, 96vw)");
        var withdraw =
                new Button(
                        words.text("invitation.withdraw.do"),
                        click -> {
                            if (Verbs.run(
                                    () ->
                                            invitations.withdraw(
                                                    invitation.assessmentId(), invitation.id()))) {
                                dialog.close();
                                Notices.done("invitation.withdrawn", invitation.provider());
                                changed.run();
                            }
                        });
        withdraw.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        dialog.getFooter()
                .add(new Button(words.text("common.cancel"), click -> dialog.close()), withdraw);
        dialog.open();
    }
}
