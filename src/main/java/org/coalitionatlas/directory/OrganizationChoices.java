package org.coalitionatlas.directory;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.coalitionatlas.identity.CurrentPerson;
import org.coalitionatlas.identity.OrganizationNames;
import org.coalitionatlas.identity.Role;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;

/** Tells the other rooms what organizations are called and who coordinates them. */
@Component
class OrganizationChoices implements OrganizationNames {

    private final DirectorySearch search;
    private final Organizations organizations;
    private final DirectoryAccess access;
    private final CurrentPerson currentPerson;

    OrganizationChoices(
            DirectorySearch search,
            Organizations organizations,
            DirectoryAccess access,
            CurrentPerson currentPerson) {
        this.search = search;
        this.organizations = organizations;
        this.access = access;
        this.currentPerson = currentPerson;
    }

    @Override
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    public List<Choice> find(String text, int most) {
        return search.organizations(text, most).stream()
                .map(organization -> new Choice(organization.id(), organization.name()))
                .toList();
    }

    @Override
    @PreAuthorize("isAuthenticated()")
    public Map<UUID, String> names(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : organizations.namesOf(ids).stream()
                        .collect(Collectors.toMap(row -> (UUID) row[0], row -> (String) row[1]));
    }

    @Override
    @PreAuthorize("isAuthenticated()")
    public Set<UUID> coordinated(Collection<UUID> ids) {
        return currentPerson.get().role() == Role.MEMBER ? Set.of() : access.editable(ids);
    }
}
