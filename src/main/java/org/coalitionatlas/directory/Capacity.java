package org.coalitionatlas.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import org.coalitionatlas.common.Texts;
import org.jspecify.annotations.Nullable;

/**
 * What a service said about its room, and when.
 *
 * @param value {@code null} when not stated
 * @param asOf the day it said so
 */
@Embeddable
public record Capacity(
        @Nullable @Enumerated(EnumType.STRING) @Column(name = "capacity") CapacityValue value,
        @Nullable @Column(name = "capacity_as_of") LocalDate asOf,
        @Nullable @Column(name = "capacity_note", length = 300) String note) {

    /** Nothing stated. */
    public static final Capacity NOT_STATED = new Capacity(null, null, null);

    /** A statement made on that day. */
    public static Capacity of(
            @Nullable CapacityValue value, @Nullable LocalDate asOf, @Nullable String note) {
        return value == null ? NOT_STATED : new Capacity(value, asOf, Texts.tidy(note, 300));
    }
}
