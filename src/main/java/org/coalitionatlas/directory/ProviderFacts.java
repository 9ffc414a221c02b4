package org.coalitionatlas.directory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.coalitionatlas.common.Ids;
import org.coalitionatlas.common.WeeklyHours;
import org.coalitionatlas.geography.County;
import org.coalitionatlas.identity.CurrentPerson;
import org.coalitionatlas.identity.Reader;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the directory knows of the providers of some counties, as plain values for assessment and
 * gaps: two statements, however many providers there are, and no entity.
 */
@Component
public class ProviderFacts {

    private final NamedParameterJdbcTemplate jdbc;
    private final CurrentPerson currentPerson;

    ProviderFacts(NamedParameterJdbcTemplate jdbc, CurrentPerson currentPerson) {
        this.jdbc = jdbc;
        this.currentPerson = currentPerson;
    }

    /**
     * A service that serves one of the counties.
     *
     * @param rootOrganizationId its parent's id where it has one, else its own: what counts as one
     *     provider (PRODUCT §7, R)
     * @param active neither inactive, defunct nor temporarily closed, and not archived
     * @param assuredOn day of the last verification
     * @param weekly hours in which somebody answers the year around ({@link
     *     OpeningHours#reachable()}); never-open when not stated
     * @param locationCounties FIPS codes of the counties it stands in; none when it has no place
     * @param audience whoever may know of it: the narrower of its own and its organization's, and
     *     coordinators alone while either is a draft, archived or defunct
     */
    public record ServiceFacts(
            UUID id,
            String name,
            UUID organizationId,
            String organizationName,
            UUID rootOrganizationId,
            Publication publication,
            boolean active,
            CodeSet needs,
            Set<String> areas,
            boolean remote,
            CodeSet languages,
            boolean interpretation,
            CodeSet accepts,
            WeeklyHours weekly,
            @Nullable CapacityValue capacity,
            @Nullable LocalDate assuredOn,
            Set<String> locationCounties,
            Audience audience) {

        /** Whether its area includes the county. */
        public boolean serves(County county) {
            return ServiceArea.codesCovering(county).stream().anyMatch(areas::contains);
        }

        /** Whether it says it accepts all these axis values together. */
        public boolean accepts(Collection<String> axisValues) {
            return axisValues.stream().allMatch(accepts::contains);
        }
    }

    /** The services, drafts included, whose area includes one of the counties. */
    @Transactional(readOnly = true)
    @PreAuthorize("isAuthenticated()")
    public List<ServiceFacts> servicesFor(Collection<County> counties) {
        if (counties.isEmpty()) {
            return List.of();
        }
        Set<String> codes = new HashSet<>();
        counties.forEach(county -> codes.addAll(ServiceArea.codesCovering(county)));
        return read("where a.area_code in (:codes)", Map.of("codes", codes));
    }

    /**
     * The same without what the current person may not know of (ARCHITECTURE rule 3), for screens
     * that name services. For members.
     */
    @Transactional(readOnly = true)
    @PreAuthorize("isAuthenticated()")
    public List<ServiceFacts> visibleServicesFor(Collection<County> counties) {
        Reader reader = currentPerson.reader();
        if (reader == Reader.COORDINATORS) {
            return servicesFor(counties);
        }
        if (counties.isEmpty()) {
            return List.of();
        }
        Set<String> codes = new HashSet<>();
        counties.forEach(county -> codes.addAll(ServiceArea.codesCovering(county)));
        return read(
                """
                where a.area_code in (:codes)
                  and s.publication = 'PUBLISHED' and o.publication = 'PUBLISHED'
                  and s.status <> 'DEFUNCT' and o.status <> 'DEFUNCT'
                  and s.audience in (:audiences) and o.audience in (:audiences)
                """,
                Map.of(
                        "codes",
                        codes,
                        "audiences",
                        Arrays.stream(Audience.values())
                                .filter(audience -> audience.includes(reader))
                                .map(Audience::name)
                                .toList()));
    }

    /** Every service of the directory; for figures over all counties. */
    @Transactional(readOnly = true)
    @PreAuthorize("hasAnyRole('ADMINISTRATOR', 'COORDINATOR')")
    public List<ServiceFacts> allServices() {
        return read("", Map.of());
    }

    /**
     * Whether the organization stands in the county, or offers a published service there: its
     * people know the county's providers. For members.
     */
    @Transactional(readOnly = true)
    @PreAuthorize("isAuthenticated()")
    public boolean worksIn(UUID organizationId, County county) {
        Long found =
                jdbc.queryForObject(
                        """
                        select (select count(*) from location
                                where organization_id = :organization and county_fips = :fips
                                  and retired_at is null)
                          + (select count(*) from service s
                             join service_area a on a.service_id = s.id
                             where s.organization_id = :organization
                               and s.publication = 'PUBLISHED' and a.area_code in (:codes))
                        """,
                        Map.of(
                                "organization",
                                Ids.bytes(organizationId),
                                "fips",
                                county.fips(),
                                "codes",
                                ServiceArea.codesCovering(county)),
                        Long.class);
        return found != null && found > 0;
    }

    /**
     * How an organization is trained on human trafficking, by its records.
     *
     * @param until first day on which the latest training no longer counts
     * @param takenOn the day of the latest training that still counts, or of the latest of all when
     *     none does
     */
    public record Trained(LocalDate until, LocalDate takenOn) {}

    /**
     * The trainings on human trafficking on record for that day, by organization: one taken later
     * does not count for it yet. Organizations without any are absent: nobody knows, which is not
     * the same as untrained.
     */
    @Transactional(readOnly = true)
    @PreAuthorize("isAuthenticated()")
    public Map<UUID, Trained> trainedOn(LocalDate day) {
        var trained = new HashMap<UUID, Trained>();
        jdbc.query(
                """
                select organization_id, max(valid_until) as latest_until,
                       coalesce(max(case when valid_until > :day then taken_on end), max(taken_on))
                         as latest_taken
                from (
                  select c.organization_id, t.taken_on, t.valid_until
                  from contact_training t join contact c on c.id = t.contact_id
                  where t.topic = 'IDENTIFICATION_RESPONSE' and t.taken_on <= :day
                    and (c.retired_at is null or c.retired_at >= :next)
                  union all
                  select organization_id, taken_on, valid_until
                  from organization_training
                  where topic = 'IDENTIFICATION_RESPONSE' and taken_on <= :day
                ) taken
                group by organization_id
                """,
                Map.of("day", day, "next", day.plusDays(1)),
                row -> {
                    trained.put(
                            Ids.of(row.getBytes("organization_id")),
                            new Trained(
                                    row.getObject("latest_until", LocalDate.class),
                                    row.getObject("latest_taken", LocalDate.class)));
                });
        return trained;
    }

    private List<ServiceFacts> read(String where, Map<String, ?> parameters) {
        var rows = new LinkedHashMap<UUID, Building>();
        jdbc.query(
                """
                select s.id, s.name, s.publication, s.status, s.needs, s.remote, s.languages,
                       s.interpretation, s.accepts, s.hours_weekly, s.hours_special, s.capacity, s.assured_on,
                       a.area_code, o.id as organization_id, o.name as organization_name,
                       o.parent_id, o.publication as organization_publication,
                       o.status as organization_status,
                       s.audience, o.audience as organization_audience,
                       l.county_fips, l.hours_weekly as location_hours,
                       l.hours_special as location_special
                from service_area a
                join service s on s.id = a.service_id
                join organization o on o.id = s.organization_id
                left join service_at_location sl on sl.service_id = s.id
                left join location l on l.id = sl.location_id and l.retired_at is null
                """
                        + where
                        + " order by o.name, s.name, s.id",
                parameters,
                row -> {
                    UUID id = Ids.of(row.getBytes("id"));
                    Building service = rows.get(id);
                    if (service == null) {
                        service = new Building(id, row);
                        rows.put(id, service);
                    }
                    service.addPlaceAndArea(row);
                });
        return rows.values().stream().map(Building::facts).toList();
    }

    /** Collects the rows of one service. */
    private static final class Building {

        private final UUID id;
        private final String name;
        private final UUID organizationId;
        private final String organizationName;
        private final UUID root;
        private final Publication publication;
        private final boolean active;
        private final CodeSet needs;
        private final boolean remote;
        private final CodeSet languages;
        private final boolean interpretation;
        private final CodeSet accepts;
        private final OpeningHours ownHours;
        private final @Nullable CapacityValue capacity;
        private final @Nullable LocalDate assuredOn;
        private final Audience audience;
        private final Set<String> areas = new HashSet<>();
        private final Set<String> locationCounties = new HashSet<>();
        private final List<OpeningHours> locationHours = new ArrayList<>();

        Building(UUID id, java.sql.ResultSet row) throws java.sql.SQLException {
            this.id = id;
            name = row.getString("name");
            organizationId = Ids.of(row.getBytes("organization_id"));
            organizationName = row.getString("organization_name");
            byte[] parent = row.getBytes("parent_id");
            root = parent == null ? organizationId : Ids.of(parent);
            Publication own = Publication.valueOf(row.getString("publication"));
            Publication ofOrganization =
                    Publication.valueOf(row.getString("organization_publication"));
            publication = own.within(ofOrganization);
            Status status =
                    Status.valueOf(row.getString("status"))
                            .within(Status.valueOf(row.getString("organization_status")));
            audience =
                    publication == Publication.PUBLISHED && status != Status.DEFUNCT
                            ? Audience.valueOf(row.getString("audience"))
                                    .and(Audience.valueOf(row.getString("organization_audience")))
                            : Audience.COORDINATORS;
            active = publication != Publication.ARCHIVED && status == Status.ACTIVE;
            needs = CodeSet.parse(row.getString("needs"));
            remote = row.getBoolean("remote");
            languages = CodeSet.parse(row.getString("languages"));
            String interpreted = row.getString("interpretation");
            interpretation = interpreted != null && !interpreted.isBlank();
            accepts = CodeSet.parse(row.getString("accepts"));
            ownHours = hours(row, "hours_weekly", "hours_special");
            String room = row.getString("capacity");
            capacity = room == null ? null : CapacityValue.valueOf(room);
            assuredOn = row.getObject("assured_on", LocalDate.class);
        }

        void addPlaceAndArea(java.sql.ResultSet row) throws java.sql.SQLException {
            areas.add(row.getString("area_code"));
            String county = row.getString("county_fips");
            if (county != null) {
                locationCounties.add(county);
            }
            locationHours.add(hours(row, "location_hours", "location_special"));
        }

        private static OpeningHours hours(java.sql.ResultSet row, String weekly, String special)
                throws java.sql.SQLException {
            return new OpeningHours(row.getString(weekly), false, null, row.getString(special));
        }

        ServiceFacts facts() {
            return new ServiceFacts(
                    id,
                    name,
                    organizationId,
                    organizationName,
                    root,
                    publication,
                    active,
                    needs,
                    Set.copyOf(areas),
                    remote,
                    languages,
                    interpretation,
                    accepts,
                    ownHours.over(locationHours).reachable(),
                    capacity,
                    assuredOn,
                    Set.copyOf(locationCounties),
                    audience);
        }
    }
}
