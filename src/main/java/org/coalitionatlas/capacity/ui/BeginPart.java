package org.coalitionatlas.capacity.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.function.BiConsumer;
import org.coalitionatlas.capacity.Instrument;
import org.coalitionatlas.capacity.Instruments;
import org.coalitionatlas.capacity.SharedResponse;

/** Opens a checklist for a cycle; one that is there already is shown instead. */
final class BeginPart extends Composite<Section> {

    /**
     * @param cycle the one that begins when nobody names another
     * @param all what the organization has
     * @param begin takes the instrument's code and the cycle
     */
    BeginPart(
            Instruments instruments,
            ResponseWords words,
            String cycle,
            List<SharedResponse> all,
            BiConsumer<String, String> begin) {
        var which = new Select<Instrument>();
        which.setLabel(words.text("response.open.which"));
        which.setItems(instruments.latest());
        which.setItemLabelGenerator(instrument -> words.of(instrument.title()));
        which.setValue(
                instruments.latest().stream()
                        .filter(
                                instrument ->
                                        all.stream()
                                                .noneMatch(
                                                        r ->
                                                                r.head().cycle().equals(cycle)
                                                                        && r.head()
                                                                                .instrumentCode()
                                                                                .equals(
                                                                                        instrument
                                                                                                .code())))
                        .findFirst()
                        .orElse(instruments.latest().getFirst()));
        var named = new TextField(words.text("response.open.cycle"));
        named.setHelperText(words.text("response.open.cycle.help"));
        named.setValue(cycle);
        var open =
                new Button(
                        words.text("response.open"),
                        click -> {
                            try {
                                begin.accept(which.getValue().code(), named.getValue());
                            } catch (RuntimeException e) {
                                named.setErrorMessage(ResponseKeeper.inWords(e));
                                named.setInvalid(true);
                                named.focus();
                            }
                        });
        open.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var row = new Div(which, named, open);
        row.addClassName("response-begin");
        getContent().add(new H2(words.text("response.open.title")), row);
    }
}
