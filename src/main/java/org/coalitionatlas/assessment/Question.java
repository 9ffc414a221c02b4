package org.coalitionatlas.assessment;

/** The three questions about each provider that can meet a need (003, resource assessment). */
public enum Question {
    /** Have a contact? */
    CONTACT,
    /** Partner with them? */
    PARTNER,
    /** Trained on HT? */
    TRAINED
}
