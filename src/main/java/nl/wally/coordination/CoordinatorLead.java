package nl.wally.coordination;

import java.util.Optional;
import nl.wally.people.Lead;
import nl.wally.shared.Caller;
import nl.wally.shared.Caller.Capacity;
import nl.wally.shared.References;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;

/** A letter to a coordinator about a referral leads to who has it. */
final class CoordinatorLead implements Lead {
    @Override
    public Optional<String> to(Caller caller, Resource resource) {
        return caller.capacity() == Capacity.COORDINATOR && resource instanceof Task task
                ? Optional.of(CoordinationConfig.REFERRALS + "/" + main(task))
                : Optional.empty();
    }

    /** A Task beside a referral is told of on the page of the referral. */
    private static String main(Task task) {
        String part = References.key(task.getPartOfFirstRep());
        return part.isEmpty() ? task.getIdElement().getIdPart() : part.substring(part.indexOf('/') + 1);
    }
}
