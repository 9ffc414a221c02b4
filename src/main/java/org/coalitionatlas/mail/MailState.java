package org.coalitionatlas.mail;

/** Where a message stands. */
public enum MailState {
    /** Goes out as soon as it can. */
    WAITING,
    /** With the server at this moment. */
    SENDING,
    /** The server took it. */
    SENT,
    /** Given up; an administrator can have it tried again. */
    FAILED,
    /** Not sent, because the person stopped messages of this purpose. */
    DECLINED
}
