package nl.wally.intake;

import java.util.Set;
import java.util.stream.Collectors;
import nl.wally.conformance.Canonicals;
import nl.wally.fhir.Store;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.UriType;
import org.springframework.stereotype.Component;

/** Which identifier systems belong to a practice or its HIS: its own entry in the directory says so. */
@Component
class IdentifierSystems {
    private final Store store;

    IdentifierSystems(Store store) {
        this.store = store;
    }

    /** The systems of a practice, for instance {@code Organization/practice-1}; none when it is not known. */
    Set<String> of(String practice) {
        return store.read(practice, Organization.class).stream()
                .flatMap(organization ->
                        organization.getExtensionsByUrl(Canonicals.EXTENSION_IDENTIFIER_SYSTEM).stream())
                .map(extension -> ((UriType) extension.getValue()).getValue())
                .collect(Collectors.toSet());
    }
}
