/** Tells people by e-mail that something waits for them, and nothing else; and where no e-mail arrives. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"shared", "conformance", "fhir", "notification", "team", "people"})
@org.jspecify.annotations.NullMarked
package nl.wally.mail;
