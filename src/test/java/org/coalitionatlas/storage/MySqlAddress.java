package org.coalitionatlas.storage;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** JDBC addresses of MySQL as people write them. */
public final class MySqlAddress {

    private static final Pattern ADDRESS =
            Pattern.compile("(jdbc:mysql://[^/?]+)(?:/([^?]*))?(?:\\?(.*))?");

    private MySqlAddress() {}

    /** The same server and settings with another database, which is made when it is used. */
    public static String ofNewDatabase(String address, String database) {
        Matcher parts = ADDRESS.matcher(address.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "ATLAS_TEST_MYSQL_URL must look like jdbc:mysql://db.internal/atlas, not "
                            + address);
        }
        String settings = parts.group(3) == null ? "" : parts.group(3);
        return parts.group(1)
                + "/"
                + database
                + "?"
                + settings
                + (settings.isEmpty() || settings.endsWith("&") ? "" : "&")
                + "createDatabaseIfNotExist=true";
    }
}
