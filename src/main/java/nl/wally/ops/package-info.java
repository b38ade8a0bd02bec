/** Embedded PostgreSQL, the checks at the start, and what whoever runs the server watches it by. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "conformance", "fhir"})
@org.jspecify.annotations.NullMarked
package nl.wally.ops;
