/** Numbers for whoever pays and steers: never persons, and none so small that a person shows. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"shared", "conformance", "fhir", "people", "notification", "team"})
@org.jspecify.annotations.NullMarked
package nl.wally.reporting;
