/** The life of a referral Task: allowed steps, by whom, with what consequence. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"shared", "conformance", "fhir", "team", "routing"})
@org.jspecify.annotations.NullMarked
package nl.wally.workflow;
