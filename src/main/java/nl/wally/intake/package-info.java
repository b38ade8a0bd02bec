/** Takes a referral from the GP, checks it, has it routed and opens the Task. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"shared", "fhir", "conformance", "routing", "workflow", "team"})
@org.jspecify.annotations.NullMarked
package nl.wally.intake;
