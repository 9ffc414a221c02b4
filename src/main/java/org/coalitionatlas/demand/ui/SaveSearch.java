package org.coalitionatlas.demand.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import org.coalitionatlas.common.ui.SearchExtra;
import org.coalitionatlas.demand.DemandNavigation;
import org.coalitionatlas.demand.SavedSearches;

/** Saving the search on the screen. */
@org.springframework.stereotype.Component
class SaveSearch implements SearchExtra {

    private final SavedSearches searches;

    SaveSearch(SavedSearches searches) {
        this.searches = searches;
    }

    @Override
    public Component forSearch(String query, String summary) {
        var box = new Div();
        box.addClassName("save-search");
        var save = new Button(box.getTranslation("seeking.save"), VaadinIcon.BOOKMARK.create());
        save.addClickListener(click -> new SaveSearchDialog(searches, query, summary).open());
        box.add(save, new Anchor(DemandNavigation.SAVED, box.getTranslation("seeking.saved.open")));
        return box;
    }
}
