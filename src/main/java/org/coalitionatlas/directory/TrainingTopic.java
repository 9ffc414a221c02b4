package org.coalitionatlas.directory;

/** The four topics of annual training (001). */
public enum TrainingTopic {
    /** Human trafficking identification and response; the one that counts as "trained on HT". */
    IDENTIFICATION_RESPONSE,
    MANDATORY_REPORTING,
    CONFIDENTIALITY,
    TRAUMA_INFORMED_CARE
}
