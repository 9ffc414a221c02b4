package org.coalitionatlas.directory.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.coalitionatlas.common.ui.FreeText;
import org.coalitionatlas.common.ui.Notices;
import org.coalitionatlas.directory.DirectoryAccess;
import org.coalitionatlas.directory.DirectoryCommands;
import org.coalitionatlas.directory.DirectorySearch;
import org.coalitionatlas.directory.NoSuchRecord;
import org.coalitionatlas.directory.ProposalDetail;
import org.coalitionatlas.directory.ProposalKind;
import org.coalitionatlas.directory.ProposalLine;
import org.coalitionatlas.directory.ProposalState;
import org.coalitionatlas.directory.Proposals;
import org.coalitionatlas.directory.RecordKind;
import org.coalitionatlas.identity.CoalitionProfile;
import org.coalitionatlas.identity.CurrentPerson;
import org.coalitionatlas.identity.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;

/** A proposal side by side with what stands, and the decision about it. */
@Route("review/:id")
@PermitAll
@StyleSheet("portal-directory.css")
class ReviewCaseView extends Composite<Div>
        implements BeforeEnterObserver, BeforeLeaveObserver, HasDynamicTitle {

    private final Proposals proposals;
    private final DirectoryCommands commands;
    private final DirectorySearch search;
    private final DirectoryAccess access;
    private final CurrentPerson currentPerson;
    private final OrganizationEditors editors;
    private final DirectoryWords words;
    private final TextArea answer;
    private @Nullable ProposalDetail detail;
    private @Nullable RecordEditor<?> editor;
    private @Nullable DifferenceTable table;

    ReviewCaseView(
            Proposals proposals,
            DirectoryCommands commands,
            DirectorySearch search,
            DirectoryAccess access,
            CurrentPerson currentPerson,
            CoalitionProfile coalition,
            OpenForms openForms,
            DirectoryWords words) {
        this.proposals = proposals;
        this.commands = commands;
        this.search = search;
        this.access = access;
        this.currentPerson = currentPerson;
        this.editors =
                new OrganizationEditors(commands, proposals, search, coalition, openForms, words);
        this.words = words;
        this.answer = new TextArea(words.text("review.answer"));
        answer.setMaxLength(2000);
        answer.setWidthFull();
        FreeText.watched(answer);
        getContent().addClassNames("directory-record", "review-case");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Optional<UUID> id = RecordIds.of(event);
        if (id.isEmpty() || !load(id.get())) {
            event.rerouteToError(NotFoundException.class);
        }
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (editor != null) {
            editor.beforeLeave(event);
        }
    }

    @Override
    public String getPageTitle() {
        return detail == null
                ? words.text("review.title")
                : words.text(
                        "review.case.title",
                        words.ofReview("proposal", detail.line().kind()),
                        detail.line().recordLabel());
    }

    private boolean load(UUID id) {
        editor = null;
        table = null;
        try {
            detail = proposals.detail(id);
        } catch (NoSuchRecord | AccessDeniedException e) {
            return false;
        }
        show(detail);
        return true;
    }

    private void show(ProposalDetail shown) {
        ProposalLine line = shown.line();
        getContent().removeAll();
        if (isCoordinator()) {
            getContent().add(new RouterLink(words.text("review.back"), ReviewView.class));
        }
        getContent().add(new H1(getPageTitle()), who(shown));
        if (line.message() != null) {
            var said = new Section(new H2(words.text("review.message")));
            var text = new Paragraph(line.message());
            text.addClassName("review-message");
            said.add(text);
            if (shown.proposed() != null && line.state() == ProposalState.OPEN) {
                said.add(new Paragraph(words.text("review.message.besides")));
            }
            getContent().add(said);
        }
        difference(shown).ifPresent(getContent()::add);
        record(shown).ifPresent(getContent()::add);
        getContent().add(line.state() == ProposalState.OPEN ? decision(shown) : decided(line));
    }

    private Component who(ProposalDetail shown) {
        ProposalLine line = shown.line();
        var facts =
                new Facts(words)
                        .text("review.about", words.ofReview("record", line.recordKind()))
                        .text("review.organization", shown.organizationName())
                        .text(
                                "review.proposedBy",
                                words.text(
                                        "review.line",
                                        line.proposedBy(),
                                        words.moment(line.proposedAt())));
        if (line.answerWanted()) {
            facts.text("review.answerWanted", words.text("review.answerWanted.yes"));
        }
        return facts;
    }

    private Optional<Component> difference(ProposalDetail shown) {
        if (shown.proposed() == null) {
            return Optional.empty();
        }
        var names = new PartNames(words, search, commands, visibleOrganization(shown));
        List<DraftFacts.Difference> differences =
                names.differences(shown.line().recordKind(), shown.standing(), shown.proposed());
        var section = new Section(new H2(words.text("review.differences")));
        if (!shown.conflicts().isEmpty()) {
            var remark = new Paragraph(words.text("review.conflicts"));
            remark.addClassName("difference-remark");
            section.add(remark);
        }
        if (differences.isEmpty()) {
            section.add(new Paragraph(words.text("review.differences.none")));
        } else {
            table =
                    new DifferenceTable(
                            words,
                            differences,
                            words.text("directory.conflict.theirs"),
                            words.text("review.proposed"),
                            shown.conflicts(),
                            words.text("review.conflict"));
            if (differences.size() > 1
                    && shown.standing() != null
                    && shown.line().state() == ProposalState.OPEN
                    && isCoordinator()) {
                table.offerChoice();
            }
            section.add(table);
        }
        return Optional.of(section);
    }

    private @Nullable UUID visibleOrganization(ProposalDetail shown) {
        UUID organization = shown.line().organizationId();
        return organization != null && access.mayEditOrganization(organization)
                ? organization
                : null;
    }

    private Optional<Component> record(ProposalDetail shown) {
        ProposalLine line = shown.line();
        UUID record = line.recordId();
        UUID organization = line.organizationId();
        if (record == null || organization == null) {
            return Optional.empty();
        }
        return Optional.of(
                line.recordKind() == RecordKind.SERVICE
                        ? new RouterLink(
                                words.text("review.record"),
                                ServiceRecordView.class,
                                new RouteParameters("id", record.toString()))
                        : new RouterLink(
                                words.text("review.record"),
                                OrganizationRecordView.class,
                                new RouteParameters("id", organization.toString())));
    }

    private Component decided(ProposalLine line) {
        var section =
                new Section(
                        new H2(words.ofReview("proposalState", line.state())),
                        new Paragraph(
                                words.text(
                                        "review.line",
                                        line.decidedBy() == null ? "-" : line.decidedBy(),
                                        line.decidedAt() == null
                                                ? ""
                                                : words.moment(line.decidedAt()))));
        if (line.answer() != null) {
            section.add(new Paragraph(line.answer()));
        }
        return section;
    }

    private Component decision(ProposalDetail shown) {
        ProposalLine line = shown.line();
        var buttons = new Div();
        buttons.addClassName("record-buttons");
        var section = new Section(new H2(words.text("review.decision")));
        if (isCoordinator()) {
            if (line.kind() == ProposalKind.UNSAFE) {
                section.add(unsafe(proposals.unsafeCase(line.id())));
            }
            section.add(new Paragraph(words.ofReview("decisionHelp", line.kind())), answer);
            var approve =
                    new Button(words.ofReview("approve", line.kind()), click -> approve(shown));
            approve.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            buttons.add(approve);
            if (shown.proposed() != null) {
                buttons.add(
                        new Button(words.text("review.action.editFirst"), click -> edit(shown)));
            }
            buttons.add(
                    new Button(words.ofReview("sendBack", line.kind()), click -> sendBack(line)));
        } else {
            section.add(new Paragraph(words.text("review.waits")));
            buttons.add(new Button(words.text("review.action.withdraw"), click -> withdraw(line)));
        }
        section.add(buttons);
        return section;
    }

    private Component unsafe(Proposals.UnsafeCase report) {
        var state = new Div();
        if (report.shown()) {
            var remark = new Paragraph(words.text("review.unsafe.shown"));
            remark.addClassName("difference-remark");
            state.add(remark);
        }
        if (!report.hidden().isEmpty()) {
            state.add(
                    new Paragraph(
                            words.text(
                                    "review.unsafe.hidden", String.join("; ", report.hidden()))));
        }
        return state;
    }

    private void approve(ProposalDetail shown) {
        String text = answer.getValue().isBlank() ? null : answer.getValue();
        DifferenceTable chosen = table;
        if (chosen != null && !chosen.isWhole() && chosen.taken().isEmpty()) {
            Notices.problem("review.take.none");
            return;
        }
        boolean done =
                RecordActions.run(
                        () -> {
                            ProposalLine line = shown.line();
                            if (chosen == null || chosen.isWhole()) {
                                proposals.approve(
                                        line.id(), line.version(), shown.recordVersion(), text);
                            } else {
                                proposals.approveFields(
                                        line.id(),
                                        line.version(),
                                        shown.recordVersion(),
                                        chosen.taken(),
                                        text);
                            }
                        });
        end(done, "review.approved", shown.line());
    }

    private void sendBack(ProposalLine line) {
        if (answer.getValue().isBlank()) {
            answer.setInvalid(true);
            answer.setErrorMessage(words.text("review.answer.missing"));
            answer.focus();
            return;
        }
        boolean done =
                RecordActions.run(
                        () -> proposals.sendBack(line.id(), line.version(), answer.getValue()));
        end(done, "review.sentBack", line);
    }

    private void withdraw(ProposalLine line) {
        boolean done = RecordActions.run(() -> proposals.withdraw(line.id(), line.version()));
        end(done, "review.withdrawn", line);
    }

    private void edit(ProposalDetail shown) {
        editor =
                editors.reviewed(
                        shown,
                        draft ->
                                proposals.approveAs(
                                        shown.line().id(),
                                        shown.line().version(),
                                        shown.recordVersion(),
                                        draft,
                                        answer.getValue().isBlank() ? null : answer.getValue()),
                        () -> load(shown.line().id()));
        getContent().removeAll();
        getContent().add(Objects.requireNonNull(editor));
    }

    // A lost race shows the proposal as it is now; the answer typed so far stays.
    private void end(boolean done, String key, ProposalLine line) {
        if (!done) {
            load(line.id());
            return;
        }
        Notices.done(key, line.recordLabel());
        if (isCoordinator() && line.kind() != ProposalKind.REMARK) {
            UI.getCurrent().navigate(ReviewView.class);
        } else {
            load(line.id());
        }
    }

    private boolean isCoordinator() {
        return currentPerson.get().role() != Role.MEMBER;
    }
}
