package nl.wally;

/**
 * How long the JDK's own HTTP client waits where a library uses it and sets no limit: for the keys and metadata of an outside
 * issuer or OpenID provider. It knows no other way to set one for all; whoever starts the JVM may have set another.
 */
final class LibraryCalls {
    private static final String LONGEST = "10000";

    private LibraryCalls() {}

    /** Before anything is fetched: the JDK looks once. */
    static void limit() {
        limit("sun.net.client.defaultConnectTimeout");
        limit("sun.net.client.defaultReadTimeout");
    }

    private static void limit(String property) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, LONGEST);
        }
    }
}
