package org.coalitionatlas.directory.ui;

import com.vaadin.flow.component.UI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.coalitionatlas.common.ui.SearchHints;
import org.coalitionatlas.directory.DirectoryNavigation;
import org.coalitionatlas.directory.Publication;
import org.coalitionatlas.directory.RecordKind;
import org.coalitionatlas.directory.SearchSuggestions;
import org.coalitionatlas.directory.SearchSuggestions.Standing;
import org.coalitionatlas.directory.SearchSuggestions.Suggestion;
import org.coalitionatlas.directory.Status;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The directory's suggestions for the search box of every screen. */
@Component
class DirectoryHints implements SearchHints {

    private final SearchSuggestions suggestions;
    private final DirectoryWords words;

    DirectoryHints(SearchSuggestions suggestions, DirectoryWords words) {
        this.suggestions = suggestions;
        this.words = words;
    }

    @Override
    public List<Hint> hints(String typed, Locale locale) {
        return suggestions.suggest(typed, locale).stream()
                .map(one -> new Hint(kind(one), one.label(), detail(one, words), path(one)))
                .toList();
    }

    /** What a suggestion is, in the current person's words. */
    static String kind(Suggestion suggestion) {
        return UI.getCurrent()
                .getTranslation(
                        "seeking.suggest.kind."
                                + suggestion.kind().name().toLowerCase(Locale.ROOT));
    }

    /** What makes it plainer, and how a record stands when nobody should rely on it. */
    static @Nullable String detail(Suggestion suggestion, DirectoryWords words) {
        Standing standing = suggestion.standing();
        if (standing == null) {
            return suggestion.detail();
        }
        var parts = new ArrayList<String>();
        if (suggestion.detail() != null) {
            parts.add(suggestion.detail());
        }
        if (standing.publication() != Publication.PUBLISHED) {
            parts.add(words.of("publication", standing.publication()));
        }
        if (standing.status() != Status.ACTIVE) {
            parts.add(words.of("status", standing.status()));
        }
        RecordKind kind =
                suggestion.kind() == SearchSuggestions.Kind.ORGANIZATION
                        ? RecordKind.ORGANIZATION
                        : RecordKind.SERVICE;
        String unsure = words.unsure(kind, standing.assuredOn(), standing.assuredHow());
        if (unsure != null) {
            parts.add(unsure);
        }
        return parts.isEmpty() ? null : String.join(" · ", parts);
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
