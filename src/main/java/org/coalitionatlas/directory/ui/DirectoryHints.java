package org.coalitionatlas.directory.ui;

import com.vaadin.flow.component.UI;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.coalitionatlas.common.ui.SearchHints;
import org.coalitionatlas.directory.DirectoryNavigation;
import org.coalitionatlas.directory.SearchSuggestions;
import org.coalitionatlas.directory.SearchSuggestions.Suggestion;
import org.springframework.stereotype.Component;

/** The directory's suggestions for the search box of every screen. */
@Component
class DirectoryHints implements SearchHints {

    private final SearchSuggestions suggestions;

    DirectoryHints(SearchSuggestions suggestions) {
        this.suggestions = suggestions;
    }

    @Override
    public List<Hint> hints(String typed, Locale locale) {
        return suggestions.suggest(typed, locale).stream()
                .map(one -> new Hint(kind(one), one.label(), one.detail(), path(one)))
                .toList();
    }

    /** What a suggestion is, in the current person's words. */
    static String kind(Suggestion suggestion) {
        return UI.getCurrent()
                .getTranslation(
                        "seeking.suggest.kind."
                                + suggestion.kind().name().toLowerCase(Locale.ROOT));
    }

    /** Where a suggestion leads. */
    static String path(Suggestion suggestion) {
        return switch (suggestion.kind()) {
            case ORGANIZATION ->
                    DirectoryNavigation.organization(
                            UUID.fromString(suggestion.values().getFirst()));
            case SERVICE ->
                    DirectoryNavigation.service(UUID.fromString(suggestion.values().getFirst()));
            case NEED, CATEGORY, COUNTY, ZIP ->
                    DirectoryNavigation.SEARCH
                            + "?"
                            + DirectoryQuery.EMPTY.taking(suggestion).parameters().getQueryString();
        };
    }
}
