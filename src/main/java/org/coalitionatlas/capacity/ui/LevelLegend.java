package org.coalitionatlas.capacity.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import org.coalitionatlas.capacity.SectionLevel;

/** Every level with its rule in words. */
final class LevelLegend extends Composite<Section> {

    LevelLegend() {
        var list = new UnorderedList();
        for (SectionLevel level : SectionLevel.values()) {
            var sample = new Span(CoalitionTable.bars());
            var word = new Span(getTranslation("capacity.level." + level));
            word.addClassName("capacity-level");
            sample.add(word);
            sample.addClassNames("capacity-sample", OutcomeStyle.of(level));
            list.add(
                    new ListItem(
                            sample, new Span(getTranslation("capacity.level." + level + ".why"))));
        }
        getContent().addClassName("capacity-legend");
        getContent().add(new H2(getTranslation("capacity.level.label")), list);
    }
}
