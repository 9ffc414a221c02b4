package org.coalitionatlas.capacity.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import org.coalitionatlas.capacity.ResultRule;

/** All rules by which an answer becomes a result, in the order in which they decide. */
final class RuleList extends Composite<NativeDetails> {

    RuleList() {
        var words = new ResultWords(this);
        var list = new OrderedList();
        for (ResultRule rule : ResultRule.values()) {
            list.add(
                    new ListItem(
                            words.say(
                                    "capacity.result.rules.kind.outcome",
                                    words.say("capacity.rule." + rule),
                                    words.outcome(rule.outcome()))));
        }
        getContent().addClassNames("capacity-rules", "no-print");
        getContent().setSummaryText(words.say("capacity.result.rules"));
        getContent()
                .setContent(new Div(new Paragraph(words.say("capacity.result.rules.lead")), list));
    }
}
