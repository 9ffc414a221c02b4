package org.coalitionatlas.directory.ui;

import com.vaadin.flow.component.Component;
import java.util.UUID;

/**
 * What another room shows on the record of an organization. Every bean of this type is asked when a
 * record opens, for readers who may see that organization.
 */
public interface OrganizationSection {

    /** A section with a heading of the second level. */
    Component section(UUID organization, String name);
}
