package org.coalitionatlas.common.ui;

import com.vaadin.flow.component.Component;

/** What another room offers beside the results of a search; every bean of this type is asked. */
public interface SearchExtra {

    /**
     * A control for the search that is shown.
     *
     * @param query the search as its address writes it, without a question mark
     * @param summary the search in words, to be proposed as its name
     */
    Component forSearch(String query, String summary);
}
