/** The demo region. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "fhir", "access"})
@org.jspecify.annotations.NullMarked
package nl.wally.simulator;
