package org.coalitionatlas.partnership.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasEnabled;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.shared.HasValidationProperties;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.coalitionatlas.common.SaidInWords;
import org.coalitionatlas.partnership.PartnershipChanged;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.security.access.AccessDeniedException;

/**
 * A form in a dialog. What cannot be saved is said in words, at the field it is about where there
 * is one, and nothing that was typed is lost.
 */
abstract class FormDialog extends Dialog {

    private final Paragraph error = new Paragraph();
    private final Div standsNow = new Div();
    private final Map<String, HasValidationProperties> fields = new HashMap<>();
    private final PartnershipWords words;

    FormDialog(PartnershipWords words, String title, String save) {
        this.words = words;
        setHeaderTitle(title);
        setWidth("min(42rem, 96vw)");
        setCloseOnOutsideClick(false);
        error.addClassName("partner-error");
        error.getElement().setAttribute("role", "alert");
        standsNow.getElement().setAttribute("role", "alert");
        var confirm = new Button(save, click -> attempt());
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(words.text("common.cancel"), click -> close()), confirm);
    }

    /** Does it; whatever cannot be is thrown. */
    abstract void save();

    final void content(Component... parts) {
        var form = new Div(parts);
        form.addClassName("partner-form");
        add(form, error, standsNow);
    }

    /**
     * What stands now, when somebody else was faster: the facts that differ from what is typed, and
     * from then on saving writes over them. Nothing when the form is closed and opened anew
     * instead.
     */
    List<Difference> takeUpChange() {
        return List.of();
    }

    /** Collects the facts that differ. */
    final class Differences {

        private final List<Difference> found = new ArrayList<>();

        void add(String labelKey, @Nullable LocalDate now, @Nullable LocalDate typed) {
            add(
                    labelKey,
                    now == null ? null : words.plain(now),
                    typed == null ? null : words.plain(typed));
        }

        void add(String labelKey, @Nullable String now, @Nullable String typed) {
            String one = said(now);
            String other = said(typed);
            if (!one.equals(other)) {
                found.add(new Difference(words.text(labelKey), one, other));
            }
        }

        List<Difference> found() {
            return found;
        }

        private String said(@Nullable String text) {
            return text == null || text.isBlank() ? words.text("common.notStated") : text.strip();
        }
    }

    /** A fact that somebody else wrote differently meanwhile. */
    record Difference(String label, String now, String typed) {}

    /** That message belongs to that field. */
    final void says(String key, HasValidationProperties field) {
        fields.put(key, field);
    }

    final PartnershipWords words() {
        return words;
    }

    private void attempt() {
        error.setText("");
        standsNow.removeAll();
        fields.values().forEach(field -> field.setInvalid(false));
        try {
            save();
            close();
        } catch (PartnershipChanged | OptimisticLockingFailureException e) {
            showChange();
        } catch (AccessDeniedException e) {
            error.setText(words.text("directory.state.denied"));
        } catch (RuntimeException e) {
            if (!(e instanceof SaidInWords said)) {
                throw e;
            }
            refuse(said.messageKey(), words.text(said.messageKey(), said.arguments()));
        }
    }

    private void showChange() {
        List<Difference> differences = takeUpChange();
        if (differences.isEmpty()) {
            error.setText(words.text("common.recordChanged"));
            return;
        }
        var list = new UnorderedList();
        for (Difference one : differences) {
            list.add(
                    new ListItem(
                            words.text(
                                    "partnership.conflict.line",
                                    one.label(),
                                    one.now(),
                                    one.typed())));
        }
        standsNow.add(new Paragraph(words.text("partnership.conflict")), list);
    }

    private void refuse(String key, String sentence) {
        HasValidationProperties field = fields.get(key);
        if (field == null || field instanceof HasEnabled state && !state.isEnabled()) {
            error.setText(sentence);
            return;
        }
        field.setErrorMessage(sentence);
        field.setInvalid(true);
        if (field instanceof com.vaadin.flow.component.Focusable<?> focusable) {
            focusable.focus();
        }
    }
}
