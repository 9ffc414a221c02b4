package org.coalitionatlas.common;

import java.util.List;

/**
 * A value a person or a file gave cannot be accepted. Carries the key of a sentence in the message
 * bundles, so that a form, an import report and the API say the same thing in the reader's
 * language.
 */
public final class InvalidValue extends IllegalArgumentException implements SaidInWords {

    private final String messageKey;
    private final List<Object> arguments;

    /**
     * @param messageKey key in the {@code common} messages, such as {@code invalid.phone}
     * @param arguments what the sentence quotes, usually the rejected text
     */
    public InvalidValue(String messageKey, Object... arguments) {
        super(messageKey + " " + List.of(arguments));
        this.messageKey = messageKey;
        this.arguments = List.of(arguments);
    }

    @Override
    public String messageKey() {
        return messageKey;
    }

    @Override
    public Object[] arguments() {
        return arguments.toArray();
    }
}
