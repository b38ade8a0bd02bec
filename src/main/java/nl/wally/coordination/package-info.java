/** A coordinator's overview: practices, teams, absences, load, and what goes wrong. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "shared",
            "conformance",
            "fhir",
            "people",
            "dossier",
            "team",
            "routing",
            "workflow",
            "meeting",
            "mail",
            "notification"
        })
@org.jspecify.annotations.NullMarked
package nl.wally.coordination;
