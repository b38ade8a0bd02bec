/** People who sign in with a browser: who they are by an outside provider, in which role they act, and for how long. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "fhir", "access"})
@org.jspecify.annotations.NullMarked
package nl.wally.people;
