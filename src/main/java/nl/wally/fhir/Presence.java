package nl.wally.fhir;

/** Whether somebody is there at this moment, and where they belong; module {@code team} knows. */
public interface Presence {
    /**
     * Whether this one is present now; nobody who is not known is.
     *
     * @param role for instance {@code PractitionerRole/wally-1}
     */
    boolean isPresent(String role);

    /**
     * Whether this one has a place in the team of a practice now, or coordinates it.
     *
     * @param member for instance {@code PractitionerRole/wally-1} or {@code Organization/social-1}
     * @param practice for instance {@code Organization/practice-1}
     */
    boolean belongsTo(String member, String practice);
}
