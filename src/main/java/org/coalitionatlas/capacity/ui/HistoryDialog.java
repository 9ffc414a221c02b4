package org.coalitionatlas.capacity.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.List;
import org.coalitionatlas.capacity.FormerAnswer;
import org.coalitionatlas.capacity.Given;
import org.coalitionatlas.capacity.PlaceAnswer;
import org.jspecify.annotations.Nullable;

/** What was said at a place, the latest first; a former answer can be put back. */
final class HistoryDialog extends Dialog {

    /**
     * @param putBack takes a former answer; {@code null} where the person only reads
     */
    HistoryDialog(
            String place,
            @Nullable PlaceAnswer standing,
            List<FormerAnswer> former,
            ResponseWords words,
            @Nullable SerializableConsumer<Given> putBack) {
        setHeaderTitle(words.text("response.history.title"));
        setWidth("min(44rem, 100%)");
        add(new Paragraph(place));
        var list = new OrderedList();
        list.addClassName("answer-history");
        if (standing != null && standing.version() > 0) {
            list.add(
                    entry(
                            words.text("response.history.now"),
                            standing.given(),
                            words.text("response.by", standing.by(), words.moment(standing.at())),
                            words));
        }
        for (FormerAnswer answer : former) {
            ListItem item =
                    entry(
                            null,
                            answer.given(),
                            words.text(
                                    "response.history.replaced",
                                    answer.by(),
                                    words.moment(answer.at()),
                                    answer.replacedBy(),
                                    words.moment(answer.replacedAt())),
                            words);
            if (putBack != null && answer.given().isAnswer()) {
                item.add(
                        new Button(
                                words.text("response.history.putBack"),
                                click -> {
                                    close();
                                    putBack.accept(answer.given());
                                }));
            }
            list.add(item);
        }
        add(list);
        if (former.isEmpty()) {
            add(new Paragraph(words.text("response.history.none")));
        }
        getFooter().add(new Button(words.text("common.close"), click -> close()));
    }

    private static ListItem entry(
            @Nullable String mark, Given given, String who, ResponseWords words) {
        var by = new Paragraph(mark == null ? who : mark + " · " + who);
        by.addClassName("history-by");
        var said = new Paragraph(words.given(given));
        said.getElement().setAttribute("dir", "auto");
        var box = new Div(by, said);
        if (given.note() != null) {
            box.add(new Paragraph(words.text("response.note.said", given.note())));
        }
        return new ListItem(box);
    }
}
