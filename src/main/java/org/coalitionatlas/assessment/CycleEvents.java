package org.coalitionatlas.assessment;

import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface CycleEvents extends Repository<CycleEvent, UUID> {

    CycleEvent save(CycleEvent event);

    List<CycleEvent> findByAssessmentIdOrderByDoneAtAscIdAsc(UUID assessmentId);
}
