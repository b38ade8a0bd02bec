package nl.wally.dossier;

import nl.wally.conformance.Canonicals;
import nl.wally.shared.Codes;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Communication.CommunicationStatus;
import org.hl7.fhir.r4.model.CommunicationRequest;

/** Tells what is said, and what is asked for, by its category. */
final class Kinds {
    private Kinds() {}

    /** What was said by mistake does not count. */
    static boolean is(Communication said, String category) {
        return said.getStatus() != CommunicationStatus.ENTEREDINERROR
                && Codes.anyHas(said.getCategory(), Canonicals.SYSTEM_COMMUNICATION_CATEGORY, category);
    }

    static boolean is(CommunicationRequest asked, String category) {
        return Codes.anyHas(asked.getCategory(), Canonicals.SYSTEM_COMMUNICATION_REQUEST_CATEGORY, category);
    }
}
