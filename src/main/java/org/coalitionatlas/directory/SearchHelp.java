package org.coalitionatlas.directory;

import java.util.List;
import org.coalitionatlas.geography.County;
import org.coalitionatlas.taxonomy.Need;
import org.jspecify.annotations.Nullable;

/**
 * What somebody can do who found nothing or little. Every figure is what its reader would find.
 *
 * @param corrected the words as they were probably meant, or {@code null}
 * @param correctedCount what would be found with them
 * @param without what would be found without one of the conditions, most first
 * @param near counties that have it, nearest first
 * @param lines phone lines of the directory for the whole state or country
 * @param related needs close to those asked for that do find something
 */
public record SearchHelp(
        @Nullable String corrected,
        long correctedCount,
        List<Without> without,
        List<NearCounty> near,
        List<ServiceView> lines,
        List<RelatedNeed> related) {

    /** Nothing to say. */
    public static final SearchHelp NONE =
            new SearchHelp(null, 0, List.of(), List.of(), List.of(), List.of());

    /** How many services there are without that condition. */
    public record Without(Narrowing dropped, long count) {}

    /**
     * A county with services for the same search.
     *
     * @param miles from the county or ZIP code asked for to the middle of this one
     */
    public record NearCounty(County county, double miles, long count) {}

    /** A need close to the one asked for. */
    public record RelatedNeed(Need need, long count) {}

    /** Whether there is anything to offer besides national hotlines. */
    public boolean isEmpty() {
        return corrected == null
                && without.isEmpty()
                && near.isEmpty()
                && lines.isEmpty()
                && related.isEmpty();
    }
}
