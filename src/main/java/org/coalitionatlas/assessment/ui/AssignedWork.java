package org.coalitionatlas.assessment.ui;

import java.util.List;
import org.coalitionatlas.assessment.AssessmentNavigation;
import org.coalitionatlas.assessment.NeedAssignments;
import org.coalitionatlas.common.ui.HomeWork;
import org.coalitionatlas.geography.County;
import org.coalitionatlas.geography.Geography;
import org.springframework.stereotype.Component;

/** Names the needs somebody was given on their home screen, county by county. */
@Component
class AssignedWork implements HomeWork {

    private final NeedAssignments assignments;
    private final Geography geography;

    AssignedWork(NeedAssignments assignments, Geography geography) {
        this.assignments = assignments;
        this.geography = geography;
    }

    @Override
    public List<Line> waiting() {
        return assignments.waiting().stream()
                .map(
                        waiting ->
                                new Line(
                                        "invitation.home",
                                        waiting.needs(),
                                        AssessmentNavigation.assigned(waiting.countyFips()),
                                        waiting.overdue(),
                                        List.of(
                                                geography
                                                        .county(waiting.countyFips())
                                                        .map(County::name)
                                                        .orElse(waiting.countyFips()))))
                .toList();
    }
}
