/** The demo region, and what is played there for those who try out their link. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"shared", "conformance", "fhir", "access", "people", "mail"})
@org.jspecify.annotations.NullMarked
package nl.wally.simulator;
