package nl.wally.directory;

import nl.wally.shared.References;
import org.hl7.fhir.r4.model.HealthcareService;

/**
 * An offer of the directory.
 *
 * @param provider what its provider is called
 */
record Listed(HealthcareService offer, String provider) {
    String id() {
        return offer.getIdElement().getIdPart();
    }

    /** Reference to its provider. */
    String providedBy() {
        return References.key(offer.getProvidedBy());
    }
}
