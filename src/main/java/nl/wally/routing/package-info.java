/** Chooses the receiver: the fixed Wally, or the substitute; and sees when nobody will be there. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"shared", "conformance", "fhir", "team", "notification"})
@org.jspecify.annotations.NullMarked
package nl.wally.routing;
