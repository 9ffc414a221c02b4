package org.coalitionatlas.directory;

/** What became of a proposal. */
public enum ProposalState {
    OPEN,
    APPROVED,
    /** Not taken over, for a reason that is told. */
    RETURNED,
    /** Taken back by its own side. */
    WITHDRAWN
}
