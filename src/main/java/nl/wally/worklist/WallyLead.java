package nl.wally.worklist;

import java.util.Optional;
import nl.wally.conformance.Canonicals;
import nl.wally.people.Lead;
import nl.wally.shared.Caller;
import nl.wally.shared.Caller.Capacity;
import nl.wally.shared.Codes;
import nl.wally.shared.References;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;

/** A letter to a social worker leads to the page of the referral. Of one that they may no longer see, nowhere. */
final class WallyLead implements Lead {
    @Override
    public Optional<String> to(Caller caller, Resource resource) {
        if (caller.capacity() != Capacity.SOCIAL_WORKER) {
            return Optional.empty();
        }
        if (resource instanceof Task task) {
            return Optional.of(
                    page(task.hasPartOf() ? References.key(task.getPartOfFirstRep()) : References.key(task)));
        }
        // A closing notice also goes to who may not see the rest: it tells the number itself.
        return resource instanceof Communication said && said.hasPartOf() && !isNotice(said)
                ? Optional.of(page(References.key(said.getPartOfFirstRep())))
                : Optional.empty();
    }

    private static boolean isNotice(Communication said) {
        return Codes.anyHas(said.getCategory(), Canonicals.SYSTEM_COMMUNICATION_CATEGORY, "closing-notice");
    }

    private static String page(String task) {
        return WorklistConfig.LIST + task.substring("Task".length());
    }
}
