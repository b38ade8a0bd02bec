package nl.wally.notification;

/**
 * Whoever gets messages, one after the other.
 *
 * @param kind which {@link Courier} brings them
 * @param key whom that courier is to bring them to, in opaque references, for instance {@code PractitionerRole/…}
 */
public record Receiver(String kind, String key) {
    @Override
    public String toString() {
        return kind + " " + key;
    }
}
