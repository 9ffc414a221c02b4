package org.coalitionatlas.assessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.coalitionatlas.assessment.ListedAtClosing.Listed;
import org.coalitionatlas.assessment.Worksheet.Line;
import org.coalitionatlas.assessment.Worksheet.Narrative;
import org.coalitionatlas.assessment.Worksheet.Row;
import org.coalitionatlas.common.Ids;
import org.coalitionatlas.directory.DirectorySearch;
import org.coalitionatlas.directory.OrganizationView;
import org.coalitionatlas.directory.ProviderFacts;
import org.coalitionatlas.directory.ProviderFacts.ServiceFacts;
import org.coalitionatlas.directory.Publication;
import org.coalitionatlas.geography.County;
import org.coalitionatlas.taxonomy.Need;
import org.coalitionatlas.taxonomy.Taxonomy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Puts a county's sheet together: one statement for each kind of thing on it, however many
 * providers and people there are. The caller checks access and opens the transaction.
 */
@Component
class WorksheetReader {

    private final JdbcClient jdbc;
    private final ResolutionRecords resolutions;
    private final AnswerRecords answers;
    private final NarrativeRecords narratives;
    private final ProviderFacts providerFacts;
    private final ListedAtClosing atClosing;
    private final KnownRecords records;
    private final DirectorySearch directorySearch;
    private final Taxonomy taxonomy;

    WorksheetReader(
            JdbcClient jdbc,
            ResolutionRecords resolutions,
            AnswerRecords answers,
            NarrativeRecords narratives,
            ProviderFacts providerFacts,
            ListedAtClosing atClosing,
            KnownRecords records,
            DirectorySearch directorySearch,
            Taxonomy taxonomy) {
        this.jdbc = jdbc;
        this.resolutions = resolutions;
        this.answers = answers;
        this.narratives = narratives;
        this.providerFacts = providerFacts;
        this.atClosing = atClosing;
        this.records = records;
        this.directorySearch = directorySearch;
        this.taxonomy = taxonomy;
    }

    /**
     * @param all the county's cycles
     */
    Worksheet read(Assessment assessment, List<Assessment> all, County county) {
        UUID carriedFrom = assessment.carriedFrom();
        Assessment former =
                assessment.state() == CycleState.OPEN
                        ? all.stream()
                                .filter(one -> one.id().equals(carriedFrom))
                                .findFirst()
                                .orElse(null)
                        : null;
        var sheet = new Reading(assessment, former, county);
        var lines = new ArrayList<Line>();
        for (Need need : taxonomy.needs()) {
            lines.add(sheet.line(need));
        }
        var texts = new EnumMap<NarrativeTopic, Narrative>(NarrativeTopic.class);
        for (AssessmentNarrative record : narratives.findByAssessmentId(assessment.id())) {
            texts.put(record.topic(), Narratives.view(record));
        }
        return new Worksheet(
                assessment.id(),
                county,
                assessment.view(),
                all.stream().map(Assessment::view).toList(),
                lines,
                texts);
    }

    /** Everything of one sheet, by need and provider. */
    private final class Reading {

        private final Map<String, Map<UUID, List<Statement>>> said;
        private final Map<String, Map<UUID, List<Ruling>>> ruled = new HashMap<>();
        private final Map<String, Map<UUID, AssessmentAnswer>> last;
        private final Map<String, Map<UUID, AssessmentAnswer>> frozen;
        private final Map<String, Map<UUID, Listed>> listed;
        private final Map<UUID, String> names = new HashMap<>();
        private final @Nullable Known known;
        private final boolean carried;

        /** What was listed at the former closing; {@code null} when that is not known. */
        private final @Nullable Map<String, Map<UUID, Listed>> formerly;

        /**
         * @param former the cycle whose answers are shown as last time's
         */
        Reading(Assessment assessment, @Nullable Assessment former, County county) {
            boolean open = assessment.state() == CycleState.OPEN;
            said = statements(assessment.id());
            resolutions
                    .findByAssessmentId(assessment.id())
                    .forEach(
                            r ->
                                    ruled.computeIfAbsent(r.needCode(), code -> new HashMap<>())
                                            .computeIfAbsent(
                                                    r.providerId(), id -> new ArrayList<>())
                                            .add(r.view()));
            carried = former != null;
            last = former == null ? Map.of() : answersOf(former.id());
            formerly = former != null && former.isListedKept() ? atClosing.of(former.id()) : null;
            frozen = open ? Map.of() : answersOf(assessment.id());
            known = open ? records.today() : null;
            listed = assessment.isListedKept() ? atClosing.of(assessment.id()) : listedNow(county);
        }

        Line line(Need need) {
            String code = need.code();
            Map<UUID, List<Statement>> ofNeed = said.getOrDefault(code, Map.of());
            Map<UUID, List<Ruling>> decided = ruled.getOrDefault(code, Map.of());
            Map<UUID, AssessmentAnswer> before = last.getOrDefault(code, Map.of());
            Map<UUID, Listed> byProvider = listed.getOrDefault(code, Map.of());
            Set<UUID> providers = new HashSet<>(byProvider.keySet());
            // What was said of a provider stays on the sheet even when the directory dropped it.
            providers.addAll(ofNeed.keySet());
            providers.addAll(before.keySet());
            providers.addAll(frozen.getOrDefault(code, Map.of()).keySet());
            providers.remove(AssessmentAnswer.THE_NEED_ITSELF);
            var rows = new TreeMap<String, Row>();
            for (UUID id : providers) {
                Listed as = byProvider.get(id);
                List<String> services = as == null ? List.of() : as.services();
                AssessmentAnswer formerly = before.get(id);
                Map<Question, Answer> lastTime = formerly == null ? Map.of() : answersIn(formerly);
                List<Statement> statements = ofNeed.getOrDefault(id, List.of());
                AssessmentAnswer kept = frozen.getOrDefault(code, Map.of()).get(id);
                if (services.isEmpty()
                        && statements.isEmpty()
                        && lastTime.isEmpty()
                        && (kept == null || answersIn(kept).isEmpty())) {
                    continue;
                }
                String name = as == null ? name(id) : as.name();
                Row row =
                        Row.of(
                                id,
                                name,
                                services,
                                as != null && as.isPublished(),
                                statements,
                                decided.getOrDefault(id, List.of()),
                                known == null ? Map.of() : known.of(id),
                                lastTime,
                                since(code, id, !services.isEmpty()));
                rows.put(name + "|" + id, kept == null ? row : row.frozen(answersIn(kept)));
            }
            AssessmentAnswer formerly = before.get(AssessmentAnswer.THE_NEED_ITSELF);
            return Line.of(
                    need,
                    List.copyOf(rows.values()),
                    ofNeed.getOrDefault(AssessmentAnswer.THE_NEED_ITSELF, List.of()),
                    decided.getOrDefault(AssessmentAnswer.THE_NEED_ITSELF, List.of()),
                    carried,
                    formerly == null ? null : formerly.finding(),
                    formerly == null ? null : formerly.reason());
        }

        private Worksheet.Since since(String need, UUID provider, boolean isListed) {
            if (formerly == null) {
                return Worksheet.Since.NOTHING;
            }
            Listed then = formerly.getOrDefault(need, Map.of()).get(provider);
            boolean wasListed = then != null && !then.services().isEmpty();
            return new Worksheet.Since(
                    isListed && !wasListed, then == null ? Map.of() : then.recorded());
        }

        private String name(UUID gone) {
            return names.computeIfAbsent(
                    gone,
                    id -> directorySearch.organization(id).map(OrganizationView::name).orElse(""));
        }
    }

    private Map<String, Map<UUID, Listed>> listedNow(County county) {
        var services = new HashMap<String, Map<UUID, List<ServiceFacts>>>();
        for (ServiceFacts service : providerFacts.visibleServicesFor(List.of(county))) {
            if (service.publication() != Publication.ARCHIVED) {
                for (String need : service.needs().codes()) {
                    services.computeIfAbsent(need, code -> new LinkedHashMap<>())
                            .computeIfAbsent(service.organizationId(), id -> new ArrayList<>())
                            .add(service);
                }
            }
        }
        var listed = new HashMap<String, Map<UUID, Listed>>();
        services.forEach(
                (need, byProvider) -> {
                    var ofNeed = new LinkedHashMap<UUID, Listed>();
                    byProvider.forEach((id, all) -> ofNeed.put(id, listed(all)));
                    listed.put(need, ofNeed);
                });
        return listed;
    }

    private static Listed listed(List<ServiceFacts> services) {
        return new Listed(
                services.getFirst().organizationName(),
                services.stream().map(ServiceFacts::name).distinct().toList(),
                services.stream().anyMatch(s -> s.publication() == Publication.PUBLISHED),
                Map.of());
    }

    private static Map<Question, Answer> answersIn(AssessmentAnswer answer) {
        return Row.answers(
                answer.to(Question.CONTACT),
                answer.to(Question.PARTNER),
                answer.to(Question.TRAINED));
    }

    private Map<String, Map<UUID, AssessmentAnswer>> answersOf(UUID assessmentId) {
        var byNeed = new HashMap<String, Map<UUID, AssessmentAnswer>>();
        for (AssessmentAnswer answer : answers.findByAssessmentId(assessmentId)) {
            byNeed.computeIfAbsent(answer.needCode(), code -> new HashMap<>())
                    .put(answer.providerId(), answer);
        }
        return byNeed;
    }

    private Map<String, Map<UUID, List<Statement>>> statements(UUID assessmentId) {
        var byNeed = new HashMap<String, Map<UUID, List<Statement>>>();
        jdbc.sql(
                        """
                        select need_code, provider_id, said_by, speaker_id, speaker,
                               organization_id, has_contact, contact_at, partners, partners_at,
                               trained, trained_at, finding, reason, finding_at, said_at
                        from assessment_statement where assessment_id = ?
                        """)
                .param(Ids.bytes(assessmentId))
                .query(
                        row -> {
                            Statement statement = statement(row);
                            if (!statement.isEmpty()) {
                                byNeed.computeIfAbsent(
                                                row.getString("need_code"), code -> new HashMap<>())
                                        .computeIfAbsent(
                                                Ids.of(row.getBytes("provider_id")),
                                                id -> new ArrayList<>(1))
                                        .add(statement);
                            }
                        });
        return byNeed;
    }

    private static Statement statement(ResultSet row) throws SQLException {
        byte @Nullable [] organization = row.getBytes("organization_id");
        String finding = row.getString("finding");
        Instant saidAt = at(row, "said_at");
        return new Statement(
                SaidBy.valueOf(row.getString("said_by")),
                Ids.of(row.getBytes("speaker_id")),
                row.getString("speaker"),
                organization == null ? null : Ids.of(organization),
                answer(row, "has_contact"),
                at(row, "contact_at"),
                answer(row, "partners"),
                at(row, "partners_at"),
                answer(row, "trained"),
                at(row, "trained_at"),
                finding == null ? null : Finding.valueOf(finding),
                row.getString("reason"),
                at(row, "finding_at"),
                saidAt == null ? Instant.EPOCH : saidAt);
    }

    private static @Nullable Answer answer(ResultSet row, String column) throws SQLException {
        String stored = row.getString(column);
        return stored == null ? null : Answer.valueOf(stored);
    }

    private static @Nullable Instant at(ResultSet row, String column) throws SQLException {
        LocalDateTime stored = row.getObject(column, LocalDateTime.class);
        return stored == null ? null : stored.toInstant(ZoneOffset.UTC);
    }
}
