package org.coalitionatlas.directory.ui;

import java.util.List;
import org.coalitionatlas.common.ui.HomeWork;
import org.coalitionatlas.directory.TrainingExpiries;
import org.springframework.stereotype.Component;

/** Names trainings that end soon on the home screen. */
@Component
class TrainingWork implements HomeWork {

    private final TrainingExpiries expiries;

    TrainingWork(TrainingExpiries expiries) {
        this.expiries = expiries;
    }

    @Override
    public List<Line> waiting() {
        int due = expiries.due().size();
        return due == 0 ? List.of() : List.of(new Line("training.home", due, "trainings", false));
    }
}
