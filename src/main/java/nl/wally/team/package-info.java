/** Who belongs to a practice's team, and who is present now. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "conformance", "fhir"})
@org.jspecify.annotations.NullMarked
package nl.wally.team;
