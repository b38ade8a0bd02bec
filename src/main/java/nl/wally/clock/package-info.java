/** What was promised by when, and who hears of it when nobody keeps it: reminders, overdue, escalation. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"shared", "conformance", "fhir", "team", "workflow", "notification"})
@org.jspecify.annotations.NullMarked
package nl.wally.clock;
