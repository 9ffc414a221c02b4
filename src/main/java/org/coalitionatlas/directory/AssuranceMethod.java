package org.coalitionatlas.directory;

/** How somebody made sure that a record is right; told to every reader. */
public enum AssuranceMethod {
    /** In a phone call. */
    PHONE,
    /** The organization confirmed it through a link sent by e-mail. */
    EMAIL_LINK,
    /** On a visit, or in a meeting. */
    VISIT,
    /** By what the organization's own website says. */
    WEBSITE,
    /** A signed-in member of the organization looked at it. */
    ORGANIZATION
}
