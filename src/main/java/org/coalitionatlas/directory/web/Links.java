package org.coalitionatlas.directory.web;

import org.coalitionatlas.common.InvalidValue;
import org.coalitionatlas.common.Url;
import org.jspecify.annotations.Nullable;

/** Addresses of other sites, as they stand in a record. */
final class Links {

    private Links() {}

    /** The host of a web address; {@code null} when there is none that may become a link. */
    static @Nullable String host(@Nullable String url) {
        if (url == null) {
            return null;
        }
        try {
            return Url.parse(url).host();
        } catch (InvalidValue e) {
            return null;
        }
    }
}
