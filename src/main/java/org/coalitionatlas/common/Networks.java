package org.coalitionatlas.common;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;

/** Whom a network address stands for when something is counted by it. */
public final class Networks {

    private static final int IPV6_LINE_BYTES = 8;

    private Networks() {}

    /**
     * The address itself, or the line it belongs to: one IPv6 line has 2^64 addresses to try from.
     *
     * @param address as the server knows it; anything but a literal address stands for itself
     */
    public static String source(String address) {
        try {
            InetAddress literal = InetAddress.ofLiteral(address);
            return literal instanceof Inet6Address
                    ? HexFormat.of().formatHex(literal.getAddress(), 0, IPV6_LINE_BYTES)
                    : address;
        } catch (IllegalArgumentException e) {
            return address;
        }
    }
}
