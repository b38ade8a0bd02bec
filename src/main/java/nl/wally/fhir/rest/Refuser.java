package nl.wally.fhir.rest;

import ca.uhn.fhir.context.FhirContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.wally.fhir.FhirProperties;
import nl.wally.fhir.RefusalRecord;
import nl.wally.shared.Problem;
import nl.wally.shared.Refusal;
import nl.wally.shared.RefusedException;
import org.springframework.stereotype.Component;

/** Answers with an OperationOutcome where HAPI has not come into play yet: filters and security. */
@Component
class Refuser {
    private final FhirContext context;
    private final FhirProperties properties;
    private final RefusalRecord record;

    Refuser(FhirContext context, FhirProperties properties, RefusalRecord record) {
        this.context = context;
        this.properties = properties;
        this.record = record;
    }

    /** Writes the refusal, in XML when the client prefers it and in JSON otherwise. */
    public void refuse(HttpServletRequest request, HttpServletResponse response, List<Refusal> refusals)
            throws IOException {
        refuse(request, response, new RefusedException(refusals));
    }

    /** The same, with how long to wait where that is known. */
    void refuse(HttpServletRequest request, HttpServletResponse response, RefusedException refused) throws IOException {
        List<Refusal> refusals = refused.refusals();
        String wanted = String.valueOf(request.getHeader("Accept")) + request.getParameter("_format");
        boolean xml = wanted.contains("xml") && !wanted.contains("json");
        var parser = xml ? context.newXmlParser() : context.newJsonParser();
        Problem first = refusals.get(0).problem();
        // Whoever is asked to come back costs the database nothing, least of all when it is away.
        if (first != Problem.UNAVAILABLE) {
            record.note(request.getMethod(), first);
        }
        Audience audience = Audience.of(request, properties);
        AnswerHeaders.of(first, refused.retryAfter()).forEach(response::setHeader);
        response.setStatus(first.status());
        response.setContentType((xml ? "application/fhir+xml" : "application/fhir+json") + ";charset=UTF-8");
        response.setHeader("Content-Language", audience.language().code());
        response.addHeader("Vary", "Accept-Language");
        response.getOutputStream()
                .write(parser.encodeResourceToString(Outcomes.of(refusals, audience))
                        .getBytes(StandardCharsets.UTF_8));
    }
}
