package nl.wally.workflow;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.Task;

/**
 * What judging a step of a sub-Task needs and the sub-Task itself does not tell: the state at the end of the transaction.
 *
 * @param actors who the caller is on the referral Task as stored
 * @param referral the referral Task
 * @param caller the person who acts or, for a system, the organisation
 * @param gpSide the practice of the referral and those named in the sub-Task who work there, as {@code Type/id}
 * @param question what an information Task asks, if that can be found
 * @param questionIsNew whether the question comes into being in the same transaction
 * @param answers the Communications that the output refers to
 * @param openCancellation whether another cancellation Task is open
 * @param now the moment of the request
 */
record SubTaskFacts(
        Set<Actor> actors,
        Task referral,
        String caller,
        Set<String> gpSide,
        Optional<CommunicationRequest> question,
        boolean questionIsNew,
        List<Communication> answers,
        boolean openCancellation,
        Instant now) {}
