package org.coalitionatlas.assessment.ui;

import java.util.List;
import java.util.UUID;
import org.coalitionatlas.assessment.Worksheet.Line;
import org.coalitionatlas.assessment.Worksheet.Row;

/** Which rows of the sheet are shown. */
enum RowFilter {
    ALL,
    /** Of the needs that were given to the person; the need itself knows which those are. */
    ASSIGNED,
    /** Of which the person has said something. */
    MINE,
    /** Of which nobody has said whether there is a contact. */
    UNANSWERED,
    /** On which people disagree. */
    DISPUTED,
    /** Of which last time's answer no longer fits what is on record. */
    CHANGED;

    boolean shows(Row row, UUID person) {
        return switch (this) {
            case ALL, ASSIGNED -> true;
            case MINE -> row.isSpokenOfBy(person);
            case UNANSWERED -> !row.isAssessed();
            case DISPUTED -> row.isContested();
            case CHANGED -> row.isChanged();
        };
    }

    List<Row> of(Line line, UUID person) {
        return this == ALL || this == ASSIGNED
                ? line.rows()
                : line.rows().stream().filter(row -> shows(row, person)).toList();
    }

    /** Whether the need has anything to show, one of its rows or itself. */
    boolean shows(Line line, UUID person) {
        boolean itself =
                switch (this) {
                    case ALL, ASSIGNED -> true;
                    case MINE -> line.findingOf(person).isPresent();
                    case UNANSWERED -> line.rows().isEmpty() && !line.isAssessed();
                    case DISPUTED -> line.isContested();
                    case CHANGED -> false;
                };
        boolean closedByFinding = this == UNANSWERED && line.finding() != null;
        return itself
                || (!closedByFinding && line.rows().stream().anyMatch(row -> shows(row, person)));
    }
}
