package nl.wally.fhir;

/** How the numbers of one identifier system are written. People read them out over the phone, and type what they hear. */
public interface NumberForm {
    /** The identifier system. */
    String system();

    /** Whether this, with no system before it, can mean nothing but one of these numbers. */
    boolean isMeant(String typed);

    /**
     * The number as it is stored.
     *
     * @param typed how somebody wrote it: the case, spaces and dashes do not count
     * @throws nl.wally.shared.RefusedException {@link nl.wally.shared.Problem#PARAMETER_INVALID} when there cannot be such
     *     a number
     */
    String stored(String typed);
}
