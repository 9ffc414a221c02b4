package org.coalitionatlas.capacity.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.List;
import org.coalitionatlas.capacity.AnswerKey;
import org.coalitionatlas.capacity.Instrument;
import org.coalitionatlas.capacity.ResponseSheet;
import org.coalitionatlas.capacity.Responses;
import org.coalitionatlas.capacity.ReviewComment;

/**
 * A response that is not handed in, as a coordinator sees it: how it stands, how far it is, and
 * what they asked for themselves when they returned it.
 */
final class UnderWay extends Composite<Div> {

    /**
     * @param reload shows the response as it now stands
     */
    UnderWay(
            Responses responses,
            ResponseSheet sheet,
            Instrument instrument,
            ResponseWords words,
            SerializableRunnable reload) {
        var progress = new Paragraph(words.progress(sheet.progress()));
        progress.addClassName("response-progress");
        var saved = new Paragraph(words.saved(sheet.head()));
        saved.addClassName("response-saved");
        getContent().add(new TopPart(sheet, instrument, words), progress, saved);
        List<ReviewComment> told = sheet.comments().stream().filter(c -> c.told() != null).toList();
        if (!told.isEmpty()) {
            var list = new UnorderedList();
            told.forEach(comment -> list.add(line(comment, instrument, words)));
            getContent().add(new Paragraph(words.text("response.underWay.comments")), list);
        }
        getContent().add(new StatePart(responses, sheet, words, reload, () -> {}, goOn -> {}));
    }

    private static ListItem line(
            ReviewComment comment, Instrument instrument, ResponseWords words) {
        var line = new ListItem();
        line.add(
                new Paragraph(
                        comment.item().equals(ReviewComment.WHOLE)
                                ? words.text("response.comment.whole")
                                : words.place(
                                        instrument,
                                        new AnswerKey(comment.item(), AnswerKey.WHOLE))));
        line.add(ItemPanel.comment(comment, words));
        return line;
    }
}
