package nl.wally.simulator;

import java.time.Clock;
import java.util.List;
import nl.wally.fhir.Pipeline;
import nl.wally.fhir.Reading;
import nl.wally.fhir.Submission;
import nl.wally.shared.Caller;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/** Does something in the name of somebody of the demo region: through the same stages and rules as any client. */
@Component
@WithDemoRegion
class Acting {
    /** References of our own are relative already. */
    private static final String NO_SERVER = "urn:no-server";

    private final Reading reading;
    private final Pipeline pipeline;
    private final Clock clock;

    Acting(Reading reading, Pipeline pipeline, Clock clock) {
        this.reading = reading;
        this.pipeline = pipeline;
        this.clock = clock;
    }

    /**
     * Sends a transaction.
     *
     * @return what is stored now, in the order of the entries
     * @throws nl.wally.shared.RefusedException when a rule refuses it
     */
    List<Resource> send(Caller caller, Bundle transaction) {
        var changes = reading.transaction(transaction, NO_SERVER);
        return pipeline.submit(new Submission(caller, clock.instant(), transaction, changes));
    }
}
