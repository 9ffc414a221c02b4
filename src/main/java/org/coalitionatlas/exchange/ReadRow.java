package org.coalitionatlas.exchange;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.coalitionatlas.directory.DirectoryImport.LocationRow;
import org.coalitionatlas.directory.DirectoryImport.OrganizationRow;
import org.coalitionatlas.directory.DirectoryImport.ServiceRow;
import org.coalitionatlas.directory.ServiceArea;
import org.jspecify.annotations.Nullable;

/**
 * A row of the file, read: ready for the directory or refused.
 *
 * @param values {@code null} when it cannot be read
 * @param refusal why it does not even reach the directory, or {@code null}
 * @param prepared what the directory is asked to take; {@code null} for a refused row
 */
record ReadRow(
        CsvRecord record,
        @Nullable RowValues values,
        @Nullable ImportProblem refusal,
        @Nullable Prepared prepared) {

    static ReadRow refused(CsvRecord record, @Nullable RowValues values, ImportProblem refusal) {
        return new ReadRow(record, values, refusal, null);
    }

    /** What is to be said of its cells. */
    List<ImportProblem> problems() {
        return Objects.requireNonNull(values).problems();
    }

    /** What the directory is asked to take. */
    sealed interface Prepared {

        /**
         * Makes a record of the row as if none stood.
         *
         * @throws org.coalitionatlas.common.InvalidValue when it cannot make one
         */
        void tryOut();
    }

    record PreparedOrganization(OrganizationRow row) implements Prepared {

        @Override
        public void tryOut() {
            var place = row.place();
            if (place != null) {
                place.over(null);
            }
            row.patch().over(null);
        }
    }

    /**
     * @param areas where services at the location serve; {@code null} when the file does not say
     */
    record PreparedLocation(LocationRow row, @Nullable Set<ServiceArea> areas) implements Prepared {

        @Override
        public void tryOut() {
            row.patch().over(null);
        }
    }

    /**
     * @param locations keys of its locations; empty when the file does not speak of them
     * @param row from the areas that the file of locations gave for them
     */
    record PreparedService(Set<String> locations, Function<Set<ServiceArea>, ServiceRow> row)
            implements Prepared {

        @Override
        public void tryOut() {
            row.apply(Set.of()).patch().over(null);
        }
    }
}
