package org.coalitionatlas.common;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An e-mail address a message can be sent to.
 *
 * @param address as typed, with the domain in lower case
 */
public record Email(String address) {

    private static final Pattern SHAPE =
            Pattern.compile(
                    "[\\p{L}\\p{N}.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?\\.)+[\\p{L}]{2,63}");

    /**
     * @throws InvalidValue {@code invalid.email} when the text is not one address
     */
    public static Email parse(String text) {
        String address = text.strip();
        if (address.length() > 254 || !SHAPE.matcher(address).matches()) {
            throw new InvalidValue("invalid.email", text);
        }
        int at = address.lastIndexOf('@');
        return new Email(address.substring(0, at) + address.substring(at).toLowerCase(Locale.ROOT));
    }
}
