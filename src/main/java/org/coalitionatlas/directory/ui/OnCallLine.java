package org.coalitionatlas.directory.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.Icon;
import com.vaadin.flow.component.icon.VaadinIcon;
import org.coalitionatlas.directory.PhoneLine;
import org.coalitionatlas.directory.ServiceView.PhonePart;

/** Whom to call while the doors are closed; a phone dials when the number is touched. */
@StyleSheet("portal-hours.css")
final class OnCallLine extends Composite<Div> {

    OnCallLine(PhoneLine line, DirectoryWords words) {
        PhonePart phone = PhonePart.of(line);
        Icon moon = VaadinIcon.MOON.create();
        moon.getElement().setAttribute("aria-hidden", "true");
        getContent().addClassName("hours-on-call");
        getContent().add(moon, new Span(words.text("hours.onCall.call")), Parts.dial(phone));
        String purpose = words.purpose(phone);
        if (!purpose.isEmpty()) {
            getContent().add(new Span(purpose));
        }
    }
}
