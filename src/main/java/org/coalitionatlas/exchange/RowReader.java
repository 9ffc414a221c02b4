package org.coalitionatlas.exchange;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.coalitionatlas.common.InvalidValue;
import org.coalitionatlas.directory.DirectoryImport.LocationRow;
import org.coalitionatlas.directory.DirectoryImport.OrganizationRow;
import org.coalitionatlas.directory.DirectoryImport.Patch;
import org.coalitionatlas.directory.DirectoryImport.ServiceRow;
import org.coalitionatlas.directory.ServiceArea;
import org.coalitionatlas.directory.ServiceDraft;
import org.coalitionatlas.geography.Point;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes of a file's rows what the directory can be asked to take, without looking at the directory:
 * the next rows are read while those before them are written. For one thread at a time.
 */
final class RowReader {

    private static final Logger LOG = LoggerFactory.getLogger(RowReader.class);
    private static final int LONGEST_KEY = 120;

    private final RowMapper mapper;
    private final RowDrafts drafts;
    private final RecordKind kind;
    private final List<ImportField> keys;
    private final SeenKeys seen = new SeenKeys();

    RowReader(ImportMapping mapping, RowMapper mapper, RowDrafts drafts) {
        this.mapper = mapper;
        this.drafts = drafts;
        this.kind = mapping.kind();
        this.keys =
                ImportField.of(kind).stream()
                        .filter(field -> field.isKey() && field.isRequired(kind))
                        .toList();
    }

    /** Reads a row; its key counts as used from now on. */
    ReadRow read(CsvRecord record) {
        if (!record.isReadable()) {
            return ReadRow.refused(
                    record,
                    null,
                    new ImportProblem(
                            record.line(),
                            true,
                            null,
                            null,
                            Objects.requireNonNull(record.problemKey()),
                            record.problemArguments().stream().map(String::valueOf).toList()));
        }
        RowValues values = mapper.read(record);
        for (ImportField field : keys) {
            String key = values.first(field);
            if (key == null) {
                return refused(record, values, field, null, new InvalidValue("invalid.missing"));
            }
            if (key.length() > LONGEST_KEY) {
                return refused(
                        record,
                        values,
                        field,
                        key,
                        new InvalidValue("invalid.tooLong", LONGEST_KEY, key.length()));
            }
        }
        String id = key(values, ImportField.ID);
        if (!seen.add(id)) {
            return refused(
                    record,
                    values,
                    ImportField.ID,
                    id,
                    new InvalidValue("invalid.import.twice", id));
        }
        try {
            return new ReadRow(record, values, null, prepared(values));
        } catch (RuntimeException e) {
            // Cells that cannot be read are reported one by one; whatever else a row may do to
            // us costs that row, not the file.
            LOG.warn("Import: line {} cannot be read", record.line(), e);
            return ReadRow.refused(
                    record,
                    values,
                    ImportProblem.of(
                            record.line(),
                            true,
                            null,
                            null,
                            new InvalidValue("invalid.import.unread")));
        }
    }

    /** Counts the key of a row as used without reading it: it was taken before a restart. */
    void skip(CsvRecord record) {
        String id = record.isReadable() ? mapper.id(record) : null;
        if (id != null) {
            seen.add(id);
        }
    }

    private static ReadRow refused(
            CsvRecord record,
            RowValues values,
            ImportField field,
            @Nullable String text,
            InvalidValue problem) {
        return ReadRow.refused(
                record, values, ImportProblem.of(record.line(), true, field, text, problem));
    }

    private ReadRow.Prepared prepared(RowValues values) {
        String id = key(values, ImportField.ID);
        return switch (kind) {
            case ORGANIZATION ->
                    new ReadRow.PreparedOrganization(
                            new OrganizationRow(
                                    id,
                                    drafts.organization(values),
                                    drafts.placeOfOrganization(values)));
            case LOCATION ->
                    new ReadRow.PreparedLocation(
                            new LocationRow(
                                    id,
                                    key(values, ImportField.ORGANIZATION_ID),
                                    label(values),
                                    drafts.location(values)),
                            RowDrafts.speaksOfAreas(values) ? drafts.areas(values) : null);
            case SERVICE -> service(id, values);
        };
    }

    private ReadRow.Prepared service(String id, RowValues values) {
        String owner = key(values, ImportField.ORGANIZATION_ID);
        String label = label(values);
        Set<String> locations = locationKeys(values);
        Point point = drafts.pointOf(values);
        Function<Set<ServiceArea>, Patch<ServiceDraft>> patch = drafts.service(values);
        return new ReadRow.PreparedService(
                locations == null ? Set.of() : locations,
                areas -> new ServiceRow(id, owner, label, locations, point, patch.apply(areas)));
    }

    private static @Nullable Set<String> locationKeys(RowValues values) {
        if (!values.speaksOf(ImportField.LOCATION_ID)) {
            return null;
        }
        var keys = new TreeSet<String>();
        values.texts(ImportField.LOCATION_ID).forEach(text -> keys.addAll(CellTexts.keys(text)));
        return keys;
    }

    private static String key(RowValues values, ImportField field) {
        return Objects.requireNonNull(values.first(field));
    }

    private static String label(RowValues values) {
        String name = values.first(ImportField.NAME);
        return name == null ? String.valueOf(values.first(ImportField.ORGANIZATION_ID)) : name;
    }
}
