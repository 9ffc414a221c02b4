package org.coalitionatlas.directory.ui;

import com.vaadin.flow.component.UI;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/**
 * Loads styles and scripts that the published pages share: files of our own, nothing of a bundle.
 */
@Component
class OwnFiles {

    private final ResourceUrlProvider resources;

    OwnFiles(ResourceUrlProvider resources) {
        this.resources = resources;
    }

    /**
     * @param file its address without a fingerprint
     */
    void script(UI ui, String file) {
        ui.getPage().addJavaScript(address(file));
    }

    /**
     * @param file its address without a fingerprint
     */
    void style(UI ui, String file) {
        ui.getPage().addStyleSheet(address(file));
    }

    // With its fingerprint, because browsers keep these files for a year.
    private String address(String file) {
        String versioned = resources.getForLookupPath(file);
        return "context:/" + (versioned == null ? file : versioned);
    }
}
