package nl.wally.fhir.rest;

import ca.uhn.fhir.rest.api.MethodOutcome;
import ca.uhn.fhir.rest.api.PatchTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.time.Clock;
import java.util.List;
import nl.wally.fhir.Change;
import nl.wally.fhir.CurrentCaller;
import nl.wally.fhir.Pipeline;
import nl.wally.fhir.Reading;
import nl.wally.fhir.RequestAtHand;
import nl.wally.fhir.Submission;
import nl.wally.shared.Problem;
import nl.wally.shared.RefusedException;
import org.hl7.fhir.instance.model.api.IBaseParameters;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns HTTP writes into submissions, and what came of them into answers. */
@Component
class Writes {
    private final Reading reading;
    private final Pipeline pipeline;
    private final CurrentCaller caller;
    private final Clock clock;

    Writes(Reading reading, Pipeline pipeline, CurrentCaller caller, Clock clock) {
        this.reading = reading;
        this.pipeline = pipeline;
        this.caller = caller;
        this.clock = clock;
    }

    MethodOutcome create(Resource resource, RequestDetails request) {
        reached(request);
        return outcome(reading.create(resource, request.getFhirServerBase()), true);
    }

    MethodOutcome update(String reference, Resource resource, RequestDetails request) {
        reached(request);
        Change change = reading.update(reference, resource, ifMatch(request), request.getFhirServerBase());
        return outcome(change, false);
    }

    MethodOutcome patch(
            String reference,
            PatchTypeEnum type,
            String body,
            @Nullable IBaseParameters parameters,
            RequestDetails request) {
        String ifMatch = ifMatch(request);
        return switch (type) {
            case JSON_PATCH -> outcome(reading.patch(reference, body, ifMatch), false);
            case FHIR_PATCH_JSON, FHIR_PATCH_XML ->
                outcome(
                        reading.patch(
                                reference, parameters instanceof Parameters patch ? patch : new Parameters(), ifMatch),
                        false);
            default -> throw new RefusedException(Problem.MEDIA_TYPE);
        };
    }

    /** A transaction; the answer has one entry for each entry of the request, in the same order. */
    Bundle transaction(Bundle bundle, RequestDetails request) {
        reached(request);
        List<Change> changes = reading.transaction(bundle, request.getFhirServerBase());
        var submission = new Submission(caller.current(), clock.instant(), bundle, changes);
        List<Resource> stored = pipeline.submit(submission);
        boolean minimal = String.valueOf(request.getHeader("Prefer")).contains("return=minimal");
        var answer = new Bundle();
        answer.setType(Bundle.BundleType.TRANSACTIONRESPONSE);
        for (int index = 0; index < stored.size(); index++) {
            Resource resource = stored.get(index);
            IdType id = resource.getIdElement();
            String location = resource.fhirType() + "/" + id.getIdPart() + "/_history/"
                    + resource.getMeta().getVersionId();
            var entry = answer.addEntry();
            entry.getResponse()
                    .setStatus(submission.hasCreated(index) ? "201 Created" : "200 OK")
                    .setLocation(location)
                    .setEtag("W/\"" + resource.getMeta().getVersionId() + "\"")
                    .setLastModified(resource.getMeta().getLastUpdated());
            entry.setFullUrl(request.getFhirServerBase() + "/" + resource.fhirType() + "/" + id.getIdPart());
            if (!minimal) {
                entry.setResource(resource);
            }
        }
        return answer;
    }

    private static void reached(RequestDetails request) {
        RequestAtHand.current().ifPresent(one -> one.reached(request.getFhirServerBase()));
    }

    /** Two headers mean the same as one with a list, see RFC 9110 section 5.3. */
    private static @Nullable String ifMatch(RequestDetails request) {
        List<String> all = request.getHeaders("If-Match");
        return all == null || all.isEmpty() ? null : String.join(", ", all);
    }

    private MethodOutcome outcome(Change change, boolean created) {
        var submission = new Submission(caller.current(), clock.instant(), null, List.of(change));
        Resource stored = pipeline.submit(submission).get(0);
        var id = new IdType(
                stored.fhirType(),
                stored.getIdElement().getIdPart(),
                stored.getMeta().getVersionId());
        return new MethodOutcome(id, created).setResource(stored);
    }
}
