package org.coalitionatlas.capacity.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.RouteParameters;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.coalitionatlas.capacity.CapacityNavigation;
import org.coalitionatlas.capacity.NoSuchResponse;
import org.coalitionatlas.common.ui.EmptyState;
import org.springframework.security.access.AccessDeniedException;

/**
 * Stands where a response is asked for that does not exist or is not this person's: the two are
 * told alike, so that nobody learns of a response by its address.
 */
final class NotFoundHere extends Composite<Div> {

    NotFoundHere() {
        getContent()
                .add(
                        new EmptyState(
                                getTranslation("capacity.result.nothing.title"),
                                getTranslation("capacity.result.nothing.hint"),
                                new Anchor(
                                        CapacityNavigation.OVERVIEW,
                                        getTranslation("capacity.result.nothing.link"))));
    }

    /** What is read for the response of the address, if this person may read it. */
    static <T> Optional<T> read(RouteParameters parameters, Function<UUID, T> reading) {
        try {
            return parameters.get("response").map(UUID::fromString).map(reading);
        } catch (NoSuchResponse | AccessDeniedException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
