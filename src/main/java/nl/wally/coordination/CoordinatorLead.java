package nl.wally.coordination;

import java.util.Optional;
import nl.wally.people.Lead;
import nl.wally.shared.Caller;
import nl.wally.shared.Caller.Capacity;
import nl.wally.shared.References;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;

/** A letter to a coordinator leads to who has the referral, or to the practice whose team it is about. */
final class CoordinatorLead implements Lead {
    @Override
    public Optional<String> to(Caller caller, Resource resource) {
        if (caller.capacity() != Capacity.COORDINATOR) {
            return Optional.empty();
        }
        if (resource instanceof Task task) {
            return Optional.of(CoordinationConfig.REFERRALS + "/" + main(task));
        }
        return resource instanceof CareTeam team
                ? Optional.of(CoordinationConfig.PRACTICES + "/" + Practice.id(team))
                : Optional.empty();
    }

    /** A Task beside a referral is told of on the page of the referral. */
    private static String main(Task task) {
        String part = References.key(task.getPartOfFirstRep());
        return part.isEmpty() ? task.getIdElement().getIdPart() : part.substring(part.indexOf('/') + 1);
    }
}
