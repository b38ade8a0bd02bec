/** What a page tells of one referral: its facts and what happened, in words, as far as its reader may see them. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"shared", "conformance", "fhir", "people", "team", "workflow"})
@org.jspecify.annotations.NullMarked
package nl.wally.dossier;
