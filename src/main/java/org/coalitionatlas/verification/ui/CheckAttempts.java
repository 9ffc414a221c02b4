package org.coalitionatlas.verification.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.coalitionatlas.verification.CheckSheet;

/** Who tried to check a record when, and what came of it. */
final class CheckAttempts extends Composite<Section> {

    CheckAttempts(List<CheckSheet.Attempt> attempts, Days days) {
        var list = new UnorderedList();
        for (CheckSheet.Attempt attempt : attempts) {
            var item =
                    new ListItem(
                            getTranslation(
                                    "verification.attempt.line",
                                    getTranslation("verification.attempt." + attempt.outcome()),
                                    attempt.by(),
                                    days.ago(attempt.at())));
            if (attempt.note() != null) {
                item.add(new Span(" – " + attempt.note()));
            }
            list.add(item);
        }
        getContent().addClassName("verify-attempts");
        getContent().add(new H2(getTranslation("verification.attempts")), list);
    }
}
