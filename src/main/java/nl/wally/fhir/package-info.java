/** The only door to HAPI, JPA and PostgreSQL: server, store, request pipeline, error translation. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "conformance"})
@org.jspecify.annotations.NullMarked
package nl.wally.fhir;
