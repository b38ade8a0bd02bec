package nl.wally.fhir.rest;

import ca.uhn.fhir.rest.annotation.Metadata;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.RestfulServer;
import nl.wally.conformance.Capabilities;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementKind;
import org.springframework.stereotype.Component;

/** What the server can do: the CapabilityStatement of the guide, as an instance, for this very server fulfils it. */
@Component
public class MetadataProvider {
    private final Capabilities capabilities;

    MetadataProvider(Capabilities capabilities) {
        this.capabilities = capabilities;
    }

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

    /** HAPI calls this by name on every provider of metadata, and warns when it is not there. */
    public void setRestfulServer(RestfulServer server) {}
}
