package nl.wally.conformance;

/** Every canonical URL that the code knows; a test holds them against {@code profiles/}. */
public final class Canonicals {
    public static final String BASE = "http://waariswally.nl/fhir";
    public static final String SERVER_STATEMENT = BASE + "/CapabilityStatement/waw-server";
    public static final String PROBLEM = BASE + "/CodeSystem/waw-problem";
    public static final String FIRST_CONTACT_DUE = BASE + "/StructureDefinition/waw-first-contact-due";

    private Canonicals() {}
}
