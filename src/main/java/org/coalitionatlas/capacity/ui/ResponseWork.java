package org.coalitionatlas.capacity.ui;

import java.util.List;
import org.coalitionatlas.capacity.CapacityNavigation;
import org.coalitionatlas.capacity.ResponseReading;
import org.coalitionatlas.common.ui.HomeWork;
import org.coalitionatlas.identity.CurrentPerson;
import org.coalitionatlas.identity.Role;
import org.springframework.stereotype.Component;

/**
 * Names on a coordinator's home screen what waits for review. What members have open is named
 * together with what they are asked for, by the room that knows when it is due.
 */
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
        int waiting = currentPerson.get().role() == Role.MEMBER ? 0 : reading.waiting();
        return waiting == 0
                ? List.of()
                : List.of(
                        new Line(
                                "response.home.review",
                                waiting,
                                CapacityNavigation.OVERVIEW,
                                false));
    }
}
