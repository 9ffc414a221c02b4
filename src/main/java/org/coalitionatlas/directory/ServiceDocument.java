package org.coalitionatlas.directory;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.coalitionatlas.geography.Geography;
import org.coalitionatlas.identity.Reader;
import org.coalitionatlas.taxonomy.Need;
import org.coalitionatlas.taxonomy.Taxonomy;
import org.hibernate.search.engine.backend.document.DocumentElement;
import org.hibernate.search.engine.backend.document.IndexFieldReference;
import org.hibernate.search.engine.backend.document.model.dsl.IndexSchemaElement;
import org.hibernate.search.engine.backend.types.Aggregable;
import org.hibernate.search.engine.backend.types.Projectable;
import org.hibernate.search.engine.backend.types.Searchable;
import org.hibernate.search.engine.backend.types.Sortable;
import org.hibernate.search.engine.backend.types.dsl.IndexFieldTypeFactory;
import org.hibernate.search.engine.spatial.GeoPoint;
import org.hibernate.search.mapper.pojo.bridge.TypeBridge;
import org.hibernate.search.mapper.pojo.bridge.binding.TypeBindingContext;
import org.hibernate.search.mapper.pojo.bridge.mapping.programmatic.TypeBinder;
import org.hibernate.search.mapper.pojo.bridge.runtime.TypeBridgeWriteContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * A service in the index: for each kind of reader the view they may see and the words of that view;
 * and, for all, the codes that filters and facets count.
 */
@Component
class ServiceDocument implements TypeBinder {

    private final Visibility visibility;
    private final SearchWords words;
    private final Taxonomy taxonomy;
    private final Geography geography;
    private final JsonMapper json;

    ServiceDocument(
            Visibility visibility,
            SearchWords words,
            Taxonomy taxonomy,
            Geography geography,
            ViewJson viewJson) {
        this.visibility = visibility;
        this.words = words;
        this.taxonomy = taxonomy;
        this.geography = geography;
        this.json = viewJson.mapper();
    }

    @Override
    public void bind(TypeBindingContext context) {
        // Every verb of every record raises its revision, so these five say when a view may differ.
        context.dependencies()
                .use("revision")
                .use("organization.revision")
                .use("organization.contacts.revision")
                .use("locations.revision")
                .use("contacts.revision");
        context.bridge(Service.class, new Bridge(context, this));
    }

    private static final class Bridge implements TypeBridge<Service> {

        private final ServiceDocument document;
        private final IndexFieldReference<String> readers;
        private final LookalikeFields alike;
        private final IndexFieldReference<String> organizationId;
        private final IndexFieldReference<String> nameSort;
        private final IndexFieldReference<String> kind;
        private final IndexFieldReference<String> needs;
        private final IndexFieldReference<String> phases;
        private final IndexFieldReference<String> areas;
        private final IndexFieldReference<String> serves;
        private final IndexFieldReference<String> languages;
        private final IndexFieldReference<String> open;
        private final IndexFieldReference<String> specialHours;
        private final IndexFieldReference<Boolean> always;
        private final IndexFieldReference<Boolean> placed;
        private final IndexFieldReference<GeoPoint> points;
        private final IndexFieldReference<String> placeCounties;
        private final IndexFieldReference<LocalDate> assuredOn;
        private final IndexFieldReference<String> publication;
        private final IndexFieldReference<Instant> changedAt;
        private final IndexFieldReference<Boolean> takenOut;
        private final Map<Reader, ReaderFields> byReader = new EnumMap<>(Reader.class);

        Bridge(TypeBindingContext context, ServiceDocument document) {
            this.document = document;
            IndexSchemaElement schema = context.indexSchemaElement();
            alike = new LookalikeFields(schema);
            readers = codes(schema, IndexFields.READERS);
            organizationId = code(schema, IndexFields.ORGANIZATION_ID);
            nameSort =
                    schema.field(
                                    IndexFields.NAME_SORT,
                                    f ->
                                            f.asString()
                                                    .normalizer(IndexFields.SORTABLE)
                                                    .sortable(Sortable.YES))
                            .toReference();
            kind = code(schema, IndexFields.KIND);
            needs = codes(schema, IndexFields.NEEDS);
            phases = codes(schema, IndexFields.PHASES);
            areas = codes(schema, IndexFields.AREAS);
            serves = codes(schema, IndexFields.SERVES);
            languages = codes(schema, IndexFields.LANGUAGES);
            open =
                    schema.field(IndexFields.OPEN, IndexFieldTypeFactory::asString)
                            .multiValued()
                            .toReference();
            specialHours = code(schema, IndexFields.SPECIAL_HOURS);
            always =
                    schema.field(IndexFields.ALWAYS, f -> f.asBoolean().aggregable(Aggregable.YES))
                            .toReference();
            placed = schema.field(IndexFields.PLACED, f -> f.asBoolean()).toReference();
            points =
                    schema.field(IndexFields.POINTS, f -> f.asGeoPoint().sortable(Sortable.YES))
                            .multiValued()
                            .toReference();
            placeCounties =
                    schema.field(IndexFields.PLACE_COUNTIES, IndexFieldTypeFactory::asString)
                            .multiValued()
                            .toReference();
            assuredOn =
                    schema.field(
                                    IndexFields.ASSURED_ON,
                                    f -> f.asLocalDate().sortable(Sortable.YES))
                            .toReference();
            publication = code(schema, IndexFields.PUBLICATION);
            changedAt =
                    schema.field(
                                    IndexFields.CHANGED_AT,
                                    f ->
                                            f.asInstant()
                                                    .sortable(Sortable.YES)
                                                    .projectable(Projectable.YES))
                            .toReference();
            takenOut = schema.field(IndexFields.TAKEN_OUT, f -> f.asBoolean()).toReference();
            for (Reader reader : Reader.values()) {
                byReader.put(reader, new ReaderFields(schema, reader));
            }
        }

        @Override
        public void write(DocumentElement target, Service service, TypeBridgeWriteContext context) {
            alike.write(target, service.provenance());
            ServiceView fullest = null;
            Written last = null;
            for (Reader reader : Reader.values()) {
                Optional<ServiceView> view = document.visibility.of(service, reader);
                if (view.isPresent()) {
                    fullest = view.get();
                    alike.write(target, reader, service.publication(), Traits.of(fullest));
                    target.addValue(readers, reader.name());
                    last = Written.of(fullest, last, document);
                    write(target, reader, last);
                }
            }
            if (fullest == null) {
                return;
            }
            target.addValue(organizationId, fullest.organization().id().toString());
            target.addValue(nameSort, fullest.name());
            target.addValue(kind, fullest.organization().kind());
            target.addValue(publication, fullest.publication().name());
            fullest.needs().forEach(need -> target.addValue(needs, need));
            fullest.needs().stream()
                    .flatMap(code -> document.taxonomy.need(code).stream())
                    .map((Need need) -> need.phase().code())
                    .distinct()
                    .forEach(phase -> target.addValue(phases, phase));
            ServiceArea.counted(fullest.areas(), document.geography)
                    .forEach(area -> target.addValue(areas, area));
            fullest.accepts().forEach(value -> target.addValue(serves, value));
            fullest.populations().forEach(value -> target.addValue(serves, value));
            fullest.languages().forEach(language -> target.addValue(languages, language));
            writeHours(target, fullest);
            target.addValue(placed, !fullest.places().isEmpty());
            fullest.places().stream()
                    .flatMap(place -> java.util.stream.Stream.ofNullable(place.point()))
                    .forEach(
                            point ->
                                    target.addValue(
                                            points,
                                            GeoPoint.of(point.latitude(), point.longitude())));
            fullest.places().stream()
                    .flatMap(place -> java.util.stream.Stream.ofNullable(place.countyFips()))
                    .distinct()
                    .forEach(fips -> target.addValue(placeCounties, fips));
            target.addValue(assuredOn, fullest.assuredOn());
            target.addValue(changedAt, service.updatedAt());
            target.addValue(takenOut, document.visibility.isTakenOut(service));
        }

        // What is closed for now is never open, whatever its usual hours are.
        private void writeHours(DocumentElement target, ServiceView view) {
            OpeningHours hours = view.hours();
            target.addValue(always, view.active() && hours.isAlways());
            if (!view.active()) {
                return;
            }
            if (hours.isPlain()) {
                WeekTree.words(hours.hours(), view.zone())
                        .forEach(word -> target.addValue(open, word));
            } else {
                target.addValue(specialHours, DatedHours.code(hours, view.zone()));
            }
        }

        private void write(DocumentElement target, Reader reader, Written written) {
            ReaderFields fields = java.util.Objects.requireNonNull(byReader.get(reader));
            ServiceView view = written.view();
            target.addValue(fields.view, written.json());
            addText(target, fields.name, Arrays.asList(view.name(), view.alternateName()));
            addText(
                    target,
                    fields.organizationName,
                    Arrays.asList(view.organization().name(), view.organization().alternateName()));
            addText(target, fields.needWords, written.needs());
            addText(target, fields.facts, written.facts());
            addText(target, fields.body, written.body());
            target.addValue(fields.trainedUntil, view.trainedUntil());
            target.addValue(fields.people, !view.contacts().isEmpty());
            target.addValue(
                    fields.onCall, view.active() && view.hours().specialHours().onCall() != null);
        }

        private static void addText(
                DocumentElement target,
                IndexFieldReference<String> field,
                Collection<? extends @Nullable String> texts) {
            for (String text : texts) {
                if (text != null) {
                    target.addValue(field, text);
                }
            }
        }

        private static IndexFieldReference<String> code(IndexSchemaElement schema, String name) {
            return schema.field(name, f -> f.asString().aggregable(Aggregable.YES)).toReference();
        }

        private static IndexFieldReference<String> codes(IndexSchemaElement schema, String name) {
            return schema.field(name, f -> f.asString().aggregable(Aggregable.YES))
                    .multiValued()
                    .toReference();
        }
    }

    /** A view as it is written; kinds of readers who see the same share the work of making it. */
    private record Written(
            ServiceView view,
            String json,
            List<String> needs,
            List<String> facts,
            List<String> body) {

        static Written of(ServiceView view, @Nullable Written last, ServiceDocument document) {
            if (last != null && last.view.equals(view)) {
                return last;
            }
            return new Written(
                    view,
                    document.json.writeValueAsString(view),
                    last != null && last.view.needs().equals(view.needs())
                            ? last.needs
                            : document.words.needs(view),
                    document.words.facts(view),
                    document.words.body(view));
        }
    }

    /** The fields only that kind of reader's queries look into. */
    private static final class ReaderFields {

        private final IndexFieldReference<String> view;
        private final IndexFieldReference<String> name;
        private final IndexFieldReference<String> organizationName;
        private final IndexFieldReference<String> needWords;
        private final IndexFieldReference<String> facts;
        private final IndexFieldReference<String> body;
        private final IndexFieldReference<LocalDate> trainedUntil;
        private final IndexFieldReference<Boolean> people;
        private final IndexFieldReference<Boolean> onCall;

        ReaderFields(IndexSchemaElement schema, Reader reader) {
            view =
                    schema.field(
                                    IndexFields.view(reader),
                                    f ->
                                            f.asString()
                                                    .projectable(Projectable.YES)
                                                    .searchable(Searchable.NO))
                            .toReference();
            name = words(schema, IndexFields.name(reader));
            organizationName = words(schema, IndexFields.organizationName(reader));
            needWords = words(schema, IndexFields.needWords(reader));
            facts = words(schema, IndexFields.facts(reader));
            body = words(schema, IndexFields.body(reader));
            people = schema.field(IndexFields.people(reader), f -> f.asBoolean()).toReference();
            onCall = schema.field(IndexFields.onCall(reader), f -> f.asBoolean()).toReference();
            trainedUntil =
                    schema.field(
                                    IndexFields.trainedUntil(reader),
                                    f -> f.asLocalDate().aggregable(Aggregable.YES))
                            .toReference();
        }

        private static IndexFieldReference<String> words(IndexSchemaElement schema, String name) {
            return schema.field(name, f -> f.asString().analyzer(IndexFields.ANALYZER))
                    .multiValued()
                    .toReference();
        }
    }
}
