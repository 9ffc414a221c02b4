package org.coalitionatlas.directory.web;

import org.coalitionatlas.directory.PublishedRecords.Reach;
import org.coalitionatlas.geography.County;
import org.coalitionatlas.taxonomy.Need;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says where the nearest help is when a county has none. */
@Component
class NearestHelp {

    /**
     * The nearest county that has it.
     *
     * @param words its name, how far it is and how many services there are
     * @param href the search for them
     */
    public record Elsewhere(String words, String href) {}

    /** {@code null} when nobody helps with the need anywhere in the directory. */
    @Nullable Elsewhere to(County county, Need need, Reach reach, Words words, String base) {
        County nearest = reach.nearest(need, county);
        if (nearest == null) {
            return null;
        }
        return new Elsewhere(
                words.say(
                        "published.county.elsewhere",
                        nearest.nameWithState(),
                        Math.round(nearest.center().milesTo(county.center())),
                        reach.of(need, nearest)),
                Addresses.search(
                        base, Query.of("county", nearest.fips()).with("need", need.code())));
    }
}
