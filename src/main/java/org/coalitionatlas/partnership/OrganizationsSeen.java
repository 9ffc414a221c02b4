package org.coalitionatlas.partnership;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.coalitionatlas.common.Ids;
import org.coalitionatlas.directory.Audience;
import org.coalitionatlas.identity.CurrentPerson;
import org.coalitionatlas.identity.Role;
import org.coalitionatlas.identity.SignedIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which organizations the current person may know of, as a condition of SQL: a partnership names
 * two, and a page of them is sorted and counted by the database. Says what the directory's index
 * says about one organization, and besides that people always know of their own.
 */
@Component
class OrganizationsSeen {

    private final JdbcClient jdbc;
    private final CurrentPerson currentPerson;

    OrganizationsSeen(JdbcClient jdbc, CurrentPerson currentPerson) {
        this.jdbc = jdbc;
        this.currentPerson = currentPerson;
    }

    /** The condition on a table of organizations called so; needs {@link #values}. */
    String condition(String alias) {
        String any = "%s.publication <> 'ARCHIVED'".formatted(alias);
        if (currentPerson.get().role() != Role.MEMBER) {
            return any;
        }
        return ("(%1$s.id = :own and "
                        + any
                        + " or %1$s.publication = 'PUBLISHED' and %1$s.status"
                        + " <> 'DEFUNCT' and %1$s.audience in (:audiences))")
                .formatted(alias);
    }

    /** The condition that a contact person may be named; needs {@link #values}. */
    String contactCondition(String contact) {
        return ("(%1$s.retired_at is null and (%1$s.visibility in (:audiences) or"
                        + " %1$s.organization_id = :own))")
                .formatted(contact);
    }

    /** What the conditions quote. */
    Map<String, Object> values() {
        SignedIn person = currentPerson.get();
        UUID own = person.role() == Role.MEMBER ? person.organizationId() : null;
        List<String> audiences =
                Arrays.stream(Audience.values())
                        .filter(audience -> audience.includes(person.reader()))
                        .map(Audience::name)
                        .toList();
        return Map.of("own", Ids.bytes(own == null ? new UUID(0, 0) : own), "audiences", audiences);
    }

    /** Whether the current person is nobody's member, and so reads what is between two sides. */
    boolean isCoordinating() {
        return currentPerson.get().role() != Role.MEMBER;
    }

    /** Whether the current person may know of both. */
    boolean both(UUID one, UUID other) {
        String sql =
                "select count(*) from organization o where o.id in (:ids) and " + condition("o");
        return NamedValues.of(jdbc, sql, values())
                        .param("ids", List.of(Ids.bytes(one), Ids.bytes(other)))
                        .query(Long.class)
                        .single()
                == 2;
    }

    /** Whether that contact belongs to the provider and the current person may know of them. */
    boolean contactOf(UUID provider, UUID contact) {
        String sql =
                "select count(*) from contact c where c.id = :contact and c.organization_id ="
                        + " :provider and "
                        + contactCondition("c");
        return NamedValues.of(jdbc, sql, values())
                        .param("contact", Ids.bytes(contact))
                        .param("provider", Ids.bytes(provider))
                        .query(Long.class)
                        .single()
                == 1;
    }
}
