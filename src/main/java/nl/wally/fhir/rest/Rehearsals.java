package nl.wally.fhir.rest;

import static nl.wally.shared.Words.words;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import nl.wally.fhir.Change;
import nl.wally.fhir.CurrentCaller;
import nl.wally.fhir.Pipeline;
import nl.wally.fhir.Reading;
import nl.wally.fhir.Submission;
import nl.wally.shared.Problem;
import nl.wally.shared.Refusal;
import nl.wally.shared.RefusedException;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds out what would come of a write, with the rights of the caller and by the rules that judge the real one. */
@Component
class Rehearsals {
    private final FhirContext context;
    private final Offered offered;
    private final Reads reads;
    private final Reading reading;
    private final Pipeline pipeline;
    private final CurrentCaller caller;
    private final Simulating simulating;
    private final Forecast forecast;
    private final Clock clock;

    Rehearsals(
            FhirContext context,
            Offered offered,
            Reads reads,
            Reading reading,
            Pipeline pipeline,
            CurrentCaller caller,
            Simulating simulating,
            Forecast forecast,
            Clock clock) {
        this.context = context;
        this.offered = offered;
        this.reads = reads;
        this.reading = reading;
        this.pipeline = pipeline;
        this.caller = caller;
        this.simulating = simulating;
        this.forecast = forecast;
        this.clock = clock;
    }

    /** What would come of it: refusals, with their place in the body, or what would happen. */
    record Outcome(List<Refusal> refusals, List<Foretold> foretold) {}

    Outcome of(Asked asked, @Nullable IdType id, RequestDetails request) {
        try {
            Submission submission = submission(asked, id, request);
            pipeline.rehearse(submission);
            return new Outcome(List.of(), forecast.of(submission));
        } catch (RefusedException refused) {
            return new Outcome(Places.in(request, refused.refusals(), asked.path()), List.of());
        } catch (DataFormatException unreadable) {
            return new Outcome(List.of(ErrorTranslation.unreadable(unreadable)), List.of());
        }
    }

    private Submission submission(Asked asked, @Nullable IdType id, RequestDetails request) {
        Resource resource = parsed(asked, request);
        String base = request.getFhirServerBase();
        simulating.foretell(resource, target(asked, resource, id));
        if (resource instanceof Bundle bundle) {
            return new Submission(caller.current(), clock.instant(), bundle, reading.transaction(bundle, base));
        }
        Change change = asked.mode().equals("create") ? creation(resource, id, base) : update(resource, id, request);
        return new Submission(caller.current(), clock.instant(), null, List.of(change));
    }

    /** What it would replace. */
    private static @Nullable String target(Asked asked, Resource resource, @Nullable IdType id) {
        IdType named = id == null ? resource.getIdElement() : id;
        return asked.mode().equals("update") && named.hasIdPart()
                ? resource.fhirType() + "/" + named.getIdPart()
                : null;
    }

    private Change creation(Resource resource, @Nullable IdType id, String base) {
        if (id != null) {
            throw new RefusedException(
                    Problem.PARAMETER_INVALID, "mode", words("What is there already can be updated, not created"));
        }
        offered.requireCreate(resource);
        return reading.create(resource, base);
    }

    /** Of the version that the client names; who names none means the current one. */
    private Change update(Resource resource, @Nullable IdType id, RequestDetails request) {
        String type = resource.fhirType();
        offered.require(type, TypeRestfulInteraction.UPDATE);
        IdType sent = resource.getIdElement();
        if (id == null && !sent.hasIdPart()) {
            throw new RefusedException(
                    Problem.PARAMETER_INVALID,
                    "mode",
                    words("An update names the id, in the resource or in the address"));
        }
        String idPart = id == null ? sent.getIdPart() : id.getIdPart();
        String named = request.getHeader("If-Match");
        String version = resource.getMeta().getVersionId();
        if (named == null) {
            String read = version != null
                    ? version
                    : reads.read(new IdType(type, idPart)).getMeta().getVersionId();
            named = "W/\"" + read + "\"";
        }
        return reading.update(type + "/" + idPart, resource, named, request.getFhirServerBase());
    }

    private Resource parsed(Asked asked, RequestDetails request) {
        String type = String.valueOf(request.getHeader("Content-Type")).toLowerCase(Locale.ROOT);
        var parser = type.contains("xml") ? context.newXmlParser() : context.newJsonParser();
        Resource body = (Resource) parser.parseResource(
                new String(request.loadRequestContents(), java.nio.charset.StandardCharsets.UTF_8));
        if (asked.isBare() || !(body instanceof Parameters parameters)) {
            return body;
        }
        return parameters.getParameter().stream()
                .filter(parameter -> "resource".equals(parameter.getName()) && parameter.hasResource())
                .reduce((first, last) -> last)
                .orElseThrow(() -> new RefusedException(Problem.UNREADABLE))
                .getResource();
    }
}
