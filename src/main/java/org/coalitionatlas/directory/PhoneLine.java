package org.coalitionatlas.directory;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.coalitionatlas.common.Phone;
import org.coalitionatlas.common.Texts;
import org.jspecify.annotations.Nullable;

/**
 * A number of an organization, service or contact, and who may see it.
 *
 * @param number E.164 or short code, as in {@link Phone}
 * @param description what it is for: "intake", "after hours"
 */
@Embeddable
public record PhoneLine(
        @Column(name = "phone_number") String number,
        @Nullable String extension,
        @Enumerated(EnumType.STRING) @Column(name = "phone_type") PhoneType type,
        @Nullable String description,
        @Enumerated(EnumType.STRING) Audience visibility) {

    /** A tidy line from a checked number. */
    public static PhoneLine of(
            Phone phone, PhoneType type, @Nullable String description, Audience visibility) {
        return new PhoneLine(
                phone.number(), phone.extension(), type, Texts.tidy(description, 200), visibility);
    }

    /** The number itself. */
    public Phone phone() {
        return new Phone(number, extension);
    }
}
