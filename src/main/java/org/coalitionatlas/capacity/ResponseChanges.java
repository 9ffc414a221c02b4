package org.coalitionatlas.capacity;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * How often responses were changed, for screens that show them: one query for all that are open
 * anywhere in this process. Tells counts and nothing else, so whoever has a response open may ask.
 */
@Component
public class ResponseChanges {

    private final ResponseStore store;

    ResponseChanges(ResponseStore store) {
        this.store = store;
    }

    /** The count of each response that exists. */
    public Map<UUID, Long> of(Set<UUID> responses) {
        return store.changes(responses);
    }
}
