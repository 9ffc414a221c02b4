package org.coalitionatlas.directory.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.RouterLink;
import java.util.List;

/** The filters that are on, each a link to the same search without it. */
final class FilterChips extends Composite<UnorderedList> {

    private final DirectoryWords words;

    FilterChips(DirectoryWords words) {
        this.words = words;
        getContent().addClassName("filter-chips");
        getContent().getElement().setAttribute("aria-label", words.text("seeking.chips"));
    }

    void show(DirectoryQuery query) {
        getContent().removeAll();
        List<NarrowingWords.On> all = new NarrowingWords(query, words).all();
        setVisible(!all.isEmpty());
        for (NarrowingWords.On on : all) {
            var chip = link(query.without(on.filter(), on.value()));
            chip.addClassName("filter-chip");
            chip.add(new Span(on.label()), VaadinIcon.CLOSE_SMALL.create());
            chip.getElement()
                    .setAttribute("aria-label", words.text("seeking.chip.remove", on.label()));
            getContent().add(new ListItem(chip));
        }
        if (!all.isEmpty()) {
            var clear = link(query.withoutFilters());
            clear.setText(words.text("seeking.chips.clear"));
            getContent().add(new ListItem(clear));
        }
    }

    private static RouterLink link(DirectoryQuery query) {
        var link = new RouterLink("", DirectoryView.class);
        link.setQueryParameters(query.parameters());
        return link;
    }
}
