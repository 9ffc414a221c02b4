package org.coalitionatlas.directory;

/**
 * A verb does not fit the state of its record, usually because somebody else was faster. The
 * message is the key of a sentence for the person.
 */
public final class WrongState extends RuntimeException {

    private WrongState(String messageKey) {
        super(messageKey);
    }

    static void unless(boolean precondition, String messageKey) {
        if (!precondition) {
            throw new WrongState(messageKey);
        }
    }

    /** Key of the sentence that says what is wrong. */
    public String messageKey() {
        return String.valueOf(getMessage());
    }
}
