package nl.wally.fhir.rest;

import ca.uhn.fhir.rest.annotation.Transaction;
import ca.uhn.fhir.rest.annotation.TransactionParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import org.hl7.fhir.r4.model.Bundle;
import org.springframework.stereotype.Component;

/** The door of the server as a whole: transactions. */
@Component
public class SystemProvider {
    private final Writes writes;

    SystemProvider(Writes writes) {
        this.writes = writes;
    }

    @Transaction
    public Bundle transaction(@TransactionParam Bundle bundle, RequestDetails request) {
        return writes.transaction(bundle, request);
    }
}
