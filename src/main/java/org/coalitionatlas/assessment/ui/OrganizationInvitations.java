package org.coalitionatlas.assessment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.util.List;
import java.util.UUID;
import org.coalitionatlas.assessment.AssessmentNavigation;
import org.coalitionatlas.directory.ui.OrganizationSection;
import org.coalitionatlas.geography.County;
import org.coalitionatlas.identity.CoalitionProfile;
import org.coalitionatlas.identity.CurrentPerson;

/** Leads a coordinator from the record of an organization to inviting it; asks no database. */
@org.springframework.stereotype.Component
class OrganizationInvitations implements OrganizationSection {

    private final CoalitionProfile coalition;
    private final CurrentPerson currentPerson;

    OrganizationInvitations(CoalitionProfile coalition, CurrentPerson currentPerson) {
        this.coalition = coalition;
        this.currentPerson = currentPerson;
    }

    @StyleSheet("portal-invitation.css")
    private static final class Invites extends Section {}

    @Override
    public Component section(UUID organization, String name) {
        List<County> counties =
                coalition.counties().stream()
                        .filter(county -> currentPerson.get().coordinates(county.fips()))
                        .toList();
        var section = new Invites();
        if (counties.isEmpty()) {
            section.setVisible(false);
            return section;
        }
        section.addClassName("organization-invitations");
        section.add(
                new H2(section.getTranslation("invitation.directory.title")),
                new Paragraph(section.getTranslation("invitation.directory.text")));
        var links = new Div();
        links.addClassName("links");
        for (County county : counties) {
            links.add(
                    new Anchor(
                            AssessmentNavigation.invite(county.fips(), organization),
                            section.getTranslation("invitation.directory.link", county.name())));
        }
        section.add(links);
        return section;
    }
}
