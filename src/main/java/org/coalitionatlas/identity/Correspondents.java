package org.coalitionatlas.identity;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.coalitionatlas.common.Email;
import org.coalitionatlas.common.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** People with an account who can be written to, in the language each of them chose. */
@Component
public class Correspondents {

    private final JdbcClient jdbc;

    Correspondents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Somebody to write to.
     *
     * @param organization the organization a member speaks for
     * @param counties FIPS codes of the counties a coordinator coordinates
     */
    public record Correspondent(
            UUID id,
            String name,
            Email email,
            Locale locale,
            Role role,
            @Nullable UUID organization,
            Set<String> counties) {}

    /** Everybody who may sign in, by name: two statements. For coordinators. */
    @Transactional(readOnly = true)
    @PreAuthorize("hasAnyRole('ADMINISTRATOR', 'COORDINATOR')")
    public List<Correspondent> all() {
        return read();
    }

    private List<Correspondent> read() {
        Map<UUID, Set<String>> counties = new HashMap<>();
        jdbc.sql("select person_id, county_fips from person_county")
                .query(
                        row -> {
                            counties.computeIfAbsent(Ids.of(row.getBytes(1)), id -> new HashSet<>())
                                    .add(row.getString(2));
                        });
        return jdbc.sql(
                        "select id, name, email, locale, role, organization_id from person where"
                                + " enabled = true order by name, id")
                .query(
                        (row, n) -> {
                            UUID id = Ids.of(row.getBytes(1));
                            byte @Nullable [] organization = row.getBytes(6);
                            return new Correspondent(
                                    id,
                                    row.getString(2),
                                    new Email(row.getString(3)),
                                    Locale.forLanguageTag(row.getString(4)),
                                    Role.valueOf(row.getString(5)),
                                    organization == null ? null : Ids.of(organization),
                                    counties.getOrDefault(id, Set.of()));
                        })
                .list();
    }

    /**
     * The coordinators and administrators among them, for letters the product writes by itself when
     * something happens. Whoever calls shows nobody any of it.
     */
    @Transactional(readOnly = true)
    @PreAuthorize("permitAll()")
    public List<Correspondent> coordinators() {
        return read().stream().filter(person -> person.role() != Role.MEMBER).toList();
    }

    /**
     * The organizations somebody with an account speaks for: the coalition's members. For
     * coordinators.
     */
    @Transactional(readOnly = true)
    @PreAuthorize("hasAnyRole('ADMINISTRATOR', 'COORDINATOR')")
    public Set<UUID> representedOrganizations() {
        return Set.copyOf(
                jdbc.sql(
                                "select distinct organization_id from person where enabled = true"
                                        + " and role = 'MEMBER' and organization_id is not null")
                        .query((row, n) -> Ids.of(row.getBytes(1)))
                        .list());
    }
}
