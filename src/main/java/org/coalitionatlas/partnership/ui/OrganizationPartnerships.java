package org.coalitionatlas.partnership.ui;

import com.vaadin.flow.component.Component;
import java.util.UUID;
import org.coalitionatlas.directory.ui.OrganizationSection;
import org.coalitionatlas.partnership.ui.OrganizationBox.Choice;

/** Partnerships and contacts held, on the record of an organization. */
@org.springframework.stereotype.Component
class OrganizationPartnerships implements OrganizationSection {

    private final PartnershipTools tools;

    OrganizationPartnerships(PartnershipTools tools) {
        this.tools = tools;
    }

    @Override
    public Component section(UUID organization, String name) {
        return new PartnershipSection(new Choice(organization, name), tools);
    }
}
