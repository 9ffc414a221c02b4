package org.coalitionatlas.directory;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Addresses of the directory's screens, so that other rooms can link to a record without knowing
 * its view. All are relative to {@code /portal/}.
 */
public final class DirectoryNavigation {

    /** The search. */
    public static final String SEARCH = "directory";

    private DirectoryNavigation() {}

    /** The record of a service. */
    public static String service(UUID id) {
        return SEARCH + "/service/" + id;
    }

    /** The record of an organization. */
    public static String organization(UUID id) {
        return SEARCH + "/organization/" + id;
    }

    /** Where the organization, service or contact is verified thing by thing. */
    public static String check(RecordKind kind, UUID id) {
        return "verification/" + kind.name().toLowerCase(Locale.ROOT) + "/" + id;
    }

    /**
     * The search for a need in a county.
     *
     * @param need code of the need, or {@code null} for all
     * @param countyFips or {@code null} for all
     */
    public static String search(@Nullable String need, @Nullable String countyFips) {
        List<String> parts = new ArrayList<>();
        if (need != null) {
            parts.add("need=" + URLEncoder.encode(need, StandardCharsets.UTF_8));
        }
        if (countyFips != null) {
            parts.add("county=" + URLEncoder.encode(countyFips, StandardCharsets.UTF_8));
        }
        return parts.isEmpty() ? SEARCH : SEARCH + "?" + String.join("&", parts);
    }
}
