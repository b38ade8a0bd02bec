package nl.wally.coordination;

import java.util.Optional;
import nl.wally.people.Lead;
import nl.wally.shared.Caller;
import nl.wally.shared.Caller.Capacity;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.Resource;

/** A letter about a meeting leads to it; one that says that there has to be one, to where it is planned (W-11). */
final class MeetingLead implements Lead {
    @Override
    public Optional<String> to(Caller caller, Resource resource) {
        String list = CoordinationConfig.meetings(caller);
        // A coordinator hears more of a team than that it has to meet.
        return resource instanceof CareTeam && caller.capacity() != Capacity.COORDINATOR
                ? Optional.of(list)
                : Optional.empty();
    }
}
