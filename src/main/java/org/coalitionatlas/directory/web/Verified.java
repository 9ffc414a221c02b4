package org.coalitionatlas.directory.web;

/** Something that somebody makes sure of from time to time, in words. */
interface Verified {

    /** "Verified 3 weeks ago (Oct 30, 2026) by phone", or that nobody did for too long. */
    String verified();

    /** Whether the reader should ask whether it is still right. */
    boolean isStale();
}
