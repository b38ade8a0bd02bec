/** Tells systems of what happens to what they may see: R4 Subscriptions Backport 1.1, by rest-hook, ids only. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"shared", "conformance", "fhir", "access", "notification"})
@org.jspecify.annotations.NullMarked
package nl.wally.subscription;
