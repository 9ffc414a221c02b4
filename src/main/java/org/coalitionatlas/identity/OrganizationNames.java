package org.coalitionatlas.identity;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.coalitionatlas.geography.County;

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

    /**
     * The same as a condition, for a list that the database filters, sorts and counts.
     *
     * @param alias what the query calls its organizations
     */
    Condition coordinatedIn(String alias);

    /**
     * A condition of SQL.
     *
     * @param sql what holds, to be joined by {@code and}
     * @param values what it quotes, by the names it quotes it with
     */
    record Condition(String sql, Map<String, Object> values) {}

    /**
     * Where those of the organizations work that the current person may write: an administrator
     * all, a coordinator those of {@link #coordinated}, a member their own; the others are absent.
     * One statement.
     */
    Map<UUID, Place> places(Collection<UUID> ids);

    /**
     * Where an organization works.
     *
     * @param counties FIPS codes of the counties in which it has a location or which one of its
     *     services names
     * @param states codes of the states which one of its services serves as a whole
     * @param isNationwide whether one of its services serves the whole country
     */
    record Place(String name, Set<String> counties, Set<String> states, boolean isNationwide) {

        /** Whether it works in the county, because it names it or all around it. */
        public boolean reaches(County county) {
            return isNationwide
                    || counties.contains(county.fips())
                    || states.contains(county.state().usps());
        }

        /** Whether nothing says where it works. */
        public boolean isNowhere() {
            return counties.isEmpty() && states.isEmpty() && !isNationwide;
        }
    }

    /** An organization to choose. */
    record Choice(UUID id, String name) {}
}
