package org.coalitionatlas.capacity.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.UUID;
import org.coalitionatlas.capacity.Instrument;
import org.coalitionatlas.capacity.Responses;
import org.coalitionatlas.common.ui.Notices;

/** Asks before a coordinator opens a checklist for an organization, which is then told. */
final class OpenForDialog extends Dialog {

    private final transient ResultWords words = new ResultWords(this);

    /**
     * @param name the organization's
     * @param done told once it is open
     */
    OpenForDialog(
            Responses responses,
            Instrument instrument,
            String cycle,
            UUID organization,
            String name,
            SerializableRunnable done) {
        setHeaderTitle(words.say("response.openFor.named", name));
        setWidth("min(34rem, 100%)");
        var problem = new Paragraph();
        problem.getElement().setAttribute("role", "alert");
        add(
                new Paragraph(
                        words.say("response.openFor.which", words.in(instrument.title()), cycle)),
                new Paragraph(words.say("response.openFor.text")),
                problem);
        var open = new Button(words.say("response.open"));
        open.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        open.setDisableOnClick(true);
        open.addClickListener(
                click -> {
                    var kept =
                            ResponseKeeper.attempt(
                                    () -> responses.open(organization, instrument.code(), cycle));
                    open.setEnabled(true);
                    if (kept.problem() != null) {
                        problem.setText(kept.problem());
                        return;
                    }
                    close();
                    Notices.done("response.openFor.done", name);
                    done.run();
                });
        getFooter().add(new Button(words.say("common.cancel"), click -> close()), open);
    }
}
