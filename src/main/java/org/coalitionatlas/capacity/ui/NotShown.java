package org.coalitionatlas.capacity.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import org.coalitionatlas.capacity.CapacityNavigation;
import org.coalitionatlas.capacity.ResultSheet;
import org.coalitionatlas.common.ui.EmptyState;

/** Says to a coordinator why what the address asks for is not theirs to read, or not yet. */
final class NotShown extends Composite<Div> {

    NotShown(ResultSheet sheet, ResponseTabs.Tab asked) {
        String why = "capacity.notShown." + sheet.sight();
        getContent()
                .add(
                        new ResponseTabs(sheet.head().id(), asked, sheet.sight()),
                        new EmptyState(
                                getTranslation(why + ".title"),
                                getTranslation(why + ".hint", sheet.organizationName()),
                                new Anchor(
                                        CapacityNavigation.response(sheet.head().id()),
                                        getTranslation(why + ".link"))));
    }
}
