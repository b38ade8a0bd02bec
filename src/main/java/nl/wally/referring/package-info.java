/** A GP's minute: the referral form, launched from the HIS with its context, and the letter for the person. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"shared", "conformance", "fhir", "access", "people", "team", "routing", "workflow"})
@org.jspecify.annotations.NullMarked
package nl.wally.referring;
