package org.coalitionatlas.directory;

/** What answers a number; HSDS {@code phone.type}, with the hotline told apart. */
public enum PhoneType {
    VOICE,
    HOTLINE,
    SMS,
    TTY,
    FAX
}
