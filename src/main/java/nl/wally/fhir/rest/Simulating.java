package nl.wally.fhir.rest;

import static nl.wally.shared.Words.words;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.wally.conformance.Canonicals;
import nl.wally.fhir.CurrentCaller;
import nl.wally.fhir.Simulation;
import nl.wally.fhir.Simulation.Cue;
import nl.wally.fhir.Store;
import nl.wally.shared.Problem;
import nl.wally.shared.Refusal;
import nl.wally.shared.RefusedException;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * Looks in each request, as soon as it is parsed, for cues for the simulator. Where there is none, the header is passed over
 * and a tag is refused: a message that was meant for practice must not become a real referral.
 */
@Interceptor
class Simulating {
    /** Carries a code of {@code waw-simulation} where there is no resource to carry it. */
    static final String HEADER = "X-WAW-Simulation";

    private final Optional<Simulation> simulation;
    private final CurrentCaller caller;
    private final Store store;

    Simulating(Optional<Simulation> simulation, CurrentCaller caller, Store store) {
        this.simulation = simulation;
        this.caller = caller;
        this.store = store;
    }

    @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED)
    public void lookForCues(RequestDetails request) {
        RestOperationTypeEnum kind = request.getRestOperationType();
        if (kind == RestOperationTypeEnum.METADATA) {
            return;
        }
        Resource message = request.getResource() instanceof Resource resource ? resource : null;
        List<Cue> tags = message == null ? List.of() : Cues.of(message, target(request, kind), this::stored);
        String header = request.getHeader(HEADER);
        if (tags.isEmpty() && header == null) {
            return;
        }
        Optional<Simulation> here = simulation.filter(one -> one.isFor(caller.current()));
        if (here.isPresent()) {
            List<Cue> cues = new ArrayList<>(tags);
            if (header != null) {
                cues.add(new Cue(header.strip(), ""));
            }
            here.get().play(cues, isNewReferral(message));
        } else if (!tags.isEmpty()) {
            throw forPractice(tags);
        }
    }

    /**
     * Says of a message that is not sent what would come of its cues.
     *
     * @param target what it would replace, as {@code Type/id}; null when it is new
     * @throws RefusedException when it would be refused for them
     */
    void foretell(Resource message, @Nullable String target) {
        List<Cue> cues = Cues.of(message, target, this::stored);
        if (!cues.isEmpty()) {
            simulation
                    .filter(one -> one.isFor(caller.current()))
                    .orElseThrow(() -> forPractice(cues))
                    .foretell(cues, isNewReferral(message));
        }
    }

    private static RefusedException forPractice(List<Cue> cues) {
        return new RefusedException(cues.stream()
                .map(cue -> new Refusal(
                        Problem.PROFILE_VIOLATION,
                        cue.expression(),
                        words(
                                "This tag asks for a simulation, and nothing is simulated here for this caller: leave the tag out if"
                                        + " the message is meant to be real. Nothing was stored.")))
                .toList());
    }

    private static @Nullable String target(RequestDetails request, RestOperationTypeEnum kind) {
        boolean update = kind == RestOperationTypeEnum.UPDATE && request.getId() != null;
        return update ? request.getResourceName() + "/" + request.getId().getIdPart() : null;
    }

    private static boolean isNewReferral(@Nullable Resource message) {
        return message instanceof Bundle bundle
                && bundle.getEntry().stream()
                        .anyMatch(entry -> entry.getRequest().getMethod() == HTTPVerb.POST
                                && "ServiceRequest".equals(entry.getRequest().getUrl()));
    }

    private Set<String> stored(String reference) {
        return store.read(reference)
                .map(resource -> resource.getMeta().getTag().stream()
                        .filter(tag -> Canonicals.SYSTEM_SIMULATION.equals(tag.getSystem()))
                        .map(Coding::getCode)
                        .collect(Collectors.toSet()))
                .orElse(Set.of());
    }
}
