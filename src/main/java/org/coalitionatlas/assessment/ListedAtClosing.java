package org.coalitionatlas.assessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.coalitionatlas.assessment.MergeRules.Fact;
import org.coalitionatlas.common.FollowingRows;
import org.coalitionatlas.common.Ids;
import org.coalitionatlas.common.OrganizationsMerged;
import org.coalitionatlas.common.OrganizationsSeparated;
import org.coalitionatlas.directory.Audience;
import org.coalitionatlas.directory.ProviderFacts;
import org.coalitionatlas.directory.ProviderFacts.ServiceFacts;
import org.coalitionatlas.directory.Publication;
import org.coalitionatlas.geography.County;
import org.coalitionatlas.identity.CurrentPerson;
import org.coalitionatlas.identity.Reader;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which providers stood on a sheet when its cycle was closed, and what they and their services were
 * called. To be called within a transaction; the caller checks access to the sheet.
 */
@Component
class ListedAtClosing {

    /** Stands in for a service where a provider was spoken of and not listed. */
    private static final UUID NO_SERVICE = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final ProviderFacts providerFacts;
    private final CurrentPerson currentPerson;
    private final FollowingRows rows;

    ListedAtClosing(
            JdbcClient jdbc,
            JdbcTemplate batches,
            ProviderFacts providerFacts,
            CurrentPerson currentPerson) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.providerFacts = providerFacts;
        this.currentPerson = currentPerson;
        rows =
                new FollowingRows(
                        jdbc,
                        "assessment_listed",
                        "provider_id",
                        "",
                        List.of("assessment_id", "need_code", "service_id"));
    }

    /**
     * A provider as the sheet names it for one need.
     *
     * @param services names of those it is listed for; none when it was only spoken of
     * @param isPublished whether one of them is public
     * @param recorded what dated records said of it when the cycle was closed; nothing while it is
     *     open
     */
    record Listed(
            String name,
            List<String> services,
            boolean isPublished,
            Map<Question, Answer> recorded) {}

    /**
     * Keeps what is listed now, in place of what was kept at an earlier closing.
     *
     * @param known what is on record today
     */
    void keep(UUID assessmentId, County county, Known known) {
        forget(assessmentId);
        var values = new ArrayList<@Nullable Object[]>();
        var listed = new HashSet<Map.Entry<String, UUID>>();
        for (ServiceFacts service : providerFacts.servicesFor(List.of(county))) {
            if (service.publication() == Publication.ARCHIVED) {
                continue;
            }
            for (String need : service.needs().codes()) {
                listed.add(Map.entry(need, service.organizationId()));
                values.add(
                        row(
                                assessmentId,
                                need,
                                service.organizationId(),
                                service.id(),
                                service.organizationName(),
                                service.name(),
                                service.audience(),
                                service.publication() == Publication.PUBLISHED,
                                known));
            }
        }
        spokenOf(assessmentId)
                .forEach(
                        (place, named) -> {
                            if (!listed.contains(place)) {
                                values.add(
                                        row(
                                                assessmentId,
                                                place.getKey(),
                                                place.getValue(),
                                                NO_SERVICE,
                                                named.name(),
                                                "",
                                                named.audience(),
                                                false,
                                                known));
                            }
                        });
        batches.batchUpdate(
                "insert into assessment_listed (id, assessment_id, need_code, provider_id,"
                        + " service_id, provider, service, audience, published, contact_recorded,"
                        + " partners_recorded, trained_recorded) values (?, ?, ?, ?, ?, ?, ?, ?, ?,"
                        + " ?, ?, ?)",
                values);
    }

    /** Forgets it: the cycle takes answers again. */
    void forget(UUID assessmentId) {
        jdbc.sql("delete from assessment_listed where assessment_id = ?")
                .param(Ids.bytes(assessmentId))
                .update();
    }

    private static @Nullable Object[] row(
            UUID assessmentId,
            String need,
            UUID provider,
            UUID service,
            String name,
            String serviceName,
            Audience audience,
            boolean published,
            Known known) {
        Map<Question, Fact<Answer>> records = known.of(provider);
        return new @Nullable Object[] {
            Ids.bytes(Ids.newId()),
            Ids.bytes(assessmentId),
            need,
            Ids.bytes(provider),
            Ids.bytes(service),
            name,
            serviceName,
            audience.name(),
            published,
            recorded(records, Question.CONTACT),
            recorded(records, Question.PARTNER),
            recorded(records, Question.TRAINED)
        };
    }

    private static @Nullable String recorded(
            Map<Question, Fact<Answer>> records, Question question) {
        Fact<Answer> fact = records.get(question);
        return fact == null ? null : fact.value().name();
    }

    private record Named(String name, Audience audience) {}

    private Map<Map.Entry<String, UUID>, Named> spokenOf(UUID assessmentId) {
        var spokenOf = new HashMap<Map.Entry<String, UUID>, Named>();
        jdbc.sql(
                        """
                        select distinct a.need_code, a.provider_id, o.name, o.publication, o.status,
                          o.audience
                        from assessment_answer a join organization o on o.id = a.provider_id
                        where a.assessment_id = ?
                        """)
                .param(Ids.bytes(assessmentId))
                .query(
                        row -> {
                            spokenOf.put(
                                    Map.entry(row.getString(1), Ids.of(row.getBytes(2))),
                                    new Named(
                                            row.getString(3),
                                            isPublic(row.getString(4), row.getString(5))
                                                    ? Audience.valueOf(row.getString(6))
                                                    : Audience.COORDINATORS));
                        });
        return spokenOf;
    }

    private static boolean isPublic(String publication, String status) {
        return publication.equals(Publication.PUBLISHED.name()) && !status.equals("DEFUNCT");
    }

    /**
     * What was listed when the cycle was closed, by need and provider, as the current person may
     * know of it: what they might not see then, or what was hidden since, is not in it. One
     * statement.
     */
    Map<String, Map<UUID, Listed>> of(UUID assessmentId) {
        Reader reader = currentPerson.reader();
        var listed = new HashMap<String, Map<UUID, Listed>>();
        jdbc.sql(
                        """
                        select l.need_code, l.provider_id, l.provider, l.service, l.audience,
                          l.published, l.contact_recorded, l.partners_recorded,
                          l.trained_recorded, o.publication as o_publication, o.audience as o_audience,
                          s.publication as s_publication, s.audience as s_audience
                        from assessment_listed l
                        left join organization o on o.id = l.provider_id
                        left join service s on s.id = l.service_id
                        where l.assessment_id = ?
                        order by l.provider, l.service, l.id
                        """)
                .param(Ids.bytes(assessmentId))
                .query(
                        row -> {
                            if (maySee(reader, row)) {
                                listed.computeIfAbsent(
                                                row.getString("need_code"),
                                                need -> new LinkedHashMap<>())
                                        .merge(
                                                Ids.of(row.getBytes("provider_id")),
                                                listed(row),
                                                ListedAtClosing::both);
                            }
                        });
        return listed;
    }

    private static Listed listed(ResultSet row) throws SQLException {
        String service = row.getString("service");
        return new Listed(
                row.getString("provider"),
                service.isEmpty() ? List.of() : List.of(service),
                row.getBoolean("published"),
                Worksheet.Row.answers(
                        answer(row, "contact_recorded"),
                        answer(row, "partners_recorded"),
                        answer(row, "trained_recorded")));
    }

    private static @Nullable Answer answer(ResultSet row, String column) throws SQLException {
        String stored = row.getString(column);
        return stored == null ? null : Answer.valueOf(stored);
    }

    private static Listed both(Listed one, Listed other) {
        var services = new ArrayList<>(one.services());
        other.services().stream().filter(s -> !services.contains(s)).forEach(services::add);
        return new Listed(
                one.name(),
                List.copyOf(services),
                one.isPublished() || other.isPublished(),
                one.recorded());
    }

    private static boolean maySee(Reader reader, ResultSet row) throws SQLException {
        return reader == Reader.COORDINATORS
                || Audience.valueOf(row.getString("audience")).includes(reader)
                        && stillMay(
                                reader, row.getString("o_publication"), row.getString("o_audience"))
                        && stillMay(
                                reader,
                                row.getString("s_publication"),
                                row.getString("s_audience"));
    }

    // What is archived is over and no secret; what was withheld or meant for fewer people since is.
    private static boolean stillMay(
            Reader reader, @Nullable String publication, @Nullable String audience) {
        return publication == null
                || audience == null
                || Set.of(Publication.PUBLISHED.name(), Publication.ARCHIVED.name())
                                .contains(publication)
                        && Audience.valueOf(audience).includes(reader);
    }

    @EventListener
    void follow(OrganizationsMerged merged) {
        rows.follow(merged);
    }

    @EventListener
    void goBack(OrganizationsSeparated separated) {
        rows.goBack(separated);
    }
}
