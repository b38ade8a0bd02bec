/** Brings the outcome back to the GP. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "fhir", "conformance", "workflow"})
@org.jspecify.annotations.NullMarked
package nl.wally.feedback;
