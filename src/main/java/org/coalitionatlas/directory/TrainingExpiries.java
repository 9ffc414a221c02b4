package org.coalitionatlas.directory;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.coalitionatlas.common.Ids;
import org.coalitionatlas.identity.CurrentPerson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which trainings are to be taken again, ahead of time (001: once a year). */
@Component
public class TrainingExpiries {

    /** Days before its end from which a training is named. */
    public static final int AHEAD = 60;

    /** Lines looked at; the earliest ends come first, so that none is forgotten. */
    private static final int LARGEST_QUEUE = 1000;

    private final JdbcClient jdbc;
    private final DirectoryAccess access;
    private final CurrentPerson currentPerson;
    private final Clock clock;

    TrainingExpiries(
            JdbcClient jdbc, DirectoryAccess access, CurrentPerson currentPerson, Clock clock) {
        this.jdbc = jdbc;
        this.access = access;
        this.currentPerson = currentPerson;
        this.clock = clock;
    }

    /**
     * Trainings that end within {@link #AHEAD} days or have ended, the earliest end first, of the
     * organizations the current person may write. At most three statements, however many there are.
     */
    @Transactional(readOnly = true)
    @PreAuthorize("isAuthenticated()")
    public List<TrainingExpiry> due() {
        currentPerson.get();
        LocalDate before = LocalDate.now(clock).plusDays(AHEAD);
        List<TrainingExpiry> all =
                jdbc.sql(
                                """
                                select o.id, o.name, due.contact, due.topic, due.until
                                from (
                                  select c.organization_id, c.name as contact, t.topic,
                                         max(t.valid_until) as until
                                  from contact_training t join contact c on c.id = t.contact_id
                                  where c.retired_at is null
                                  group by c.organization_id, c.id, c.name, t.topic
                                  union all
                                  select organization_id, null, topic, max(valid_until)
                                  from organization_training
                                  group by organization_id, topic
                                ) due
                                join organization o on o.id = due.organization_id
                                where due.until <= :before and o.publication <> 'ARCHIVED'
                                order by due.until, o.name, due.contact
                                limit :most
                                """)
                        .param("before", before)
                        .param("most", LARGEST_QUEUE)
                        .query(
                                (row, n) ->
                                        new TrainingExpiry(
                                                Ids.of(row.getBytes("id")),
                                                row.getString("name"),
                                                row.getString("contact"),
                                                TrainingTopic.valueOf(row.getString("topic")),
                                                row.getObject("until", LocalDate.class)))
                        .list();
        Set<java.util.UUID> mine =
                access.editable(
                        all.stream()
                                .map(TrainingExpiry::organizationId)
                                .collect(Collectors.toSet()));
        return all.stream().filter(line -> mine.contains(line.organizationId())).toList();
    }
}
