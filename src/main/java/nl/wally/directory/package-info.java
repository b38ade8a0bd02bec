/** The directory of offers in the neighbourhood (sociale kaart), as pages and as CSV; kept by the coordinator. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"shared", "conformance", "fhir", "people", "team"})
@org.jspecify.annotations.NullMarked
package nl.wally.directory;
