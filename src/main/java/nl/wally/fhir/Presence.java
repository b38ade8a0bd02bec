package nl.wally.fhir;

/** Whether somebody is there at this moment; module {@code team} knows. */
public interface Presence {
    /**
     * Whether this one is present now; nobody who is not known is.
     *
     * @param role for instance {@code PractitionerRole/wally-1}
     */
    boolean isPresent(String role);
}
