package org.coalitionatlas.directory.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import java.util.List;
import java.util.function.UnaryOperator;

/** The filters that are on, each a link to the same search without it. */
final class FilterChips extends Composite<UnorderedList> {

    private final DirectoryWords words;
    private final UnaryOperator<QueryParameters> carried;

    /**
     * @param carried what every link keeps besides the search
     */
    FilterChips(DirectoryWords words, UnaryOperator<QueryParameters> carried) {
        this.words = words;
        this.carried = carried;
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

    private RouterLink link(DirectoryQuery query) {
        var link = new RouterLink("", DirectoryView.class);
        link.setQueryParameters(carried.apply(query.parameters()));
        return link;
    }
}
