package org.coalitionatlas.identity;

import java.util.List;
import java.util.UUID;

/**
 * Finds the organization a member speaks for. Answered by the room that keeps organizations; this
 * room knows only their ids.
 */
public interface OrganizationNames {

    /**
     * Organizations whose name begins with or holds the text, by name.
     *
     * @param most how many at most
     */
    List<Choice> find(String text, int most);

    /** An organization to choose. */
    record Choice(UUID id, String name) {}
}
