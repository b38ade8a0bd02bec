/** Tells systems and people that something happened: durably, in order, and without content. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "conformance", "fhir"})
@org.jspecify.annotations.NullMarked
package nl.wally.notification;
