package nl.wally.shared;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where this server may call others: over {@code https} at a public address, so that nobody can send it on errands inside
 * the network that it stands in.
 */
public final class AddressRules {
    private static final int BROADCAST_AND_RESERVED = 240;
    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    /** No segment is empty, is dots only, or has anything escaped in it. */
    private static final Pattern PLAIN_PATH = Pattern.compile("(?:/(?!\\.{1,2}(?:/|$))[A-Za-z0-9._~-]+)*/?");

    private AddressRules() {}

    /**
     * What the installation allows beyond that.
     *
     * @param loopback this machine, with or without TLS: for those who try out their link
     * @param inside addresses of private networks
     */
    public record Allowed(boolean loopback, boolean inside) {}

    /** Whether the address has the form of a place that may be called. */
    public static boolean mayName(URI place, Allowed allowed) {
        return place.getHost() != null
                && place.getRawUserInfo() == null
                && place.getRawFragment() == null
                && ("https".equals(place.getScheme())
                        || "http".equals(place.getScheme()) && allowed.loopback() && isLoopbackName(place.getHost()));
    }

    /** Whether a host with these addresses may be called: all of them, for nobody knows which one will be. */
    public static boolean mayCall(List<InetAddress> addresses, Allowed allowed) {
        return !addresses.isEmpty()
                && addresses.stream()
                        .allMatch(address -> address.isLoopbackAddress()
                                ? allowed.loopback()
                                : isOrdinary(address) && (allowed.inside() || !isInside(address)));
    }

    /** Whether somebody may be allowed to name every address under this one: it ends with a slash, and is all there is. */
    public static boolean isFolder(URI place) {
        return mayName(place, new Allowed(false, false))
                && isPlain(place)
                && place.getRawPath().endsWith("/");
    }

    /** Whether an address lies under this one: the same host and port, and no way back up in its path. */
    public static boolean isWithin(URI address, URI folder) {
        return String.valueOf(folder.getScheme()).equals(address.getScheme())
                && folder.getHost().equalsIgnoreCase(address.getHost())
                && port(folder) == port(address)
                && isPlain(address)
                && address.getRawPath().startsWith(folder.getRawPath());
    }

    /** Whether it names this machine. */
    public static boolean isLoopback(URI place) {
        return place.getHost() != null && isLoopbackName(place.getHost());
    }

    /** Without a query, and with a path that means what it says, whoever reads it. */
    private static boolean isPlain(URI place) {
        return place.getRawQuery() == null
                && PLAIN_PATH.matcher(place.getRawPath()).matches();
    }

    private static int port(URI place) {
        return place.getPort() >= 0 ? place.getPort() : "https".equals(place.getScheme()) ? HTTPS : HTTP;
    }

    private static boolean isLoopbackName(String host) {
        return host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]");
    }

    private static boolean isOrdinary(InetAddress address) {
        int first = address.getAddress()[0] & 0xff;
        boolean nowhere = !(address instanceof Inet6Address) && (first == 0 || first >= BROADCAST_AND_RESERVED);
        return !nowhere
                && !address.isAnyLocalAddress()
                && !address.isLinkLocalAddress()
                && !address.isMulticastAddress();
    }

    /** RFC 1918, carrier-grade NAT (RFC 6598), unique local addresses (RFC 4193), and IPv4 behind NAT64 (RFC 6052). */
    private static boolean isInside(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address.isSiteLocalAddress()
                || (address instanceof Inet6Address
                        ? (bytes[0] & 0xfe) == 0xfc || isTranslated(bytes)
                        : bytes[0] == 100 && (bytes[1] & 0xc0) == 64);
    }

    private static boolean isTranslated(byte[] bytes) {
        return bytes[0] == 0 && bytes[1] == 0x64 && (bytes[2] & 0xff) == 0xff && (bytes[3] & 0xff) == 0x9b;
    }
}
