package org.coalitionatlas.exchange;

import java.util.List;

/** A whole file cannot be imported. Carries the key of a sentence that says why. */
public final class UnusableFile extends RuntimeException {

    private final List<Object> arguments;

    UnusableFile(String messageKey, Object... arguments) {
        super(messageKey);
        this.arguments = List.of(arguments);
    }

    /** Key of the sentence that says why. */
    public String messageKey() {
        return String.valueOf(getMessage());
    }

    /** What the sentence quotes. */
    public Object[] arguments() {
        return arguments.toArray();
    }
}
