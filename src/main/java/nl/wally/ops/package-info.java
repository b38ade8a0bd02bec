/** Embedded PostgreSQL, start-up checks and what an operator needs. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "fhir"})
@org.jspecify.annotations.NullMarked
package nl.wally.ops;
