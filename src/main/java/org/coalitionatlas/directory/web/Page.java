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
 * @param site scheme and host, for the few links that leave the page
 * @param english path of the page in English
 * @param spanish path of the page in Spanish
 * @param listed whether this address is one of the site's lasting ones: no search, no error
 */
public record Page(
        String lang,
        String base,
        String home,
        String other,
        String site,
        String english,
        String spanish,
        boolean listed,
        String coalition,
        List<CountyLink> counties,
        List<HotlineCard> hotlines) {

    /** The page's own lasting address. */
    public String canonical() {
        return site + (lang.equals("es") ? spanish : english);
    }

    /** A county of the coalition, with its page. */
    public record CountyLink(String name, String href) {

        static CountyLink of(County county, String base) {
            return new CountyLink(Geography.shortName(county), Addresses.county(base, county));
        }
    }

    /** A national hotline in the reader's language. */
    public record HotlineCard(
            Hotline hotline,
            String name,
            String note,
            @Nullable String languages,
            String tel,
            String checkedOn) {}
}
