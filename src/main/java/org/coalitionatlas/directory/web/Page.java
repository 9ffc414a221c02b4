package org.coalitionatlas.directory.web;

import java.util.List;
import org.coalitionatlas.geography.County;
import org.coalitionatlas.geography.Geography;
import org.coalitionatlas.taxonomy.Hotline;
import org.jspecify.annotations.Nullable;

/**
 * What every page has.
 *
 * @param base beginning of every link in the page's language: empty, or {@code /es}
 * @param home the way home; names the language where the browser would choose another
 * @param other this page in the other language, with its query
 * @param english path of the page in English
 * @param spanish path of the page in Spanish
 */
record Page(
        String lang,
        String base,
        String home,
        String other,
        String english,
        String spanish,
        String coalition,
        List<CountyLink> counties,
        List<HotlineCard> hotlines) {

    /** A county of the coalition, with the search for it. */
    record CountyLink(String name, String href) {

        static CountyLink of(County county, String base) {
            return new CountyLink(
                    Geography.shortName(county),
                    base + "/directory" + Query.of("county", county.fips()));
        }
    }

    /** A national hotline in the reader's language. */
    record HotlineCard(
            Hotline hotline,
            String name,
            String note,
            @Nullable String languages,
            String tel,
            String checkedOn) {}
}
