package nl.wally.feedback;

import java.time.Clock;
import java.util.List;
import nl.wally.fhir.Fetched;
import nl.wally.fhir.Pipeline;
import nl.wally.fhir.Store;
import nl.wally.fhir.Submission;
import nl.wally.shared.Caller;
import nl.wally.shared.References;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/** {@code Communication.received}: the GP's system has got the feedback. Noted before the answer, once. */
@Component
class Receipts implements Fetched {
    private final Pipeline pipeline;
    private final Store store;
    private final Clock clock;

    Receipts(Pipeline pipeline, Store store, Clock clock) {
        this.pipeline = pipeline;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public List<Resource> by(Caller caller, List<Resource> found) {
        List<String> receipts = found.stream()
                .filter(resource -> ReceiptRules.isReceipt(caller, resource))
                .map(References::key)
                .toList();
        if (receipts.isEmpty()) {
            return found;
        }
        pipeline.submit(Submission.ofFetch(caller, clock.instant(), receipts));
        return found.stream()
                .map(resource -> receipts.contains(References.key(resource))
                        ? store.read(References.key(resource)).orElseThrow()
                        : resource)
                .toList();
    }
}
