package org.coalitionatlas.directory.ui;

import com.vaadin.flow.component.Composite;
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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.coalitionatlas.common.ui.EmptyState;
import org.coalitionatlas.directory.ProposalKind;
import org.coalitionatlas.directory.ProposalLine;
import org.coalitionatlas.directory.Proposals;

/**
 * What waits for a coordinator's decision: unsafe records first, then by kind, the oldest first.
 */
@Route("review")
@RolesAllowed({"ADMINISTRATOR", "COORDINATOR"})
@Menu(title = "review.title", order = 5, icon = "vaadin:inbox")
@StyleSheet("portal-directory.css")
class ReviewView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    /** Lines shown of each kind; the rest come up as these are decided. */
    private static final int SHOWN = 100;

    /** So much of what was said is shown in the list, in characters. */
    private static final int WHY = 160;

    private final Proposals proposals;
    private final DirectoryWords words;

    ReviewView(Proposals proposals, DirectoryWords words) {
        this.proposals = proposals;
        this.words = words;
        getContent().addClassName("review");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        getContent().removeAll();
        getContent().add(new H1(words.text("review.title")));
        List<ProposalLine> open = proposals.open();
        if (open.isEmpty()) {
            getContent()
                    .add(
                            new EmptyState(
                                    words.text("review.empty.title"),
                                    words.text("review.empty.text"),
                                    new RouterLink(
                                            words.text("directory.search.title"),
                                            DirectoryView.class)));
            return;
        }
        Map<ProposalKind, List<ProposalLine>> byKind = new EnumMap<>(ProposalKind.class);
        open.forEach(
                line ->
                        byKind.computeIfAbsent(line.kind(), k -> new java.util.ArrayList<>())
                                .add(line));
        byKind.forEach((kind, lines) -> getContent().add(section(kind, lines)));
    }

    @Override
    public String getPageTitle() {
        return words.text("review.title");
    }

    private Section section(ProposalKind kind, List<ProposalLine> lines) {
        var list = new UnorderedList();
        list.addClassName("review-list");
        lines.stream().limit(SHOWN).forEach(line -> list.add(item(line)));
        var section =
                new Section(
                        new H2(
                                words.text(
                                        "review.section",
                                        words.ofReview("proposal", kind),
                                        lines.size())),
                        new Paragraph(words.ofReview("proposalHelp", kind)),
                        list);
        section.addClassName(kind == ProposalKind.UNSAFE ? "urgent" : "calm");
        if (lines.size() > SHOWN) {
            section.add(new Paragraph(words.text("review.section.more", lines.size() - SHOWN)));
        }
        return section;
    }

    private ListItem item(ProposalLine line) {
        var about = new Span(words.ofReview("record", line.recordKind()));
        about.addClassName("review-about");
        var who =
                new Span(
                        words.text(
                                "review.line", line.proposedBy(), words.moment(line.proposedAt())));
        var item =
                new ListItem(
                        new RouterLink(
                                line.recordLabel(),
                                ReviewCaseView.class,
                                new RouteParameters("id", line.id().toString())),
                        about,
                        who);
        if (line.message() != null) {
            var why = new Span(beginning(line.message()));
            why.addClassName("review-why");
            item.add(why);
        }
        return item;
    }

    private static String beginning(String message) {
        String line = message.strip().replaceAll("\\n\\s*\\n", " · ").replaceAll("\\s+", " ");
        return line.length() > WHY ? line.substring(0, WHY) + "…" : line;
    }
}
