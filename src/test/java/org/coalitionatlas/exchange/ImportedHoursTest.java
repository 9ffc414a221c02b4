package org.coalitionatlas.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.coalitionatlas.DemoTest;
import org.coalitionatlas.common.WeeklyHours;
import org.coalitionatlas.directory.OpeningHours;
import org.coalitionatlas.directory.ServiceDraft;
import org.coalitionatlas.directory.SpecialHours;
import org.coalitionatlas.geography.Geography;
import org.coalitionatlas.taxonomy.Taxonomy;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A file speaks of weeks only; what it does not say of hours stays. */
@DemoTest
class ImportedHoursTest {

    @Autowired Geography geography;
    @Autowired Taxonomy taxonomy;

    private static final OpeningHours STANDING =
            OpeningHours.of(WeeklyHours.parse("540-1020"), false, "Ring twice")
                    .with(SpecialHours.parse("holidays\ndate 2031-12-24 2031-12-24 - Moving"));

    @Test
    void a_new_week_keeps_holidays_dates_and_the_line_on_call() {
        OpeningHours imported = over(STANDING, "Mon 8:00 AM - 4:00 PM");
        assertThat(imported.weekly()).isEqualTo("480-960");
        assertThat(imported.special()).isEqualTo(STANDING.special());
    }

    @Test
    void a_cell_that_cannot_be_read_keeps_them_too() {
        OpeningHours imported = over(STANDING, "whenever the bell rings");
        assertThat(imported.note()).contains("whenever the bell rings");
        assertThat(imported.special()).isEqualTo(STANDING.special());
    }

    @Test
    void a_file_without_hours_changes_nothing_of_them() {
        assertThat(over(STANDING, null)).isEqualTo(STANDING);
    }

    private OpeningHours over(
            OpeningHours standing, @org.jspecify.annotations.Nullable String cell) {
        var mapping =
                new ImportMapping(
                        "hours",
                        "test-hours",
                        RecordKind.SERVICE,
                        "IL",
                        Map.of(),
                        List.of(ColumnRule.plain("name", ImportField.NAME)));
        var row =
                new RowValues(
                        1,
                        cell == null
                                ? Set.of(ImportField.NAME)
                                : Set.of(ImportField.NAME, ImportField.HOURS));
        row.add(ImportField.NAME, "Kept hours");
        if (cell != null) {
            row.add(ImportField.HOURS, cell);
        }
        ServiceDraft before = ServiceDraft.named("Kept hours");
        ServiceDraft draft =
                new ServiceDraft(
                        before.name(),
                        null,
                        null,
                        null,
                        null,
                        before.status(),
                        before.audience(),
                        before.needs(),
                        before.areas(),
                        Set.of(),
                        false,
                        before.languages(),
                        null,
                        before.eligibility(),
                        standing,
                        before.capacity(),
                        null,
                        null,
                        List.of(),
                        Set.of());
        return new RowDrafts(geography, taxonomy, mapping)
                .service(row)
                .apply(Set.of())
                .over(draft)
                .hours();
    }
}
