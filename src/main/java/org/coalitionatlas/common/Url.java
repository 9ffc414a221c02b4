package org.coalitionatlas.common;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A web address that may be shown as a link: http or https, nothing else, so that no record can
 * smuggle a script into a page.
 *
 * @param address absolute, scheme and host in lower case
 */
public record Url(String address) {

    private static final int LONGEST = 500;

    private static final Pattern SCHEME = Pattern.compile("(?i)[a-z][a-z0-9+.-]*:.*");

    /**
     * Reads an address; {@code www.example.org} without a scheme becomes https.
     *
     * @throws InvalidValue {@code invalid.url} when the text is not a web address
     */
    public static Url parse(String text) {
        String candidate = text.strip();
        if (!SCHEME.matcher(candidate).matches()) {
            candidate = "https://" + candidate;
        }
        try {
            URI uri = new URI(candidate.replace(" ", "%20"));
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            String host = uri.getHost();
            boolean web = scheme.equals("https") || scheme.equals("http");
            if (!web || host == null || !host.contains(".") || uri.getUserInfo() != null) {
                throw new InvalidValue("invalid.url", text);
            }
            String rest = candidate.substring(candidate.indexOf("//") + 2);
            int end = rest.toLowerCase(Locale.ROOT).indexOf(host.toLowerCase(Locale.ROOT));
            String address =
                    scheme
                            + "://"
                            + host.toLowerCase(Locale.ROOT)
                            + rest.substring(end + host.length()).replace(" ", "%20");
            if (address.length() > LONGEST) {
                throw new InvalidValue("invalid.tooLong", LONGEST, address.length());
            }
            return new Url(address);
        } catch (URISyntaxException e) {
            throw new InvalidValue("invalid.url", text);
        }
    }

    /** The host without {@code www.}, as people recognise it. */
    public String host() {
        String host = String.valueOf(URI.create(address).getHost());
        return host.startsWith("www.") ? host.substring(4) : host;
    }
}
