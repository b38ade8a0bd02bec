/** Who is calling, and what may they see and do. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "conformance", "fhir"})
@org.jspecify.annotations.NullMarked
package nl.wally.access;
