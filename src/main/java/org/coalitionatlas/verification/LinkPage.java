package org.coalitionatlas.verification;

import java.util.List;

/**
 * What a one-time link opens.
 *
 * @param state anything but {@link State#OPEN} opens nothing
 * @param organization its name; empty when nothing is opened
 */
public record LinkPage(State state, String organization, List<LinkPart> parts) {

    /** Whether a link works. */
    public enum State {
        /** It can be used. */
        OPEN,
        /** Something was sent through it, or through another link of the same request. */
        USED,
        /** Its time is over. */
        EXPIRED,
        /** There is no such link. */
        UNKNOWN,
        /** The organization was merged with another since. */
        MERGED,
        /** A record changed since the page was opened; nothing was taken. */
        MOVED
    }

    static LinkPage closed(State state) {
        return new LinkPage(state, "", List.of());
    }
}
