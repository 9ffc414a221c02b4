package org.coalitionatlas.directory.web;

import java.util.Comparator;
import java.util.List;
import org.coalitionatlas.common.Phone;
import org.coalitionatlas.directory.PhoneType;
import org.coalitionatlas.directory.ServiceView.PhonePart;
import org.jspecify.annotations.Nullable;

/**
 * A number in words.
 *
 * @param kind "Hotline", "Text messages", …
 * @param description what the record says of it
 * @param href what a phone does with it; {@code null} for a fax
 */
public record PhoneText(
        PhoneType type,
        String kind,
        String display,
        @Nullable String description,
        @Nullable String href) {

    private static final List<PhoneType> BEST_FIRST =
            List.of(
                    PhoneType.HOTLINE,
                    PhoneType.VOICE,
                    PhoneType.SMS,
                    PhoneType.TTY,
                    PhoneType.FAX);

    /** The numbers, those that answer a call first. */
    static List<PhoneText> of(List<PhonePart> parts, Words words) {
        return parts.stream()
                .sorted(Comparator.comparingInt(part -> BEST_FIRST.indexOf(part.type())))
                .map(part -> of(part, words))
                .toList();
    }

    static PhoneText of(PhonePart part, Words words) {
        Phone phone = part.phone();
        String href =
                switch (part.type()) {
                    case FAX -> null;
                    case SMS -> "sms:" + phone.number();
                    case HOTLINE, VOICE, TTY -> phone.uri();
                };
        String kind = words.say("published.phone." + part.type());
        String description = part.description();
        return new PhoneText(
                part.type(),
                kind,
                phone.display(),
                kind.equalsIgnoreCase(description) ? null : description,
                href);
    }
}
