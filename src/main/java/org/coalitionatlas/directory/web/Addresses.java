package org.coalitionatlas.directory.web;

import java.util.Locale;
import java.util.UUID;
import org.coalitionatlas.common.Texts;
import org.coalitionatlas.geography.County;
import org.coalitionatlas.taxonomy.Need;

/** Paths of the published pages below a language's beginning: empty, or {@code /es}. */
final class Addresses {

    private Addresses() {}

    /** The page of a county; its name is there for people, the code decides. */
    static String county(String base, County county) {
        return base + "/directory/county/" + county.fips() + "-" + slug(county.nameWithState());
    }

    /** The page of a need; the English label in both languages, so that they differ by one word. */
    static String need(String base, Need need) {
        return base
                + "/directory/need/"
                + need.code()
                + "-"
                + slug(need.label().in(Locale.ENGLISH));
    }

    static String service(String base, UUID id) {
        return base + "/directory/services/" + id;
    }

    static String organization(String base, UUID id) {
        return base + "/directory/organizations/" + id;
    }

    static String search(String base, Query query) {
        return base + "/directory" + query;
    }

    private static String slug(String text) {
        return Texts.folded(text).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }
}
