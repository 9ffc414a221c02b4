package org.coalitionatlas.taxonomy;

import java.time.LocalDate;
import org.coalitionatlas.common.LocalText;
import org.coalitionatlas.common.Phone;
import org.jspecify.annotations.Nullable;

/**
 * A national hotline: dated reference facts, kept in one file.
 *
 * @param phone E.164 or short code
 * @param display the number as printed
 * @param text short code for text messages
 * @param tty the number for a text telephone, as printed
 * @param languages how many or which languages, as the hotline says it
 * @param checkedOn day somebody last compared the facts with the hotline's own page
 */
public record Hotline(
        String code,
        LocalText name,
        String phone,
        String display,
        @Nullable String text,
        @Nullable String tty,
        @Nullable String url,
        String hours,
        @Nullable LocalText languages,
        LocalText note,
        LocalDate checkedOn) {

    /** The {@code tel:} address of the text telephone's number; {@code null} without one. */
    public @Nullable String ttyUri() {
        return tty == null ? null : Phone.parse(tty).uri();
    }
}
