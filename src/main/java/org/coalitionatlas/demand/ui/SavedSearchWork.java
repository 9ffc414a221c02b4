package org.coalitionatlas.demand.ui;

import java.util.List;
import org.coalitionatlas.common.ui.HomeWork;
import org.coalitionatlas.demand.DemandNavigation;
import org.coalitionatlas.demand.SavedSearches;
import org.springframework.stereotype.Component;

/** News about saved searches on the home screen. */
@Component
class SavedSearchWork implements HomeWork {

    private final SavedSearches searches;

    SavedSearchWork(SavedSearches searches) {
        this.searches = searches;
    }

    @Override
    public List<Line> waiting() {
        long news = searches.countNews();
        return news == 0
                ? List.of()
                : List.of(new Line("seeking.saved.home", news, DemandNavigation.SAVED, false));
    }
}
