package org.coalitionatlas.shell;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Where "Leave this site" leads: a harmless page that nobody wonders about. Templates know it as
 * {@code wayOut}.
 */
@Component("wayOut")
public final class WayOut {

    private final String target;

    WayOut(@Value("${atlas.leave-to}") String target) {
        URI address = URI.create(target);
        boolean web = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
        if (!web || address.getHost() == null) {
            throw new IllegalArgumentException(
                    "atlas.leave-to must be a web address such as https://weather.gov, not "
                            + target);
        }
        this.target = target;
    }

    /** An absolute web address. */
    public String getUrl() {
        return target;
    }
}
