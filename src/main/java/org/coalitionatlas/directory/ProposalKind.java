package org.coalitionatlas.directory;

/** What a proposal asks for; the order is that of the review queue. */
public enum ProposalKind {
    /** Somebody says that showing the record endangers people; it is withheld meanwhile. */
    UNSAFE,
    /** A hidden address is to be shown; takes two people (ASSURANCE, confidential places). */
    DISCLOSURE,
    /** A draft is to be published. */
    PUBLICATION,
    /** A record is to be rewritten or added, by its organization or somebody else. */
    CHANGE,
    /** Something said in plain words; whoever decides does by hand what is right. */
    REMARK
}
