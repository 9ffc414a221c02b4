package org.coalitionatlas.assessment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.coalitionatlas.common.Ids;
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

    @SuppressWarnings("NullAway.Init") // filled by JPA
    protected Assessment() {}

    Assessment(String countyFips, String cycle, Instant now) {
        this.id = Ids.newId();
        this.countyFips = countyFips;
        this.cycle = Texts.required(cycle, 20);
        this.openedAt = now;
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
}
