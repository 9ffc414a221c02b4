package org.coalitionatlas.common;

/**
 * An exception that a person may be told about in a sentence of the message bundles. Whatever does
 * not carry this is an internal error: it is logged, and the person gets a reference instead.
 */
public interface SaidInWords {

    /** Key of the sentence that says what happened, what was kept and what to do. */
    String messageKey();

    /** What the sentence quotes; nothing unless said otherwise. */
    default Object[] arguments() {
        return new Object[0];
    }
}
