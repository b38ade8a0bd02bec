/** Keeps the clarification of the question (W-4) with who owns the referral. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "fhir", "conformance", "workflow"})
@org.jspecify.annotations.NullMarked
package nl.wally.clarification;
