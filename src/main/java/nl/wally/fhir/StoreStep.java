package nl.wally.fhir;

import ca.uhn.fhir.rest.api.server.storage.TransactionDetails;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** Stores all changes, those first that others point to. */
@Component
class StoreStep implements Step {
    private static final List<String> ORDER = List.of(
            "Organization",
            "Practitioner",
            "PractitionerRole",
            "CareTeam",
            "HealthcareService",
            "Appointment",
            "Patient",
            "RelatedPerson",
            "Consent",
            "ServiceRequest",
            "QuestionnaireResponse",
            "CommunicationRequest",
            "Communication",
            "Task",
            "Subscription",
            "Provenance");

    private final Store store;

    StoreStep(Store store) {
        this.store = store;
    }

    @Override
    public Stage stage() {
        return Stage.STORE;
    }

    @Override
    public void run(Submission submission) {
        var transaction = new TransactionDetails();
        submission
                .changes()
                .sorted(Comparator.comparingInt(change -> ORDER.indexOf(change.type())))
                .forEach(change -> store.store(change, transaction));
    }
}
