package nl.wally.fhir.rest;

import ca.uhn.fhir.rest.annotation.Metadata;
import ca.uhn.fhir.rest.annotation.Transaction;
import ca.uhn.fhir.rest.annotation.TransactionParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import nl.wally.conformance.Capabilities;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementKind;
import org.springframework.stereotype.Component;

/** The door of the server as a whole: transactions, and what the server can do. */
@Component
public class SystemProvider {
    private final Capabilities capabilities;
    private final Writes writes;

    SystemProvider(Capabilities capabilities, Writes writes) {
        this.capabilities = capabilities;
        this.writes = writes;
    }

    @Transaction
    public Bundle transaction(@TransactionParam Bundle bundle, RequestDetails request) {
        return writes.transaction(bundle, request);
    }

    /** The CapabilityStatement of the guide, as an instance: this very server fulfils it. */
    @Metadata(cacheMillis = 0)
    public CapabilityStatement metadata(RequestDetails request) {
        CapabilityStatement statement = capabilities.statement().copy();
        statement.setKind(CapabilityStatementKind.INSTANCE);
        statement.addInstantiates(statement.getUrl());
        statement.setUrl(null);
        statement.getSoftware().setName("Waar is Wally");
        statement
                .getImplementation()
                .setDescription("Waar is Wally referral server")
                .setUrl(request.getFhirServerBase());
        return statement;
    }
}
