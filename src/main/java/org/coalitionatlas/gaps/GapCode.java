package org.coalitionatlas.gaps;

/** The ways in which a need in a county can fall short (PRODUCT §7). */
public enum GapCode {
    /** Not assessed: ask. */
    G0,
    /** No service: recruit, fund. */
    G1,
    /** No relationship: introduce, sign an MOU. */
    G2,
    /** Untrained partner: train. */
    G3,
    /** Population left out: widen eligibility. */
    G4,
    /** Hours left out: on-call cover. */
    G5,
    /** Single provider: find a second. */
    G6,
    /** No capacity or waitlist only: overflow agreement. */
    G7,
    /** Stale record: re-verify. */
    G8,
    /** Only remote or out of county, or language missing: transport, interpretation. */
    G9
}
