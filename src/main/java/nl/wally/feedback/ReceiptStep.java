package nl.wally.feedback;

import java.util.Date;
import nl.wally.fhir.Stage;
import nl.wally.fhir.Step;
import nl.wally.fhir.Store;
import nl.wally.fhir.Submission;
import org.hl7.fhir.r4.model.Communication;
import org.springframework.stereotype.Component;

/** Notes when the GP's system has fetched feedback. Read again under the lock, so that only the first fetch counts. */
@Component
class ReceiptStep implements Step {
    private final Store store;

    ReceiptStep(Store store) {
        this.store = store;
    }

    @Override
    public Stage stage() {
        return Stage.DECIDE;
    }

    @Override
    public void run(Submission submission) {
        for (String reference : submission.fetched()) {
            store.read(reference, Communication.class)
                    .filter(current -> ReceiptRules.isReceipt(submission.caller(), current))
                    .ifPresent(current ->
                            submission.update(current, current.copy().setReceived(Date.from(submission.now()))));
        }
    }
}
