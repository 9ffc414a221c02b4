package org.coalitionatlas.directory;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.coalitionatlas.identity.Reader;
import org.hibernate.search.engine.backend.document.DocumentElement;
import org.hibernate.search.engine.backend.document.IndexFieldReference;
import org.hibernate.search.engine.backend.document.model.dsl.IndexSchemaElement;
import org.hibernate.search.engine.backend.types.dsl.IndexFieldTypeFactory;

/**
 * By what records like this one are found, for each kind of reader from what they may see. Archived
 * records have none: nobody looks for their likes.
 */
final class LookalikeFields {

    private final Map<Reader, IndexFieldReference<String>> keys = new EnumMap<>(Reader.class);
    private final IndexFieldReference<String> source;

    LookalikeFields(IndexSchemaElement schema) {
        for (Reader reader : Reader.values()) {
            keys.put(
                    reader,
                    schema.field(keys(reader), IndexFieldTypeFactory::asString)
                            .multiValued()
                            .toReference());
        }
        source = schema.field(IndexFields.SOURCE, IndexFieldTypeFactory::asString).toReference();
    }

    /** Name of the field with the keys for that reader. */
    static String keys(Reader reader) {
        return "alike_" + reader.name();
    }

    void write(DocumentElement target, Reader reader, Publication publication, Traits traits) {
        if (publication != Publication.ARCHIVED) {
            IndexFieldReference<String> field = Objects.requireNonNull(keys.get(reader));
            traits.keys().forEach(key -> target.addValue(field, key));
        }
    }

    void write(DocumentElement target, Provenance provenance) {
        target.addValue(source, provenance.source());
    }
}
