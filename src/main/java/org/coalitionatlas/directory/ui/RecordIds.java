package org.coalitionatlas.directory.ui;

import com.vaadin.flow.router.BeforeEnterEvent;
import java.util.Optional;
import java.util.UUID;

/** Reads the record's id from an address; anything else is no record. */
final class RecordIds {

    private RecordIds() {}

    static Optional<UUID> of(BeforeEnterEvent event) {
        return event.getRouteParameters().get("id").flatMap(RecordIds::parse);
    }

    static Optional<UUID> parse(String text) {
        return Optional.of(text)
                .filter(id -> id.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"))
                .map(UUID::fromString);
    }
}
