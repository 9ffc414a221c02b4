package org.coalitionatlas.capacity.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.ArrayList;
import org.coalitionatlas.capacity.GoalDraft;
import org.coalitionatlas.capacity.Judged;
import org.coalitionatlas.capacity.ResultSheet;

/** The goal an item suggests, in words to be copied. Nothing is kept of it here. */
final class GoalDialog extends Dialog {

    private static final String COPY =
            "return navigator.clipboard ? navigator.clipboard.writeText($0).then(() => true, () =>"
                    + " false) : false";

    private final transient ResultWords words = new ResultWords(this);

    GoalDialog(ResultSheet sheet, Judged place) {
        String text = text(sheet, place);
        setHeaderTitle(words.say("capacity.goal.title"));
        setWidth("36rem");
        var field = new TextArea(words.say("capacity.goal.text"));
        field.setValue(text);
        field.setWidthFull();
        field.setMinRows(5);
        var said = new Span();
        said.getElement().setAttribute("role", "status");
        var copy = new Button(words.say("capacity.goal.take"));
        copy.addThemeVariants(ButtonVariant.PRIMARY);
        copy.addClickListener(
                click ->
                        getElement()
                                .executeJs(COPY, field.getValue())
                                .then(
                                        Boolean.class,
                                        done ->
                                                said.setText(
                                                        words.say(
                                                                done
                                                                        ? "capacity.goal.copied"
                                                                        : "capacity.goal.notCopied")),
                                        error ->
                                                said.setText(
                                                        words.say("capacity.goal.notCopied"))));
        add(new Paragraph(words.say("capacity.goal.lead")), field, said);
        getFooter().add(new Button(words.say("common.close"), click -> close()), copy);
    }

    /** The proposal in the language of the person, with where it comes from. */
    private String text(ResultSheet sheet, Judged place) {
        GoalDraft draft = GoalDraft.of(sheet.head().id(), place);
        var lines = new ArrayList<String>();
        lines.add(words.say("capacity.goal.words", words.in(draft.title())));
        lines.add(
                words.say(
                        "capacity.goal.from",
                        words.in(sheet.instrument().title()),
                        draft.number(),
                        Sources.place(draft.source()),
                        sheet.organizationName(),
                        sheet.head().cycle()));
        lines.add(words.say("capacity.goal.answer", words.answer(place.given())));
        if (draft.note() != null && !sheet.withheld().contains(place.place())) {
            lines.add(words.say("capacity.note", draft.note()));
        }
        return String.join("\n", lines);
    }
}
