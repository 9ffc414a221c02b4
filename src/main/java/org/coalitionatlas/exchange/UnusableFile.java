package org.coalitionatlas.exchange;

import java.util.List;
import org.coalitionatlas.common.SaidInWords;

/** A whole file cannot be imported. Carries the key of a sentence that says why. */
public final class UnusableFile extends RuntimeException implements SaidInWords {

    private final List<Object> arguments;

    UnusableFile(String messageKey, Object... arguments) {
        super(messageKey);
        this.arguments = List.of(arguments);
    }

    @Override
    public String messageKey() {
        return String.valueOf(getMessage());
    }

    @Override
    public Object[] arguments() {
        return arguments.toArray();
    }
}
