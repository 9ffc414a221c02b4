package org.coalitionatlas.verification;

import java.util.List;
import java.util.UUID;
import org.coalitionatlas.directory.RecordKind;

/**
 * One thing to ask about a record.
 *
 * @param key names it among the record's items: {@code phones}, {@code address/<location>}
 * @param topic what is asked, as in the text {@code verification.item.<topic>}
 * @param kind the record that holds the value
 * @param id its id
 * @param fields names of the draft's fields that are asked about
 */
public record CheckItem(String key, String topic, RecordKind kind, UUID id, List<String> fields) {

    static CheckItem own(String topic, RecordKind kind, UUID id, String... fields) {
        return new CheckItem(topic, topic, kind, id, List.of(fields));
    }

    static CheckItem address(UUID location) {
        return new CheckItem(
                "address/" + location,
                "address",
                RecordKind.LOCATION,
                location,
                List.of("name", "address", "addressVisibility", "hours", "phones"));
    }

    static CheckItem contact(UUID contact) {
        return new CheckItem(
                "contact/" + contact,
                "contact",
                RecordKind.CONTACT,
                contact,
                List.of("name", "title", "phones", "email"));
    }
}
