package nl.wally.practice;

import java.util.Optional;
import java.util.stream.Stream;
import nl.wally.people.Lead;
import nl.wally.shared.Caller;
import nl.wally.shared.Caller.Capacity;
import nl.wally.shared.References;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;

/** A practice finds what it is told of on the page of its referral. */
@Component
class SentLead implements Lead {
    private static final String TASK = "Task/";

    @Override
    public Optional<String> to(Caller caller, Resource resource) {
        return caller.capacity() == Capacity.PRACTICE
                ? referral(resource).map(id -> PracticeConfig.SENT + "/" + id)
                : Optional.empty();
    }

    private static Optional<String> referral(Resource resource) {
        if (resource instanceof Task task && !task.hasPartOf()) {
            return Optional.of(task.getIdElement().getIdPart());
        }
        Stream<Reference> within = resource instanceof Task task
                ? task.getPartOf().stream()
                : resource instanceof Communication said ? said.getPartOf().stream() : Stream.of();
        return within.map(References::key)
                .filter(key -> key.startsWith(TASK))
                .map(key -> key.substring(TASK.length()))
                .findFirst();
    }
}
