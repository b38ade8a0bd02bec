package nl.wally.access.client;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;

/**
 * Where a client's keys may be fetched: over {@code https} from a public address, so that nobody can send this server on
 * errands inside the network that it stands in.
 */
final class KeyAddressRules {
    private KeyAddressRules() {}

    /**
     * What the installation allows beyond that.
     *
     * @param loopback this machine, with or without TLS: for those who try out their link
     * @param inside addresses of private networks
     */
    record Allowed(boolean loopback, boolean inside) {}

    /** Whether the address has the form of a place where keys may be. */
    static boolean mayName(URI place, Allowed allowed) {
        return place.getHost() != null
                && place.getRawUserInfo() == null
                && place.getRawFragment() == null
                && ("https".equals(place.getScheme())
                        || "http".equals(place.getScheme()) && allowed.loopback() && isLoopbackName(place.getHost()));
    }

    /** Whether a host with these addresses may be called: all of them, for nobody knows which one will be. */
    static boolean mayCall(List<InetAddress> addresses, Allowed allowed) {
        return !addresses.isEmpty()
                && addresses.stream()
                        .allMatch(address -> address.isLoopbackAddress()
                                ? allowed.loopback()
                                : isOrdinary(address) && (allowed.inside() || !isInside(address)));
    }

    private static boolean isLoopbackName(String host) {
        return host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]");
    }

    private static boolean isOrdinary(InetAddress address) {
        return !address.isAnyLocalAddress() && !address.isLinkLocalAddress() && !address.isMulticastAddress();
    }

    /** RFC 1918, carrier-grade NAT (RFC 6598), and unique local addresses (RFC 4193). */
    private static boolean isInside(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address.isSiteLocalAddress()
                || (address instanceof Inet6Address
                        ? (bytes[0] & 0xfe) == 0xfc
                        : bytes[0] == 100 && (bytes[1] & 0xc0) == 64);
    }
}
