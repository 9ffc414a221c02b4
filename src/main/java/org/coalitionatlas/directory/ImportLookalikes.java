package org.coalitionatlas.directory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.coalitionatlas.common.InvalidValue;
import org.coalitionatlas.identity.Reader;
import org.springframework.stereotype.Component;

/**
 * What an import knows of records of other sources: which of them its new rows look like, and which
 * of them its keys mean since a person merged records or an import took one for another.
 */
@Component
class ImportLookalikes {

    private final LookalikeSearch search;
    private final ImportedLookup imported;
    private final MergeStore merges;
    private final DraftJson json;

    ImportLookalikes(
            LookalikeSearch search, ImportedLookup imported, MergeStore merges, DraftJson json) {
        this.search = search;
        this.imported = imported;
        this.merges = merges;
        this.json = json;
    }

    /** Says of new rows what they look like. */
    final class Batch {

        private final DirectoryImport.Options options;
        private final RecordKind kind;
        private final boolean compares;

        private Batch(DirectoryImport.Options options, RecordKind kind, boolean compares) {
            this.options = options;
            this.kind = kind;
            this.compares = compares;
        }

        /**
         * Compares a new row with the records of other sources.
         *
         * @param traits asked for only if there is anything to compare the row with
         * @param remarks gets what is to be said of the row
         * @return the record it is to be taken for
         * @throws InvalidValue when rows that look like others are only reported
         */
        Optional<UUID> check(Supplier<Traits> traits, String name, List<InvalidValue> remarks) {
            if (!compares) {
                return Optional.empty();
            }
            List<Lookalike> found =
                    search.like(kind, traits.get(), Reader.COORDINATORS, null, options.source());
            if (found.isEmpty()) {
                return Optional.empty();
            }
            Lookalike best = found.getFirst();
            String alike = String.valueOf(best.likeness().namePercent());
            switch (options.whenAlike()) {
                case REPORT ->
                        throw new InvalidValue(
                                "invalid.import.alikeReported", name, best.name(), alike);
                case MATCH -> {
                    Optional<Lookalike> same =
                            found.stream().filter(one -> one.likeness().isSame()).findFirst();
                    if (same.isPresent()) {
                        remarks.add(
                                new InvalidValue(
                                        "invalid.import.matched", name, same.get().name()));
                        return same.map(Lookalike::id);
                    }
                }
                case ADD -> {
                    // Said below, as for a row that matches nothing.
                }
            }
            remarks.add(new InvalidValue("invalid.import.alike", name, best.name(), alike));
            return Optional.empty();
        }
    }

    /**
     * @param hasNew whether a row of the batch may be new; else nothing needs to be compared
     */
    Batch batch(DirectoryImport.Options options, RecordKind kind, boolean hasNew) {
        return new Batch(options, kind, hasNew && search.hasOthersThan(options.source(), kind));
    }

    /**
     * Replaces records that were merged into others by those, and adds the ones that keys mean
     * otherwise.
     *
     * @param standing what was found by the source's own keys
     */
    <T> void follow(
            String source,
            Set<String> keys,
            Map<String, T> standing,
            Function<T, UUID> id,
            Function<Collection<UUID>, List<T>> byIds) {
        var wanted = new HashMap<>(imported.aliases(source, keys));
        standing.forEach((key, record) -> wanted.put(key, id.apply(record)));
        Map<UUID, UUID> moved = merges.movedTo(new HashSet<>(wanted.values()));
        wanted.replaceAll((key, at) -> moved.getOrDefault(at, at));
        wanted.entrySet()
                .removeIf(
                        entry -> {
                            T own = standing.get(entry.getKey());
                            return own != null && id.apply(own).equals(entry.getValue());
                        });
        if (wanted.isEmpty()) {
            return;
        }
        var found = new HashMap<UUID, T>();
        byIds.apply(new HashSet<>(wanted.values()))
                .forEach(record -> found.put(id.apply(record), record));
        wanted.forEach(
                (key, at) -> {
                    T record = found.get(at);
                    if (record != null) {
                        standing.put(key, record);
                    }
                });
    }

    /** What stands, with what it lacks from the row; whom it is shown to and where stays. */
    Object completed(RecordKind kind, Object standing, Object row) {
        var takes = new HashMap<>(json.best(kind, standing, row));
        List.of("audience", "status", "parentId", "locationIds", "contactIds")
                .forEach(field -> takes.put(field, Take.ONE));
        return json.combined(kind, standing, row, takes);
    }

    /** Whether the organization has a location with that street and ZIP, or that says no street. */
    static boolean stands(Organization organization, LocationDraft at) {
        String place = Traits.place(at.address().line1(), at.address().zip());
        return place == null
                || new ArrayList<>(organization.locations())
                        .stream()
                                .map(Location::address)
                                .anyMatch(
                                        address ->
                                                place.equals(
                                                        Traits.place(
                                                                address.line1(), address.zip())));
    }
}
