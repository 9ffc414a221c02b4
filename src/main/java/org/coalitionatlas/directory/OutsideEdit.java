package org.coalitionatlas.directory;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.coalitionatlas.common.Phone;
import org.coalitionatlas.common.PostalAddress;

/**
 * What somebody who sees no more than the public does wants a record to say. Only what they changed
 * is in it; all else stays as it is, seen or not.
 *
 * @param kind a service or an organization
 * @param texts by field; blank for nothing
 * @param phones public numbers that were shown, with what takes their place; nothing when there is
 *     no such number any more
 * @param another a public number that is missing
 * @param places addresses of locations whose whole address is public
 */
public record OutsideEdit(
        RecordKind kind,
        UUID id,
        Map<Field, String> texts,
        Map<Phone, Optional<Phone>> phones,
        Optional<Phone> another,
        Map<UUID, PostalAddress> places) {

    /** The fields that are plain texts. */
    public enum Field {
        NAME,
        DESCRIPTION,
        URL,
        EMAIL
    }

    public OutsideEdit {
        texts = Map.copyOf(texts);
        phones = Map.copyOf(phones);
        places = Map.copyOf(places);
    }

    /** Whether nothing was changed. */
    public boolean isEmpty() {
        return texts.isEmpty() && phones.isEmpty() && another.isEmpty() && places.isEmpty();
    }

    /** The description as it should be; empty when it was not changed. */
    public String description() {
        return texts.getOrDefault(Field.DESCRIPTION, "");
    }
}
