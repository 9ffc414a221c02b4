package org.coalitionatlas.gaps.ui;

import com.vaadin.flow.component.UI;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/** Loads the arrow keys of the heat map: a file of our own, nothing of a bundle. */
final class GapKeys {

    private static final String FILE = "/assets/gaps.js";

    private GapKeys() {}

    static void load(UI ui, ResourceUrlProvider resources) {
        String versioned = resources.getForLookupPath(FILE);
        ui.getPage().addJavaScript("context:/" + (versioned == null ? FILE : versioned));
    }
}
