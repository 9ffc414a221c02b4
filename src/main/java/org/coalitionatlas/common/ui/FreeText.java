package org.coalitionatlas.common.ui;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.coalitionatlas.common.PersonalData;

/**
 * Free text in the portal: says that nothing about a survivor belongs into it, and speaks up when
 * something in it looks as if it did. A hint, never a refusal: whoever writes decides, because a
 * date may be that of a court's decision.
 */
public final class FreeText {

    private FreeText() {}

    /**
     * Watches the field. Its helper text, if it has one, stays; without one the general notice is
     * shown.
     *
     * @return the same field
     */
    public static TextArea watched(TextArea field) {
        String help = field.getHelperText();
        var notice =
                new Span(
                        help == null || help.isEmpty()
                                ? field.getTranslation("common.noVictimData")
                                : help);
        var hint = new Span();
        hint.getElement().setAttribute("role", "status");
        hint.addClassName("looks-personal");
        field.setHelperComponent(new Div(notice, hint));
        field.addValueChangeListener(change -> look(field, hint));
        look(field, hint);
        return field;
    }

    private static void look(TextArea field, Span hint) {
        boolean personal = PersonalData.isLikelyIn(field.getValue(), LocalDate.now(ZoneOffset.UTC));
        hint.setText(personal ? " " + field.getTranslation("invalid.looksPersonal") : "");
        mark(field, personal);
    }

    private static void mark(HasElement field, boolean personal) {
        if (personal) {
            field.getElement().setAttribute("data-looks-personal", "");
        } else {
            field.getElement().removeAttribute("data-looks-personal");
        }
    }
}
