package org.coalitionatlas.directory;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.hibernate.engine.internal.Versioning;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.event.spi.PostInsertEvent;
import org.hibernate.event.spi.PostUpdateEvent;
import org.hibernate.generator.Generator;
import org.hibernate.metamodel.mapping.AttributeMapping;
import org.hibernate.metamodel.mapping.CollectionPart;
import org.hibernate.metamodel.mapping.EntityIdentifierMapping;
import org.hibernate.metamodel.mapping.ForeignKeyDescriptor;
import org.hibernate.metamodel.mapping.ModelPart;
import org.hibernate.metamodel.mapping.PluralAttributeMapping;
import org.hibernate.metamodel.mapping.SelectableMapping;
import org.hibernate.metamodel.mapping.ValuedModelPart;
import org.hibernate.metamodel.mapping.internal.BasicEntityIdentifierMappingImpl;
import org.hibernate.metamodel.mapping.internal.ManyToManyCollectionPart;
import org.hibernate.metamodel.mapping.internal.ToOneAttributeMapping;
import org.hibernate.persister.collection.CollectionPersister;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.proxy.HibernateProxy;
import org.hibernate.proxy.LazyInitializer;
import org.hibernate.search.mapper.orm.Search;
import org.hibernate.search.mapper.orm.event.impl.HibernateSearchEventListener;
import org.hibernate.type.descriptor.ValueBinder;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Inserts records that are new, many at a time, without the persistence context: its bookkeeping
 * costs an import more than the database does. Tables, columns and values are read from the mapping
 * of the entities, so a column cannot be forgotten; a mapping this does not understand ends the
 * start of the product. The index learns of the records in the same transaction.
 */
@Component
class NewRecords {

    /** Rows of one statement: enough that reading the statement does not count any more. */
    private static final int ROWS = 20;

    private final EntityManager entities;
    private final LaterIndexing laterIndexing;
    private final Rows<Organization> organizations;
    private final Rows<Location> locations;
    private final Rows<Service> services;

    NewRecords(EntityManager entities, EntityManagerFactory factory, LaterIndexing laterIndexing) {
        this.entities = entities;
        this.laterIndexing = laterIndexing;
        var known = factory.unwrap(SessionFactoryImplementor.class).getMappingMetamodel();
        organizations = new Rows<>(known.getEntityDescriptor(Organization.class));
        locations = new Rows<>(known.getEntityDescriptor(Location.class));
        services = new Rows<>(known.getEntityDescriptor(Service.class));
    }

    /** Records of one batch, in the order in which they refer to each other. */
    static final class Batch {

        private final List<Organization> organizations = new ArrayList<>();
        private final List<Location> locations = new ArrayList<>();
        private final List<Service> services = new ArrayList<>();

        void add(Organization organization) {
            organizations.add(organization);
        }

        void add(Location location) {
            locations.add(location);
        }

        void add(Service service) {
            services.add(service);
        }
    }

    /**
     * Inserts the records within the caller's transaction. They do not become part of the
     * persistence context.
     *
     * @param changed standing records the same transaction changed
     */
    void insert(Batch batch, Set<UUID> changed) {
        SessionImplementor session = entities.unwrap(SessionImplementor.class);
        session.doWork(
                connection -> {
                    organizations.insert(batch.organizations, connection, session);
                    locations.insert(batch.locations, connection, session);
                    services.insert(batch.services, connection, session);
                });
        var owners = new LinkedHashMap<UUID, Organization>();
        batch.organizations.forEach(organization -> owners.put(organization.id(), organization));
        batch.locations.forEach(
                location -> owners.put(location.organization().id(), location.organization()));
        var added = new HashSet<>(owners.keySet());
        batch.services.forEach(service -> added.add(service.id()));
        added.removeAll(changed);
        laterIndexing.mayWait(added);
        organizations.tellOfPlaces(owners.values(), session);
        services.tellOfInsert(batch.services, session);
        // Clearing the persistence context would drop what is not processed by then.
        Search.session(session).indexingPlan().process();
    }

    /** The rows of an entity: its own and those of the collections it owns. */
    private static final class Rows<E> {

        private final EntityPersister entity;
        private final EntityIdentifierMapping id;
        private final Table table;
        private final List<AttributeMapping> attributes = new ArrayList<>();
        private final List<Integer> positions = new ArrayList<>();
        private final List<Elements> collections = new ArrayList<>();
        private final List<AttributeMapping> inverse = new ArrayList<>();

        Rows(EntityPersister entity) {
            this.entity = entity;
            require(
                    !entity.hasMultipleTables()
                            && entity.getDiscriminatorMapping() == null
                            && entity.getSoftDeleteMapping() == null,
                    entity.getEntityName());
            this.id = entity.getIdentifierMapping();
            this.table = new Table(entity.getTableName());
            table.add(id);
            entity.getAttributeMappings().forEach(this::add);
            table.complete();
        }

        private void add(AttributeMapping attribute) {
            String name = entity.getEntityName() + "." + attribute.getAttributeName();
            if (attribute.isPluralAttributeMapping()) {
                PluralAttributeMapping collection = attribute.asPluralAttributeMapping();
                if (collection.getCollectionDescriptor().isInverse()) {
                    inverse.add(attribute);
                } else {
                    collections.add(new Elements(collection, name));
                }
                return;
            }
            Generator generator = attribute.getGenerator();
            boolean generated = generator != null && generator.generatesOnInsert();
            require(
                    attribute instanceof ValuedModelPart && (!generated || isVersion(attribute)),
                    name);
            attributes.add(attribute);
            positions.add(table.add((ValuedModelPart) attribute));
        }

        private boolean isVersion(AttributeMapping attribute) {
            return entity.isVersioned()
                    && attribute.getStateArrayPosition() == entity.getVersionPropertyIndex();
        }

        void insert(List<E> records, Connection connection, SessionImplementor session)
                throws SQLException {
            if (records.isEmpty()) {
                return;
            }
            var rows = new ArrayList<@Nullable Object[]>(records.size());
            for (E record : records) {
                rows.add(row(record, session));
            }
            table.insert(rows, connection, session);
            for (Elements collection : collections) {
                var elements = new ArrayList<@Nullable Object[]>();
                for (E record : records) {
                    collection.addRows(identifier(record), record, elements, session);
                }
                collection.table.insert(elements, connection, session);
            }
        }

        /** Tells the index, as a flush does, of entities that were inserted. */
        void tellOfInsert(Collection<E> records, SessionImplementor session) {
            HibernateSearchEventListener index = index(session);
            for (E record : records) {
                var event =
                        new PostInsertEvent(
                                record,
                                Table.idOf(record, session),
                                entity.getValues(record),
                                entity,
                                session);
                index.onPostInsert(event);
            }
        }

        /**
         * Tells the index that entities have other places than before, which is also enough for it
         * to add one it does not have. Told of an insert, it would look for all that may refer to
         * the organization or place by the time it gets there, and write the services of the same
         * import a second and third time.
         */
        void tellOfPlaces(Collection<E> records, SessionImplementor session) {
            HibernateSearchEventListener index = index(session);
            int[] places = {entity.findAttributeMapping("locations").getStateArrayPosition()};
            for (E record : records) {
                var event =
                        new PostUpdateEvent(
                                record,
                                Table.idOf(record, session),
                                null,
                                null,
                                places,
                                entity,
                                session);
                index.onPostUpdate(event);
            }
        }

        // Whoever else listens would look into the persistence context.
        private static HibernateSearchEventListener index(SessionImplementor session) {
            var groups = session.getFactory().getEventListenerGroups();
            for (Object listener : groups.eventListenerGroup_POST_INSERT.listeners()) {
                if (listener instanceof HibernateSearchEventListener index) {
                    return index;
                }
            }
            throw new IllegalStateException("the index does not listen");
        }

        private @Nullable Object[] row(E record, SessionImplementor session) {
            for (AttributeMapping attribute : inverse) {
                if (!((Collection<?>) attribute.getValue(record)).isEmpty()) {
                    throw new IllegalStateException(
                            attribute.getAttributeName() + " of a new record is not empty");
                }
            }
            var row = table.row();
            table.fill(row, id, 0, identifier(record), session);
            for (int i = 0; i < attributes.size(); i++) {
                AttributeMapping attribute = attributes.get(i);
                Object value =
                        isVersion(attribute)
                                ? Versioning.seed(
                                        Objects.requireNonNull(entity.getVersionMapping()), session)
                                : attribute.getValue(record);
                table.fill(row, attribute, positions.get(i), value, session);
            }
            return row;
        }

        private Object identifier(E record) {
            return Objects.requireNonNull(id.getIdentifier(record));
        }
    }

    /** A collection with a table of its own: values, or references to other records. */
    private static final class Elements {

        private final AttributeMapping attribute;
        private final Table table;
        private final ValuedModelPart key;
        private final @Nullable CollectionPart index;
        private final int indexBase;
        private final CollectionPart element;
        private final int indexAt;
        private final int elementAt;

        Elements(PluralAttributeMapping collection, String name) {
            CollectionPersister persister = collection.getCollectionDescriptor();
            this.attribute = collection;
            this.key = collection.getKeyDescriptor().getKeyPart();
            this.index = collection.getIndexDescriptor();
            this.element = collection.getElementDescriptor();
            boolean isList =
                    List.class.isAssignableFrom(collection.getJavaType().getJavaTypeClass());
            require(
                    !persister.isOneToMany()
                            && collection.getIdentifierDescriptor() == null
                            && (index == null || isList),
                    name);
            this.indexBase = index == null ? 0 : collection.getIndexMetadata().getListIndexBase();
            this.table = new Table(collection.getSeparateCollectionTable());
            table.add(key);
            this.indexAt = index == null ? -1 : table.add(index);
            this.elementAt = table.add(element);
            table.complete();
        }

        void addRows(
                Object owner,
                Object record,
                List<@Nullable Object[]> rows,
                SessionImplementor session) {
            int position = indexBase;
            for (Object value : (Collection<?>) attribute.getValue(record)) {
                var row = table.row();
                table.fill(row, key, 0, owner, session);
                if (index != null) {
                    table.fill(row, index, indexAt, position++, session);
                }
                table.fill(row, element, elementAt, value, session);
                rows.add(row);
            }
        }
    }

    /** A table with the columns of a mapping. */
    private static final class Table {

        private final String name;
        private final List<SelectableMapping> columns = new ArrayList<>();
        private int[] written = {};
        private ValueBinder<?>[] binders = {};
        private String one = "";
        private String many = "";

        Table(String name) {
            this.name = name;
        }

        /** Adds the columns of a part; returns the position of the first. */
        int add(ValuedModelPart part) {
            int at = columns.size();
            part.forEachSelectable(
                    at,
                    (position, column) -> {
                        require(
                                position == columns.size()
                                        && !column.isFormula()
                                        && !column.isPartitioned()
                                        && column.getContainingTableExpression().equals(name)
                                        && "?".equals(column.getWriteExpression()),
                                name + "." + column.getSelectionExpression());
                        columns.add(column);
                    });
            ForeignKeyDescriptor reference = reference(part);
            require(
                    columns.size() == at + part.getJdbcTypeCount()
                            && (reference == null
                                    || reference.getTargetPart()
                                            instanceof BasicEntityIdentifierMappingImpl),
                    name);
            return at;
        }

        void complete() {
            var positions = new ArrayList<Integer>();
            var names = new ArrayList<String>();
            for (int i = 0; i < columns.size(); i++) {
                if (columns.get(i).isInsertable()) {
                    positions.add(i);
                    names.add(columns.get(i).getSelectionExpression());
                }
            }
            written = positions.stream().mapToInt(Integer::intValue).toArray();
            binders = new ValueBinder<?>[written.length];
            for (int i = 0; i < written.length; i++) {
                binders[i] = columns.get(written[i]).getJdbcMapping().getJdbcValueBinder();
            }
            String values = "(?" + ", ?".repeat(written.length - 1) + ")";
            one = "insert into " + name + " (" + String.join(", ", names) + ") values " + values;
            many = one + (", " + values).repeat(ROWS - 1);
        }

        @Nullable Object[] row() {
            return new Object[columns.size()];
        }

        void fill(
                @Nullable Object[] row,
                ModelPart part,
                int at,
                @Nullable Object value,
                SessionImplementor session) {
            Object stored = value;
            ModelPart as = part;
            ForeignKeyDescriptor reference = reference(part);
            if (reference != null) {
                // Asked for the key of a record of the same batch, the mapping would say that the
                // persistence context does not know it.
                as = reference.getKeyPart();
                stored = value == null ? null : idOf(value, session);
            }
            as.decompose(
                    stored,
                    at,
                    row,
                    this,
                    (position, filled, table, columnValue, column) ->
                            filled[position] = columnValue,
                    session);
        }

        private static @Nullable ForeignKeyDescriptor reference(ModelPart part) {
            return switch (part) {
                case ToOneAttributeMapping one -> one.getForeignKeyDescriptor();
                case ManyToManyCollectionPart many -> many.getForeignKeyDescriptor();
                default -> null;
            };
        }

        static Object idOf(Object record, SessionImplementor session) {
            LazyInitializer unread = HibernateProxy.extractLazyInitializer(record);
            return unread != null
                    ? Objects.requireNonNull(unread.getIdentifier())
                    : Objects.requireNonNull(
                            session.getFactory()
                                    .getMappingMetamodel()
                                    .getEntityDescriptor(record.getClass())
                                    .getIdentifier(record, session));
        }

        void insert(
                List<@Nullable Object[]> rows, Connection connection, SessionImplementor session)
                throws SQLException {
            int whole = rows.size() / ROWS * ROWS;
            insert(many, ROWS, rows.subList(0, whole), connection, session);
            insert(one, 1, rows.subList(whole, rows.size()), connection, session);
        }

        private void insert(
                String sql,
                int rowsEach,
                List<@Nullable Object[]> rows,
                Connection connection,
                SessionImplementor session)
                throws SQLException {
            if (rows.isEmpty()) {
                return;
            }
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                int inStatement = 0;
                for (@Nullable Object[] row : rows) {
                    bind(statement, inStatement * written.length, row, session);
                    if (++inStatement == rowsEach) {
                        statement.addBatch();
                        inStatement = 0;
                    }
                }
                statement.executeBatch();
            }
        }

        @SuppressWarnings({"unchecked", "rawtypes"}) // the mapping of a column fits its values
        private void bind(
                PreparedStatement statement,
                int before,
                @Nullable Object[] row,
                SessionImplementor session)
                throws SQLException {
            for (int i = 0; i < written.length; i++) {
                ((ValueBinder) binders[i])
                        .bind(statement, row[written[i]], before + i + 1, session);
            }
        }
    }

    private static void require(boolean understood, String name) {
        if (!understood) {
            throw new IllegalStateException(
                    name + " is mapped in a way that new records are not written");
        }
    }
}
