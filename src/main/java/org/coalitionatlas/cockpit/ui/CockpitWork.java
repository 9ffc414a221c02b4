package org.coalitionatlas.cockpit.ui;

import java.util.ArrayList;
import java.util.List;
import org.coalitionatlas.capacity.CapacityNavigation;
import org.coalitionatlas.cockpit.Asked;
import org.coalitionatlas.cockpit.Cockpit;
import org.coalitionatlas.cockpit.CockpitNavigation;
import org.coalitionatlas.common.ui.HomeWork;
import org.coalitionatlas.identity.CurrentPerson;
import org.coalitionatlas.identity.Role;
import org.springframework.stereotype.Component;

/**
 * Names on the home screen what is overdue for coordinators, and what a member's organization is
 * asked.
 */
@Component
final class CockpitWork implements HomeWork {

    private static final int MOST = 3;

    private final Cockpit cockpit;
    private final CurrentPerson currentPerson;
    private final CockpitWords words;

    CockpitWork(Cockpit cockpit, CurrentPerson currentPerson, CockpitWords words) {
        this.cockpit = cockpit;
        this.currentPerson = currentPerson;
        this.words = words;
    }

    @Override
    public List<Line> waiting() {
        if (currentPerson.get().role() == Role.MEMBER) {
            return cockpit.own().stream().limit(MOST).map(this::line).toList();
        }
        var lines = new ArrayList<Line>();
        add(lines, "cockpit.home.overdue", cockpit.overdue(), CockpitNavigation.overdue());
        add(lines, "cockpit.home.counties", cockpit.overdueCounties(), CockpitNavigation.COCKPIT);
        return lines;
    }

    private static void add(List<Line> lines, String key, int count, String path) {
        if (count > 0) {
            lines.add(new Line(key, count, path, true));
        }
    }

    private Line line(Asked asked) {
        return new Line(
                asked.isOverdue() ? "cockpit.home.was" : "cockpit.home.due",
                1,
                asked.response() == null
                        ? CapacityNavigation.OVERVIEW
                        : CapacityNavigation.response(asked.response()),
                asked.isOverdue(),
                List.of(words.title(asked.round()), words.day(asked.round().dueOn())));
    }
}
