/** Chooses the receiver: the fixed Wally, or the substitute. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "fhir", "team"})
@org.jspecify.annotations.NullMarked
package nl.wally.routing;
