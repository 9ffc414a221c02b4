package org.coalitionatlas.assessment.ui;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.coalitionatlas.assessment.NeedAssignments;
import org.coalitionatlas.assessment.NeedAssignments.Assignment;
import org.coalitionatlas.taxonomy.Taxonomy;

/** Shows on a sheet whom its needs were given to, and gives them. */
final class SheetAssignments implements Serializable {

    private final transient NeedAssignments assignments;
    private final UUID assessmentId;
    private final SheetWords words;
    private final transient Taxonomy taxonomy;
    private final Map<String, NeedSection> sections;
    private final PeopleFigures people;
    private transient List<Assignment> all = List.of();

    /**
     * @param sections the needs on the screen, by code
     */
    SheetAssignments(
            NeedAssignments assignments,
            UUID assessmentId,
            SheetWords words,
            Taxonomy taxonomy,
            Map<String, NeedSection> sections,
            PeopleFigures people) {
        this.assignments = assignments;
        this.assessmentId = assessmentId;
        this.words = words;
        this.taxonomy = taxonomy;
        this.sections = sections;
        this.people = people;
    }

    /** Reads them again and shows them; one statement. */
    void show() {
        all = assignments.of(assessmentId);
        sections.forEach(
                (code, section) ->
                        section.assigned(
                                all.stream().filter(one -> one.needCode().equals(code)).toList()));
        people.assigned(all);
    }

    List<Assignment> all() {
        return all;
    }

    void openDialog() {
        show();
        new AssignDialog(words, taxonomy, assignments, assessmentId, this).open();
    }
}
