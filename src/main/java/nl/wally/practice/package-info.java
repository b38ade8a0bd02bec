/** What a practice sees of the referrals that it sent: where they stand, feedback to read, questions to answer. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"shared", "conformance", "fhir", "people", "dossier", "team"})
@org.jspecify.annotations.NullMarked
package nl.wally.practice;
