package org.coalitionatlas.capacity.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import org.coalitionatlas.capacity.CapacityNavigation;
import org.coalitionatlas.capacity.Instrument;
import org.coalitionatlas.capacity.Instruments;

/** Every questionnaire blank, to print for a meeting or to fill in without a network. */
@StyleSheet("portal-capacity.css")
final class BlankForms extends Composite<Section> {

    BlankForms(Instruments instruments) {
        var words = new ResultWords(this);
        var list = new UnorderedList();
        list.addClassName("capacity-forms");
        for (Instrument instrument : instruments.latest()) {
            list.add(
                    new ListItem(
                            new Anchor(
                                    CapacityNavigation.blank(instrument.code()),
                                    words.in(instrument.title()))));
        }
        getContent().add(new H2(words.say("capacity.paper.blanks")), list);
    }
}
