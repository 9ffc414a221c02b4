package org.coalitionatlas.directory;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.coalitionatlas.identity.Reader;
import org.hibernate.search.engine.backend.document.DocumentElement;
import org.hibernate.search.engine.backend.document.IndexFieldReference;
import org.hibernate.search.engine.backend.document.model.dsl.IndexSchemaElement;
import org.hibernate.search.engine.backend.types.Projectable;
import org.hibernate.search.engine.backend.types.Searchable;
import org.hibernate.search.engine.backend.types.Sortable;
import org.hibernate.search.mapper.pojo.bridge.TypeBridge;
import org.hibernate.search.mapper.pojo.bridge.binding.TypeBindingContext;
import org.hibernate.search.mapper.pojo.bridge.mapping.programmatic.TypeBinder;
import org.hibernate.search.mapper.pojo.bridge.runtime.TypeBridgeWriteContext;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** An organization in the index: the view of each kind of reader and the words of that view. */
@Component
class OrganizationDocument implements TypeBinder {

    private final Visibility visibility;
    private final SearchWords words;
    private final JsonMapper json;

    OrganizationDocument(Visibility visibility, SearchWords words, ViewJson viewJson) {
        this.visibility = visibility;
        this.words = words;
        this.json = viewJson.mapper();
    }

    @Override
    public void bind(TypeBindingContext context) {
        context.dependencies().use("revision").use("contacts.revision").use("locations.revision");
        context.bridge(Organization.class, new Bridge(context, this));
    }

    private static final class Bridge implements TypeBridge<Organization> {

        private final OrganizationDocument document;
        private final IndexFieldReference<String> readers;
        private final LookalikeFields alike;
        private final IndexFieldReference<String> nameSort;
        private final IndexFieldReference<Instant> changedAt;
        private final IndexFieldReference<Boolean> takenOut;
        private final IndexFieldReference<String> publication;
        private final Map<Reader, IndexFieldReference<String>> views = new EnumMap<>(Reader.class);
        private final Map<Reader, IndexFieldReference<String>> names = new EnumMap<>(Reader.class);
        private final Map<Reader, IndexFieldReference<String>> bodies = new EnumMap<>(Reader.class);

        Bridge(TypeBindingContext context, OrganizationDocument document) {
            this.document = document;
            IndexSchemaElement schema = context.indexSchemaElement();
            alike = new LookalikeFields(schema);
            readers =
                    schema.field(IndexFields.READERS, f -> f.asString())
                            .multiValued()
                            .toReference();
            nameSort =
                    schema.field(
                                    IndexFields.NAME_SORT,
                                    f ->
                                            f.asString()
                                                    .normalizer(IndexFields.SORTABLE)
                                                    .sortable(Sortable.YES))
                            .toReference();
            changedAt =
                    schema.field(
                                    IndexFields.CHANGED_AT,
                                    f ->
                                            f.asInstant()
                                                    .sortable(Sortable.YES)
                                                    .projectable(Projectable.YES))
                            .toReference();
            publication = schema.field(IndexFields.PUBLICATION, f -> f.asString()).toReference();
            takenOut = schema.field(IndexFields.TAKEN_OUT, f -> f.asBoolean()).toReference();
            for (Reader reader : Reader.values()) {
                views.put(
                        reader,
                        schema.field(
                                        IndexFields.view(reader),
                                        f ->
                                                f.asString()
                                                        .projectable(Projectable.YES)
                                                        .searchable(Searchable.NO))
                                .toReference());
                names.put(reader, words(schema, IndexFields.name(reader)));
                bodies.put(reader, words(schema, IndexFields.body(reader)));
            }
        }

        @Override
        public void write(
                DocumentElement target, Organization organization, TypeBridgeWriteContext context) {
            target.addValue(nameSort, organization.name());
            alike.write(target, organization.provenance());
            target.addValue(changedAt, organization.updatedAt());
            target.addValue(publication, organization.publication().name());
            target.addValue(takenOut, document.visibility.isTakenOut(organization));
            for (Reader reader : Reader.values()) {
                Optional<OrganizationView> found = document.visibility.of(organization, reader);
                if (found.isPresent()) {
                    OrganizationView view = found.get();
                    target.addValue(readers, reader.name());
                    alike.write(target, reader, view.publication(), Traits.of(view));
                    target.addValue(
                            Objects.requireNonNull(views.get(reader)),
                            document.json.writeValueAsString(view));
                    Stream.concat(Stream.of(view.name()), Stream.ofNullable(view.alternateName()))
                            .forEach(
                                    name ->
                                            target.addValue(
                                                    Objects.requireNonNull(names.get(reader)),
                                                    name));
                    document.words
                            .body(view)
                            .forEach(
                                    text ->
                                            target.addValue(
                                                    Objects.requireNonNull(bodies.get(reader)),
                                                    text));
                }
            }
        }

        private static IndexFieldReference<String> words(IndexSchemaElement schema, String name) {
            return schema.field(name, f -> f.asString().analyzer(IndexFields.ANALYZER))
                    .multiValued()
                    .toReference();
        }
    }
}
