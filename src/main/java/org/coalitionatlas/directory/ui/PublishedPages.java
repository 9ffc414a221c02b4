package org.coalitionatlas.directory.ui;

import com.vaadin.flow.component.UI;
import java.util.UUID;
import org.coalitionatlas.directory.CallSheet;

/** Addresses of the pages anybody can read, in the current person's language. */
final class PublishedPages {

    private PublishedPages() {}

    static String service(UUID id) {
        return root() + "/services/" + id;
    }

    static String organization(UUID id) {
        return root() + "/organizations/" + id;
    }

    static String callSheet(CallSheet sheet) {
        return root() + "/call-sheet?ids=" + sheet;
    }

    /** How a partner puts the search field on its own site. */
    static String embedding() {
        return root().replace("/directory", "/help/embed");
    }

    private static String root() {
        boolean spanish = UI.getCurrent().getLocale().getLanguage().equals("es");
        return spanish ? "/es/directory" : "/directory";
    }
}
