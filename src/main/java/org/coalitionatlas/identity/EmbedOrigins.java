package org.coalitionatlas.identity;

import java.util.List;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The sites of partners that may show the search field in a frame, under {@code atlas.embed}; none
 * without a word from the administrator.
 *
 * @param origins such as {@code https://partner.example.org}; no path, no wildcard, encrypted
 *     unless it is this machine
 */
@ConfigurationProperties("atlas.embed")
public record EmbedOrigins(@DefaultValue List<String> origins) {

    private static final Pattern ORIGIN =
            Pattern.compile(
                    "https://[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\\d{1,5})?"
                            + "|http://(localhost|127\\.0\\.0\\.1)(:\\d{1,5})?");

    /** Stops the start on anything that would allow more than it says, or nothing at all. */
    public EmbedOrigins {
        origins = origins.stream().map(String::strip).filter(o -> !o.isEmpty()).toList();
        for (String origin : origins) {
            if (!ORIGIN.matcher(origin).matches()) {
                throw new IllegalArgumentException(
                        "atlas.embed.origins: \""
                                + origin
                                + "\" is not an origin such as https://partner.example.org");
            }
        }
    }

    /** The sources of a {@code frame-ancestors} directive. */
    String frameAncestors() {
        return origins.isEmpty() ? "'none'" : String.join(" ", origins);
    }
}
