package org.coalitionatlas.assessment;

/** The four narratives at the end of a county's assessment (003). */
public enum NarrativeTopic {
    COMMUNITY_NEEDS,
    CAPACITIES,
    GAPS,
    HOW_FILLED
}
