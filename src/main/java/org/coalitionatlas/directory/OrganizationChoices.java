package org.coalitionatlas.directory;

import java.util.List;
import org.coalitionatlas.identity.OrganizationNames;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;

/** Tells administrators which organizations a new member can speak for. */
@Component
class OrganizationChoices implements OrganizationNames {

    private final DirectorySearch search;

    OrganizationChoices(DirectorySearch search) {
        this.search = search;
    }

    @Override
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    public List<Choice> find(String text, int most) {
        return search.organizations(text, most).stream()
                .map(organization -> new Choice(organization.id(), organization.name()))
                .toList();
    }
}
