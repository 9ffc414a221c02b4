package org.coalitionatlas.directory;

import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.coalitionatlas.common.Ids;
import org.hibernate.jpa.HibernateHints;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds records by their keys in a source. Source and key are compared as a pair: asked for "this
 * source and one of these keys", H2 walks through all records of the source, which makes an import
 * slower with each row it has taken.
 *
 * <p>Looking does not make Hibernate compare what it holds with what stands, as it does before
 * other queries: a batch looks many times before it changes anything, keys and ids never change,
 * and new records are not held at all.
 */
@Component
class ImportedLookup {

    /**
     * Keys of one statement: H2 compares each record it finds with every key once more, a database
     * on another machine takes its time for each statement.
     */
    static final int CHUNK = 40;

    private final JdbcClient jdbc;
    private final EntityManager entities;

    ImportedLookup(JdbcClient jdbc, EntityManager entities) {
        this.jdbc = jdbc;
        this.entities = entities;
    }

    /** The organizations that came from the source under one of the keys. */
    List<Organization> organizations(String source, Collection<String> keys) {
        return found(Organization.class, ids("organization", source, keys));
    }

    /**
     * The same for a caller that changes none of them: they are not compared with what stands when
     * the batch ends.
     */
    List<Organization> owners(String source, Collection<String> keys) {
        return found(Organization.class, ids("organization", source, keys), true);
    }

    /** The locations that came from the source under one of the keys. */
    List<Location> locations(String source, Collection<String> keys) {
        return found(Location.class, ids("location", source, keys));
    }

    /** The services that came from the source under one of the keys. */
    List<Service> services(String source, Collection<String> keys) {
        return found(Service.class, ids("service", source, keys));
    }

    /** The organizations with those ids. */
    List<Organization> organizations(Collection<UUID> ids) {
        return found(Organization.class, List.copyOf(ids));
    }

    /** The services with those ids. */
    List<Service> services(Collection<UUID> ids) {
        return found(Service.class, List.copyOf(ids));
    }

    /** Records of other sources that were taken for those of the keys. */
    Map<String, UUID> aliases(String source, Collection<String> keys) {
        var found = new HashMap<String, UUID>();
        for (List<String> some : chunks(keys)) {
            jdbc.sql(
                            "select source_id, record_id from record_alias where (source,"
                                    + " source_id) in (:pairs)")
                    .param("pairs", pairs(source, some))
                    .query(
                            row -> {
                                found.put(row.getString(1), uuid(row.getBytes(2)));
                            });
        }
        return found;
    }

    /** From now on the source's key means that record. */
    void alias(String source, String key, UUID id) {
        jdbc.sql("insert into record_alias (source, source_id, record_id) values (?, ?, ?)")
                .params(source, key, Ids.bytes(id))
                .update();
    }

    private static List<Object[]> pairs(String source, List<String> some) {
        return some.stream().map(key -> new Object[] {source, key}).toList();
    }

    // Most rows of a first import find nothing: that is told without the cost of an entity query.
    private List<UUID> ids(String table, String source, Collection<String> keys) {
        var ids = new ArrayList<UUID>();
        for (List<String> some : chunks(keys)) {
            jdbc.sql("select id from " + table + " where (source, source_id) in (:pairs)")
                    .param("pairs", pairs(source, some))
                    .query((row, n) -> uuid(row.getBytes(1)))
                    .list()
                    .forEach(ids::add);
        }
        return ids;
    }

    private <T> List<T> found(Class<T> type, List<UUID> ids) {
        return found(type, ids, false);
    }

    private <T> List<T> found(Class<T> type, List<UUID> ids, boolean readOnly) {
        var found = new ArrayList<T>(ids.size());
        for (List<UUID> some : chunks(ids)) {
            found.addAll(
                    entities.createQuery(
                                    "select r from "
                                            + type.getSimpleName()
                                            + " r where r.id in :ids",
                                    type)
                            .setParameter("ids", some)
                            .setHint(HibernateHints.HINT_READ_ONLY, readOnly)
                            .setFlushMode(FlushModeType.COMMIT)
                            .getResultList());
        }
        return found;
    }

    /** As many in each, the last one repeated: the same text is prepared once. */
    static <T> List<List<T>> chunks(Collection<T> all) {
        var chunks = new ArrayList<List<T>>();
        var chunk = new ArrayList<T>(CHUNK);
        for (T one : all) {
            chunk.add(one);
            if (chunk.size() == CHUNK) {
                chunks.add(chunk);
                chunk = new ArrayList<>(CHUNK);
            }
        }
        if (!chunk.isEmpty()) {
            chunk.addAll(Collections.nCopies(CHUNK - chunk.size(), chunk.getLast()));
            chunks.add(chunk);
        }
        return chunks;
    }

    private static UUID uuid(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
