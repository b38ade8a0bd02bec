package nl.wally.fhir.rest;

import java.util.List;
import nl.wally.conformance.Capabilities;
import nl.wally.fhir.CurrentCaller;
import nl.wally.fhir.InstanceOperation;
import nl.wally.fhir.RequestAtHand;
import nl.wally.fhir.Sight;
import nl.wally.shared.Problem;
import nl.wally.shared.RefusedException;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/** The operations on one resource that the CapabilityStatement names: what one may not see cannot be asked about. */
@Component
class Operations {
    private final Capabilities capabilities;
    private final Reads reads;
    private final Sight sight;
    private final CurrentCaller caller;
    private final List<InstanceOperation> offered;

    Operations(
            Capabilities capabilities,
            Reads reads,
            Sight sight,
            CurrentCaller caller,
            List<InstanceOperation> offered) {
        this.capabilities = capabilities;
        this.reads = reads;
        this.sight = sight;
        this.caller = caller;
        this.offered = offered;
    }

    Parameters answer(IdType id, String name) {
        Answered answered = ask(id, name);
        RequestAtHand.current().ifPresent(request -> request.concerns(answered.about()));
        return answered.answer();
    }

    /** The same, with the resource that was asked about. */
    Answered ask(IdType id, String name) {
        InstanceOperation operation = offered.stream()
                .filter(candidate -> candidate.name().equals(name))
                .filter(candidate -> capabilities.operates(id.getResourceType(), name))
                .findFirst()
                .orElseThrow(() -> new RefusedException(Problem.NOT_SUPPORTED));
        Reads.Seen found = reads.find(id);
        sight.authorise(caller.current(), found.resource(), found.referrals(), name);
        return new Answered(found.resource(), operation.answer(caller.current(), found.resource(), found.referrals()));
    }

    /** What was asked about, and what is said of it. */
    record Answered(Resource about, Parameters answer) {}
}
