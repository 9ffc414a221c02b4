package org.coalitionatlas.common.ui;

import com.vaadin.flow.component.Component;
import java.util.Optional;

/**
 * What another room has that falls due, shown beside the queue of verifications. Every bean of this
 * type is asked each time the queue opens, so an answer costs a few statements, whatever there is.
 */
public interface DueSection {

    /** A few lines with the way to all of them; empty when nothing is due. */
    Optional<Component> due();
}
