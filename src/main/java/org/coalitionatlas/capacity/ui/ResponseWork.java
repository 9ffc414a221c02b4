package org.coalitionatlas.capacity.ui;

import java.util.ArrayList;
import java.util.List;
import org.coalitionatlas.capacity.CapacityNavigation;
import org.coalitionatlas.capacity.ResponseReading;
import org.coalitionatlas.capacity.ResponseState;
import org.coalitionatlas.common.ui.HomeWork;
import org.coalitionatlas.identity.CurrentPerson;
import org.coalitionatlas.identity.Role;
import org.springframework.stereotype.Component;

/** Names on the home screen what was returned or is unfinished, or waits for review. */
@Component
final class ResponseWork implements HomeWork {

    private final ResponseReading reading;
    private final CurrentPerson currentPerson;

    ResponseWork(ResponseReading reading, CurrentPerson currentPerson) {
        this.reading = reading;
        this.currentPerson = currentPerson;
    }

    @Override
    public List<Line> waiting() {
        var lines = new ArrayList<Line>();
        if (currentPerson.get().role() == Role.MEMBER) {
            line(lines, "response.home.returned", reading.unfinished(ResponseState.RETURNED), true);
            line(lines, "response.home.open", reading.unfinished(ResponseState.IN_PROGRESS), false);
        } else {
            line(lines, "response.home.review", reading.waiting(), false);
        }
        return lines;
    }

    private static void line(List<Line> lines, String key, int count, boolean urgent) {
        if (count > 0) {
            lines.add(new Line(key, count, CapacityNavigation.OVERVIEW, urgent));
        }
    }
}
