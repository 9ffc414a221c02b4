package org.coalitionatlas.directory;

import org.coalitionatlas.common.SaidInWords;

/**
 * A verb does not fit the state of its record, usually because somebody else was faster. The
 * message is the key of a sentence for the person.
 */
public final class WrongState extends RuntimeException implements SaidInWords {

    private WrongState(String messageKey) {
        super(messageKey);
    }

    static void unless(boolean precondition, String messageKey) {
        if (!precondition) {
            throw new WrongState(messageKey);
        }
    }

    @Override
    public String messageKey() {
        return String.valueOf(getMessage());
    }
}
