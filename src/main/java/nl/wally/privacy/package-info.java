/** What a person may ask for: everything that is kept of them, and that it is erased; and that nothing is kept for longer. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "conformance", "fhir"})
@org.jspecify.annotations.NullMarked
package nl.wally.privacy;
