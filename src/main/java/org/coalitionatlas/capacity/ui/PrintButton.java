package org.coalitionatlas.capacity.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.icon.VaadinIcon;

/** Prints what is on the screen, without a round trip to the server. */
final class PrintButton extends Composite<Button> {

    PrintButton() {
        getContent().setText(getTranslation("capacity.print"));
        getContent().setIcon(VaadinIcon.PRINT.create());
        getContent().addThemeVariants(ButtonVariant.PRIMARY);
        getContent().addClassName("no-print");
        getContent().getElement().executeJs("this.addEventListener('click', () => window.print())");
    }
}
