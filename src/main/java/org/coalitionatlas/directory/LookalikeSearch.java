package org.coalitionatlas.directory;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.coalitionatlas.identity.Reader;
import org.hibernate.search.engine.search.predicate.dsl.BooleanPredicateClausesStep;
import org.hibernate.search.engine.search.predicate.dsl.PredicateFinalStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.mapper.orm.Search;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds the records that one looks like: one query of the index, whose rarest common keys come
 * first, so that at most {@value #CANDIDATES} records are compared however many there are.
 */
@Component
class LookalikeSearch {

    /** Records compared with one record at most. */
    static final int CANDIDATES = 25;

    private static final Likeness NOT_RATED = new Likeness(0, 0, Set.of());

    private final EntityManager entities;
    private final JsonMapper json;

    LookalikeSearch(EntityManager entities, ViewJson viewJson) {
        this.entities = entities;
        this.json = viewJson.mapper();
    }

    /** A record of the index and its traits. */
    record Known(Lookalike record, Traits traits) {}

    /**
     * The records that likely are the same, most alike first.
     *
     * @param self the record itself, or {@code null} for one that is not there yet
     * @param notFrom source whose records are left out, or {@code null}
     */
    List<Lookalike> like(
            RecordKind kind,
            Traits traits,
            Reader reader,
            @Nullable UUID self,
            @Nullable String notFrom) {
        Set<String> keys = traits.keys();
        return (kind == RecordKind.ORGANIZATION
                        ? organizations(f -> where(f, keys, reader, self, notFrom), reader)
                        : services(f -> where(f, keys, reader, self, notFrom), reader))
                .stream()
                        .map(known -> rated(known.record(), Likeness.of(traits, known.traits())))
                        .filter(found -> found.likeness().isLikely())
                        .sorted(
                                Comparator.comparing((Lookalike found) -> found.likeness().score())
                                        .reversed()
                                        .thenComparing(Lookalike::id))
                        .toList();
    }

    /** Those of the records that the index knows, with their traits, as coordinators see them. */
    List<Known> known(RecordKind kind, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Reader reader = Reader.COORDINATORS;
        return kind == RecordKind.ORGANIZATION
                ? organizations(f -> f.id().matchingAny(ids), reader, ids.size())
                : services(f -> f.id().matchingAny(ids), reader, ids.size());
    }

    /** Whether any record of that kind came from elsewhere: else no row needs to be compared. */
    boolean hasOthersThan(String source, RecordKind kind) {
        Class<?> type = kind == RecordKind.ORGANIZATION ? Organization.class : Service.class;
        return !Search.session(entities)
                .search(type)
                .where(f -> f.not(f.match().field(IndexFields.SOURCE).matching(source)))
                .fetchHits(1)
                .isEmpty();
    }

    private interface Where {
        PredicateFinalStep in(SearchPredicateFactory factory);
    }

    private List<Known> organizations(Where where, Reader reader) {
        return organizations(where, reader, CANDIDATES);
    }

    private List<Known> services(Where where, Reader reader) {
        return services(where, reader, CANDIDATES);
    }

    private List<Known> organizations(Where where, Reader reader, int most) {
        var found = new ArrayList<Known>();
        for (String stored :
                Search.session(entities)
                        .search(Organization.class)
                        .select(f -> f.field(IndexFields.view(reader), String.class))
                        .where(where::in)
                        .fetchHits(most)) {
            OrganizationView view = json.readValue(stored, OrganizationView.class);
            found.add(
                    new Known(
                            new Lookalike(
                                    RecordKind.ORGANIZATION,
                                    view.id(),
                                    view.id(),
                                    view.name(),
                                    null,
                                    view.phones().isEmpty()
                                            ? null
                                            : view.phones().getFirst().phone().display(),
                                    view.publication(),
                                    NOT_RATED),
                            Traits.of(view)));
        }
        return found;
    }

    private List<Known> services(Where where, Reader reader, int most) {
        var found = new ArrayList<Known>();
        for (String stored :
                Search.session(entities)
                        .search(Service.class)
                        .select(f -> f.field(IndexFields.view(reader), String.class))
                        .where(where::in)
                        .fetchHits(most)) {
            ServiceView view = json.readValue(stored, ServiceView.class);
            found.add(
                    new Known(
                            new Lookalike(
                                    RecordKind.SERVICE,
                                    view.id(),
                                    view.organization().id(),
                                    view.name(),
                                    view.organization().name(),
                                    view.phones().isEmpty()
                                            ? null
                                            : view.phones().getFirst().phone().display(),
                                    view.publication(),
                                    NOT_RATED),
                            Traits.of(view)));
        }
        return found;
    }

    private static Lookalike rated(Lookalike record, Likeness likeness) {
        return new Lookalike(
                record.kind(),
                record.id(),
                record.organizationId(),
                record.name(),
                record.organization(),
                record.phone(),
                record.publication(),
                likeness);
    }

    private static BooleanPredicateClausesStep<?, ?> where(
            SearchPredicateFactory f,
            Set<String> keys,
            Reader reader,
            @Nullable UUID self,
            @Nullable String notFrom) {
        BooleanPredicateClausesStep<?, ?> any = f.bool();
        String field = LookalikeFields.keys(reader);
        keys.forEach(key -> any.should(f.match().field(field).matching(key)));
        BooleanPredicateClausesStep<?, ?> root =
                f.bool()
                        .filter(f.match().field(IndexFields.READERS).matching(reader.name()))
                        .must(any);
        if (self != null) {
            root.mustNot(f.id().matching(self));
        }
        if (notFrom != null) {
            root.mustNot(f.match().field(IndexFields.SOURCE).matching(notFrom));
        }
        return root;
    }
}
