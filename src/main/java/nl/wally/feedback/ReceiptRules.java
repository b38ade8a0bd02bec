package nl.wally.feedback;

import java.util.Set;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.Caller;
import nl.wally.shared.Codes;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Resource;

/** Which fetch is a receipt: the first by the GP's system, of what is written to the GP. */
final class ReceiptRules {
    private static final Set<String> TO_GP = Set.of("interim-feedback", "final-feedback", "closing-notice");

    private ReceiptRules() {}

    static boolean isReceipt(Caller caller, Resource fetched) {
        return caller.capacity() == Caller.Capacity.PRACTICE
                && fetched instanceof Communication communication
                && !communication.hasReceived()
                && TO_GP.stream()
                        .anyMatch(category -> Codes.anyHas(
                                communication.getCategory(), Canonicals.SYSTEM_COMMUNICATION_CATEGORY, category));
    }
}
