package org.coalitionatlas.partnership;

/** What two organizations do together. */
public enum PartnershipKind {
    REFERRAL,
    INFORMATION_SHARING,
    JOINT_PROGRAMMING
}
