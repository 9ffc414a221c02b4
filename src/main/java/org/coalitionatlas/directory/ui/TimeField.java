package org.coalitionatlas.directory.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.Duration;
import org.coalitionatlas.common.TimeOfDay;
import org.coalitionatlas.directory.OpenState;

/**
 * A field for a time, in the form in which {@link OpenState#time} tells it: Spanish as it is
 * written in the United States, "5:00 p. m.", not the "17:00" of Spain. What people type for the
 * half of the day is understood however they write it: "5 pm", "5 p.m.", "17:00".
 */
final class TimeField extends TimePicker {

    // The parser that comes with a language knows one spelling of "p. m." and takes every other for
    // the morning; so words are put into that spelling before it reads them.
    private static final String UNDERSTANDING =
            """
            const connector = this.$connector;
            const setLocale = connector.setLocale;
            connector.setLocale = locale => {
              setLocale(locale);
              const parse = this.i18n.parseTime;
              this.i18n = {
                ...this.i18n,
                parseTime: text => parse(text && text.replace(
                    /([ap])\\s*\\.?\\s*m\\b\\.?/i, $0 ? ' $1. m.' : ' $1m'))
              };
            };
            """;

    TimeField(String name) {
        setAriaLabel(name);
        setStep(Duration.ofMinutes(30));
        setLocale(TimeOfDay.region(UI.getCurrent().getLocale()));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        event.getUI()
                .beforeClientResponse(
                        this,
                        context ->
                                getElement()
                                        .executeJs(
                                                UNDERSTANDING,
                                                getLocale().getLanguage().equals("es")));
    }
}
