package org.coalitionatlas.cockpit.ui;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.coalitionatlas.capacity.CapacityNavigation;
import org.coalitionatlas.capacity.ResponseHead;
import org.coalitionatlas.capacity.ResponseReading;
import org.coalitionatlas.capacity.ResponseState;
import org.coalitionatlas.cockpit.Asked;
import org.coalitionatlas.cockpit.Cockpit;
import org.coalitionatlas.cockpit.CockpitNavigation;
import org.coalitionatlas.common.ui.HomeWork;
import org.coalitionatlas.identity.CurrentPerson;
import org.coalitionatlas.identity.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Names on the home screen what is overdue for coordinators; for members every checklist their
 * organization is asked for or has open, each once, with how it stands and when it is due.
 */
@Component
final class CockpitWork implements HomeWork {

    private static final int MOST = 4;

    private final Cockpit cockpit;
    private final ResponseReading responses;
    private final CurrentPerson currentPerson;
    private final CockpitWords words;

    CockpitWork(
            Cockpit cockpit,
            ResponseReading responses,
            CurrentPerson currentPerson,
            CockpitWords words) {
        this.cockpit = cockpit;
        this.responses = responses;
        this.currentPerson = currentPerson;
        this.words = words;
    }

    @Override
    public List<Line> waiting() {
        if (currentPerson.get().role() == Role.MEMBER) {
            return own();
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

    private List<Line> own() {
        var open = new LinkedHashMap<UUID, ResponseHead>();
        responses.ownOpen().forEach(head -> open.put(head.id(), head));
        var lines = new ArrayList<Line>();
        for (Asked asked : cockpit.own()) {
            ResponseHead head = asked.response() == null ? null : open.remove(asked.response());
            lines.add(head == null ? line(asked) : line(head, asked));
        }
        open.values().forEach(head -> lines.add(line(head, null)));
        // The last line but one would only hide a single one behind "more".
        if (lines.size() <= MOST + 1) {
            return lines;
        }
        List<Line> first = new ArrayList<>(lines.subList(0, MOST));
        first.add(
                new Line(
                        "cockpit.home.more",
                        lines.size() - MOST,
                        CapacityNavigation.OVERVIEW,
                        false));
        return first;
    }

    /** Asked for and not opened yet. */
    private Line line(Asked asked) {
        return new Line(
                asked.isOverdue() ? "cockpit.home.was" : "cockpit.home.due",
                1,
                CapacityNavigation.OVERVIEW,
                asked.isOverdue(),
                List.of(words.title(asked.round()), words.day(asked.round().dueOn())));
    }

    private Line line(ResponseHead head, @Nullable Asked asked) {
        boolean returned = head.state() == ResponseState.RETURNED;
        boolean late = asked != null && asked.isOverdue();
        var said = new ArrayList<String>();
        said.add(words.titled(head.instrumentCode(), head.cycle()));
        said.add(standing(head));
        if (asked != null) {
            said.add(words.day(asked.round().dueOn()));
        }
        return new Line(
                asked == null
                        ? "cockpit.home.named"
                        : late ? "cockpit.home.named.was" : "cockpit.home.named.due",
                1,
                CapacityNavigation.response(head.id()),
                returned || late,
                said);
    }

    private String standing(ResponseHead head) {
        if (head.state() == ResponseState.RETURNED) {
            return words.text("cockpit.home.back");
        }
        if (head.saved() != null) {
            return words.text("cockpit.home.began");
        }
        return head.openedByCoordinator()
                ? words.text("cockpit.home.for", head.opened().by())
                : words.text("cockpit.home.untouched");
    }
}
