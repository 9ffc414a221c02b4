package org.coalitionatlas.identity;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What other rooms may know of organizations: their names, and whose they are. Answered by the room
 * that keeps them; a room that knows only their ids asks here.
 */
public interface OrganizationNames {

    /**
     * Organizations whose name begins with or holds the text, by name.
     *
     * @param most how many at most
     */
    List<Choice> find(String text, int most);

    /**
     * The names of those organizations, in one query; one that does not exist has none. For people
     * who are signed in.
     */
    Map<UUID, String> names(Collection<UUID> ids);

    /**
     * Those of the organizations the current person coordinates: an administrator all, a
     * coordinator those that stand in or serve one of their counties or are not placed yet, anybody
     * else none. Two queries at most.
     */
    Set<UUID> coordinated(Collection<UUID> ids);

    /** An organization to choose. */
    record Choice(UUID id, String name) {}
}
