package org.coalitionatlas.directory.ui;

import java.util.ArrayList;
import java.util.List;
import org.coalitionatlas.common.ui.HomeWork;
import org.coalitionatlas.directory.ProposalKind;
import org.coalitionatlas.directory.ProposalLine;
import org.coalitionatlas.directory.Proposals;
import org.coalitionatlas.identity.CurrentPerson;
import org.coalitionatlas.identity.Role;
import org.springframework.stereotype.Component;

/** Names a coordinator's review queue on the home screen; complaints about safety by themselves. */
@Component
class ReviewWork implements HomeWork {

    private final Proposals proposals;
    private final CurrentPerson currentPerson;

    ReviewWork(Proposals proposals, CurrentPerson currentPerson) {
        this.proposals = proposals;
        this.currentPerson = currentPerson;
    }

    @Override
    public List<Line> waiting() {
        if (currentPerson.get().role() == Role.MEMBER) {
            return List.of();
        }
        List<ProposalLine> open = proposals.open();
        long unsafe = open.stream().filter(line -> line.kind() == ProposalKind.UNSAFE).count();
        var lines = new ArrayList<Line>();
        if (unsafe > 0) {
            lines.add(new Line("review.home.unsafe", unsafe, "review", true));
        }
        if (open.size() > unsafe) {
            lines.add(new Line("review.home", open.size() - unsafe, "review", false));
        }
        return lines;
    }
}
