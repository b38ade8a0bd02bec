/** A Wally's day: the work list, and for each referral what to do next and the forms to do it with. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"shared", "conformance", "fhir", "people", "dossier", "directory", "workflow", "team"})
@org.jspecify.annotations.NullMarked
package nl.wally.worklist;
