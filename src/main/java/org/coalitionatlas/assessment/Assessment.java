package org.coalitionatlas.assessment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.coalitionatlas.common.Ids;
import org.coalitionatlas.common.InvalidValue;
import org.coalitionatlas.common.Texts;
import org.jspecify.annotations.Nullable;

/** The assessment of one county in one cycle. */
@Entity
@Table(name = "assessment")
class Assessment {

    @Id private UUID id;
    @Version private @Nullable Long version;
    private String countyFips;

    @Column(name = "assessment_cycle")
    private String cycle;

    private Instant openedAt;

    @Enumerated(EnumType.STRING)
    private CycleState state;

    private @Nullable LocalDate dueOn;
    private @Nullable Instant closedAt;
    private @Nullable UUID carriedFrom;

    /** Whether what was listed is kept; of cycles closed long ago it is not. */
    private boolean listedKept;

    /** The county while the cycle is open; unique, so that a county has one open cycle. */
    private @Nullable String openCounty;

    @SuppressWarnings("NullAway.Init") // filled by JPA
    protected Assessment() {}

    Assessment(String countyFips, String cycle, @Nullable LocalDate dueOn, Instant now) {
        this.id = Ids.newId();
        this.countyFips = countyFips;
        this.cycle = Texts.required(cycle, 20);
        this.openedAt = now;
        this.state = CycleState.OPEN;
        this.dueOn = dueOn;
        this.openCounty = countyFips;
    }

    void reschedule(@Nullable LocalDate newDueOn) {
        become(CycleVerb.RESCHEDULE);
        dueOn = newDueOn;
    }

    void carryForward(UUID former) {
        become(CycleVerb.CARRY_FORWARD);
        carriedFrom = former;
    }

    void close(Instant now) {
        become(CycleVerb.CLOSE);
        closedAt = now;
        listedKept = true;
    }

    void reopen() {
        become(CycleVerb.REOPEN);
        closedAt = null;
        listedKept = false;
    }

    private void become(CycleVerb verb) {
        if (!verb.isPossible(state)) {
            throw new InvalidValue("cycle.problem." + verb.name() + "." + state.name());
        }
        state = verb.to();
        openCounty = state == CycleState.OPEN ? countyFips : null;
    }

    /**
     * @throws InvalidValue {@code cycle.problem.closed} unless answers are taken
     */
    void requireOpen() {
        if (state != CycleState.OPEN) {
            throw new InvalidValue(Cycles.CLOSED, cycle);
        }
    }

    UUID id() {
        return id;
    }

    String countyFips() {
        return countyFips;
    }

    String cycle() {
        return cycle;
    }

    Instant openedAt() {
        return openedAt;
    }

    CycleState state() {
        return state;
    }

    @Nullable Instant closedAt() {
        return closedAt;
    }

    boolean isListedKept() {
        return listedKept;
    }

    @Nullable UUID carriedFrom() {
        return carriedFrom;
    }

    CycleView view() {
        return new CycleView(
                id,
                countyFips,
                cycle,
                state,
                openedAt,
                dueOn,
                closedAt,
                carriedFrom,
                !listedKept,
                version == null ? 0 : version);
    }
}
