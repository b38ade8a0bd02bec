package nl.wally.fhir.rest;

import static nl.wally.shared.Words.words;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.wally.conformance.ProfileValidator;
import nl.wally.conformance.Remark;
import nl.wally.fhir.CurrentCaller;
import nl.wally.fhir.Reading;
import nl.wally.fhir.RequestAtHand;
import nl.wally.fhir.Sight;
import nl.wally.shared.Problem;
import nl.wally.shared.Refusal;
import nl.wally.shared.RefusedException;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r5.elementmodel.Element;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * The operation {@code $validate}, see https://hl7.org/fhir/R4/resource-operation-validate.html: holds what was sent against
 * profiles, and with a mode tells what would come of it. Nothing is stored.
 */
@Component
class Validations {
    /** A message with more elements counts for more than one. */
    private static final int ELEMENTS_A_TURN = 500;

    private final Offered offered;
    private final ProfileValidator validator;
    private final Rehearsals rehearsals;
    private final Reads reads;
    private final Sight sight;
    private final CurrentCaller caller;
    private final Throttle throttle;

    Validations(
            Offered offered,
            ProfileValidator validator,
            Rehearsals rehearsals,
            Reads reads,
            Sight sight,
            CurrentCaller caller,
            @Qualifier("validationThrottle") Throttle throttle) {
        this.offered = offered;
        this.validator = validator;
        this.rehearsals = rehearsals;
        this.reads = reads;
        this.sight = sight;
        this.caller = caller;
        this.throttle = throttle;
    }

    /**
     * What is to be said of the resource in this request.
     *
     * @param id which resource it would become, on the level of an instance
     * @throws RefusedException when nothing can be validated
     */
    OperationOutcome answer(String type, @Nullable IdType id, RequestDetails request) {
        offered.requireOperation(type, "validate");
        sight.authorise(caller.current(), type, "validate");
        String client = caller.current().client();
        throttle.take(client, 1);
        if (id != null) {
            Resource known = reads.see(id.withResourceType(type)).resource();
            RequestAtHand.current().ifPresent(asked -> asked.concerns(known));
        }
        Asked asked = Asked.in(request, validator);
        throttle.take(client, ProfileValidator.requireBounded(asked.resource()) / ELEMENTS_A_TURN);
        if (!asked.resource().fhirType().equals(type)) {
            throw new RefusedException(
                    Problem.PARAMETER_INVALID, "resource", words("The resource to validate is a {0} here", type));
        }
        List<Remark> remarks = new ArrayList<>(remarks(asked));
        List<Foretold> foretold = new ArrayList<>();
        if (!asked.mode().isEmpty()) {
            Rehearsals.Outcome outcome = rehearsals.of(asked, id, request);
            outcome.refusals().stream()
                    .filter(refusal -> !isSaid(remarks, refusal))
                    .forEach(refusal -> remarks.add(0, new Remark(true, refusal)));
            foretold.addAll(outcome.foretold());
        }
        Audience audience = Audience.of(request);
        request.getResponse().addHeader("Content-Language", audience.language().code());
        request.getResponse().addHeader("Vary", "Accept-Language");
        return Outcomes.of(remarks, foretold, audience);
    }

    private static boolean isSaid(List<Remark> remarks, Refusal refusal) {
        return remarks.stream()
                .anyMatch(remark -> remark.refusal().expression().equals(refusal.expression())
                        && remark.refusal().explanation().equals(refusal.explanation()));
    }

    private List<Remark> remarks(Asked asked) {
        Element resource = asked.resource();
        String type = resource.fhirType();
        Set<Remark> remarks = new LinkedHashSet<>(validator.toldOf(asked.said(), asked.path(), type));
        if (type.equals("Bundle")) {
            if (!asked.profiles().isEmpty()) {
                remarks.addAll(validator.examine(resource, type, asked.profiles()));
            }
            remarks.addAll(ofEntries(resource));
        } else {
            remarks.addAll(validator.examine(resource, type, asked.profiles()));
        }
        return List.copyOf(remarks);
    }

    /** Each by the profile for its type. */
    private List<Remark> ofEntries(Element bundle) {
        List<Element> entries = bundle.getChildren("entry");
        if (entries.size() > Reading.MOST_ENTRIES) {
            throw new RefusedException(
                    Problem.UNREADABLE,
                    "Bundle.entry",
                    words("A transaction has between 1 and {0} entries", Reading.MOST_ENTRIES));
        }
        return IntStream.range(0, entries.size())
                .boxed()
                .flatMap(index -> {
                    Element resource = entries.get(index).getNamedChild("resource");
                    return resource == null
                            ? Stream.empty()
                            : validator.examine(resource, "Bundle.entry[" + index + "].resource", List.of()).stream();
                })
                .toList();
    }
}
