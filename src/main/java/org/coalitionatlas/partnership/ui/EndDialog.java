package org.coalitionatlas.partnership.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.LocalDate;
import java.util.function.BiConsumer;
import org.coalitionatlas.common.InvalidValue;
import org.coalitionatlas.common.Texts;
import org.coalitionatlas.common.ui.FreeText;

/** From which day on it no longer is, and why. */
final class EndDialog extends FormDialog {

    private final DatePicker on;
    private final TextArea reason;
    private final BiConsumer<LocalDate, String> end;

    EndDialog(PartnershipWords words, String title, BiConsumer<LocalDate, String> end) {
        super(words, title, words.text("partnership.end"));
        this.end = end;
        on = words.day("partnership.field.endedOn");
        on.setValue(words.today());
        on.setManualValidation(true);
        reason = new TextArea(words.text("partnership.field.endReason"));
        reason.setMaxLength(500);
        reason.setWidthFull();
        reason.setRequiredIndicatorVisible(true);
        reason.setManualValidation(true);
        FreeText.watched(reason);
        says("invalid.missing", reason);
        says("invalid.tooLong", reason);
        says("partnership.invalid.day", on);
        says("partnership.invalid.endBefore", on);
        says("partnership.invalid.endFar", on);
        content(new Paragraph(words.text("partnership.end.text")), on, reason);
        addOpenedChangeListener(
                e -> {
                    if (e.isOpened()) {
                        reason.focus();
                    }
                });
    }

    @Override
    void save() {
        LocalDate day = on.getValue();
        if (day == null) {
            throw new InvalidValue("partnership.invalid.day");
        }
        end.accept(day, Texts.required(reason.getValue(), 500));
    }
}
