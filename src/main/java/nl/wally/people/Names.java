package nl.wally.people;

/** What people and organisations are called. */
public interface Names {
    /** The name of {@code Organization/…} or of the person behind {@code PractitionerRole/…}; the reference where there is none. */
    String of(String reference);
}
