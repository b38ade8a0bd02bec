package nl.wally.intake;

import java.util.Optional;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.Codes;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.ServiceRequest;

/**
 * What makes a referral one and the same when it is sent again: the sender's own number for it. Unique in the database.
 *
 * @param practice for instance {@code Organization/practice-1}
 * @param system the naming system of the number; belongs to that practice or its HIS
 * @param value the number
 */
record PlacerKey(String practice, String system, String value) {
    private static final String PLACER = "PLAC";

    /** The key of a referral from this practice; empty when it carries no complete placer number. */
    public static Optional<PlacerKey> of(ServiceRequest referral, String practice) {
        return placer(referral)
                .filter(identifier -> identifier.hasSystem() && identifier.hasValue())
                .filter(identifier -> !identifier.getValue().isBlank())
                .map(identifier -> new PlacerKey(practice, identifier.getSystem(), identifier.getValue()));
    }

    static Optional<Identifier> placer(ServiceRequest referral) {
        return referral.getIdentifier().stream()
                .filter(identifier -> Codes.has(identifier.getType(), Canonicals.IDENTIFIER_TYPE, PLACER))
                .findFirst();
    }
}
