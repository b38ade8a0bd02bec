package nl.wally.fhir;

import org.hl7.fhir.r4.model.Resource;

/** Holds a resource against search parameters without asking the database. */
public interface Matching {
    /**
     * Whether this can be judged for a type: parameters that the CapabilityStatement offers, and that need nothing but the
     * resource itself.
     *
     * @param query as in a search, for instance {@code owner=PractitionerRole/1}
     */
    boolean canJudge(String type, String query);

    /** Whether the resource would be found; not, when it cannot be judged. */
    boolean meets(Resource resource, String query);
}
