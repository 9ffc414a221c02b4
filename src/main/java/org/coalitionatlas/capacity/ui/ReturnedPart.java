package org.coalitionatlas.capacity.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import org.coalitionatlas.capacity.AnswerKey;
import org.coalitionatlas.capacity.ResponseVerb;
import org.coalitionatlas.capacity.ReviewComment;

/** What the review said of the whole, and the ways to the items it said something of. */
final class ReturnedPart extends Composite<Div> {

    ReturnedPart(OnScreen screen) {
        getContent().addClassName("response-banner");
        List<ReviewComment> told =
                screen.sheet().comments().stream().filter(c -> c.told() != null).toList();
        told.stream()
                .filter(c -> c.item().equals(ReviewComment.WHOLE))
                .forEach(c -> getContent().add(ItemPanel.comment(c, screen.words())));
        List<AnswerKey> items =
                told.stream()
                        .map(ReviewComment::item)
                        .filter(item -> !item.equals(ReviewComment.WHOLE))
                        .distinct()
                        .map(item -> new AnswerKey(item, AnswerKey.WHOLE))
                        .toList();
        if (screen.may(ResponseVerb.FILL_IN) && !items.isEmpty()) {
            getContent()
                    .add(
                            new Paragraph(screen.words().text("response.comments.items")),
                            MissingList.links(screen, items));
        }
    }
}
