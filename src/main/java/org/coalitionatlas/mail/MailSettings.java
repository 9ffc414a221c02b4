package org.coalitionatlas.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How e-mail leaves, under {@code atlas.mail}. As long as host, sender or public address is
 * missing, messages wait.
 *
 * @param host mail server; empty: none
 * @param port its port
 * @param user account on it; empty: none is used
 * @param tls {@code starttls} (required, the default), {@code tls} from the first byte, or {@code
 *     none} for a server on the same host
 * @param from sender as in a header: {@code Coalition <directory@example.org>}
 * @param publicUrl where people reach the product: {@code https://directory.example.org}
 * @param keepBodies how long the text of a message is kept after it was sent or given up
 * @param attempts how often a message is tried before it is given up; with the pauses between, 14
 *     are almost three days
 * @param timeout how long the server may take to answer
 */
@ConfigurationProperties("atlas.mail")
record MailSettings(
        @DefaultValue("") String host,
        @DefaultValue("587") int port,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("starttls") Tls tls,
        @DefaultValue("") String from,
        @DefaultValue("") String publicUrl,
        @DefaultValue("30d") Duration keepBodies,
        @DefaultValue("14") int attempts,
        @DefaultValue("20s") Duration timeout) {

    /** How the connection is protected. */
    enum Tls {
        STARTTLS,
        TLS,
        NONE
    }

    /** A mistake stops the start with its reason instead of every message later. */
    MailSettings {
        host = host.strip();
        from = from.strip();
        publicUrl = publicUrl.strip().replaceFirst("/+$", "");
        if (!publicUrl.isEmpty() && !isAddress(publicUrl)) {
            throw new IllegalArgumentException(
                    "ATLAS_PUBLIC_URL is not an address such as https://directory.example.org: "
                            + publicUrl);
        }
        if (!from.isEmpty()) {
            try {
                new InternetAddress(from, true);
            } catch (AddressException e) {
                throw new IllegalArgumentException(
                        "ATLAS_MAIL_FROM is not a sender such as Coalition <name@example.org>: "
                                + from,
                        e);
            }
        }
    }

    /** Names of the environment variables without which nothing is sent. */
    List<String> missing() {
        var missing = new ArrayList<String>();
        if (host.isEmpty()) {
            missing.add("ATLAS_SMTP_HOST");
        }
        if (from.isEmpty()) {
            missing.add("ATLAS_MAIL_FROM");
        }
        if (publicUrl.isEmpty()) {
            missing.add("ATLAS_PUBLIC_URL");
        }
        return missing;
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "MailSettings[" + host + ":" + port + ", " + tls + "]";
    }

    private static boolean isAddress(String text) {
        try {
            URI uri = URI.create(text);
            return uri.getHost() != null
                    && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
