package nl.wally.coordination;

import java.util.Optional;
import nl.wally.people.Lead;
import nl.wally.shared.Caller;
import nl.wally.shared.Caller.Capacity;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.Resource;

/** A letter about a meeting leads to it; one that says that there has to be one, to where it is planned (W-11). */
final class MeetingLead implements Lead {
    @Override
    public Optional<String> to(Caller caller, Resource resource) {
        boolean coordinator = caller.capacity() == Capacity.COORDINATOR;
        if (!coordinator && !CoordinationConfig.BOTH_SIDES.contains(caller.capacity())) {
            return Optional.empty();
        }
        String list = CoordinationConfig.meetings(caller);
        if (resource instanceof Appointment) {
            return Optional.of(list + "/" + resource.getIdElement().getIdPart());
        }
        // A coordinator hears more of a team than that it has to meet.
        return resource instanceof CareTeam && !coordinator ? Optional.of(list) : Optional.empty();
    }
}
