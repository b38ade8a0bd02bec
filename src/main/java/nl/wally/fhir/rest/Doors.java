package nl.wally.fhir.rest;

import nl.wally.conformance.Capabilities;
import nl.wally.fhir.search.Searches;
import org.springframework.stereotype.Component;

/** What the providers, of which there is one per type, share. */
@Component
record Doors(
        Capabilities capabilities,
        Reads reads,
        Searches searches,
        Staleness staleness,
        Writes writes,
        Offered offered,
        Operations operations,
        PersonOperations personOperations,
        TypeOperations typeOperations,
        Validations validations) {}
