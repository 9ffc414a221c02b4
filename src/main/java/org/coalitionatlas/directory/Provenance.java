package org.coalitionatlas.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * Where an imported record came from, so that the next import of the same file finds it again.
 *
 * @param source name of the file family, such as {@code ilao}
 * @param sourceId the record's key there
 */
@Embeddable
public record Provenance(
        @Nullable @Column(name = "source") String source,
        @Nullable @Column(name = "source_id") String sourceId) {

    /** Written here. */
    public static final Provenance NONE = new Provenance(null, null);
}
