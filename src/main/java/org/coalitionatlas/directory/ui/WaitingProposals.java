package org.coalitionatlas.directory.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import java.util.List;
import org.coalitionatlas.directory.ProposalLine;
import org.coalitionatlas.directory.ProposalState;

/** What waits for a coordinator about a record, and what was lately decided about it. */
final class WaitingProposals extends Composite<Div> {

    WaitingProposals(List<ProposalLine> lines, DirectoryWords words) {
        getContent().addClassName("record-proposals");
        var list = new UnorderedList();
        for (ProposalLine line : lines) {
            String key =
                    line.state() == ProposalState.OPEN
                            ? "review.banner.waits"
                            : "review.banner.was";
            var link =
                    new RouterLink(
                            words.text(
                                    key,
                                    words.ofReview("proposal", line.kind()),
                                    line.recordLabel(),
                                    words.ofReview("proposalState", line.state())),
                            ReviewCaseView.class,
                            new RouteParameters("id", line.id().toString()));
            var item = new ListItem(link);
            if (line.answer() != null) {
                item.add(new Paragraph(line.answer()));
            }
            list.add(item);
        }
        getContent().add(list);
        getContent().setVisible(!lines.isEmpty());
    }
}
