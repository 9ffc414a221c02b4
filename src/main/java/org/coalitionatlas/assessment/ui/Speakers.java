package org.coalitionatlas.assessment.ui;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.coalitionatlas.directory.DirectorySearch;
import org.coalitionatlas.directory.OrganizationView;

/** Names of the organizations people speak for, as far as the reader may know of them. */
final class Speakers implements Serializable {

    private final transient DirectorySearch directory;
    private final Map<UUID, String> names = new HashMap<>();

    Speakers(DirectorySearch directory) {
        this.directory = directory;
    }

    /** The name; empty when there is none to show. */
    String organization(UUID id) {
        return names.computeIfAbsent(
                id, asked -> directory.organization(asked).map(OrganizationView::name).orElse(""));
    }
}
