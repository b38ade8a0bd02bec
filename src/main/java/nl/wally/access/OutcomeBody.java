package nl.wally.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.Problem;
import nl.wally.shared.Refusal;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.HtmlUtils;

/**
 * Writes a {@link Refusal} for requests that end before the FHIR server sees them: as an OperationOutcome below
 * {@code /fhir}, as plain JSON elsewhere. Written by hand, for the FHIR server's own writer hangs on its servlet.
 */
final class OutcomeBody {
    private final ObjectMapper json;

    OutcomeBody(ObjectMapper json) {
        this.json = json;
    }

    /** Writes status and body; {@code path} is what the client asked for, without the context path. */
    void write(HttpServletRequest request, HttpServletResponse response, int status, String path, Refusal refusal)
            throws IOException {
        boolean fhir = path.equals("/fhir") || path.startsWith("/fhir/");
        String body;
        response.setStatus(status);
        if (!fhir) {
            response.setContentType("application/json");
            body = json.writeValueAsString(new Plain(refusal.problem().code(), refusal.explanation()));
        } else if (wantsXml(request)) {
            response.setContentType("application/fhir+xml;charset=UTF-8");
            body = xml(refusal);
        } else {
            response.setContentType("application/fhir+json;charset=UTF-8");
            body = json.writeValueAsString(outcome(refusal));
        }
        response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }

    private static Outcome outcome(Refusal refusal) {
        Problem problem = refusal.problem();
        Details details = new Details(
                List.of(new Coding(Canonicals.SYSTEM_PROBLEM, problem.code(), problem.dutch())), refusal.explanation());
        return new Outcome("OperationOutcome", List.of(new Issue("error", problem.issueType(), details)));
    }

    private static String xml(Refusal refusal) {
        Problem problem = refusal.problem();
        return """
                <OperationOutcome xmlns="http://hl7.org/fhir"><issue><severity value="error"/><code value="%s"/>\
                <details><coding><system value="%s"/><code value="%s"/><display value="%s"/></coding>\
                <text value="%s"/></details></issue></OperationOutcome>""".formatted(
                        problem.issueType(),
                        Canonicals.SYSTEM_PROBLEM,
                        problem.code(),
                        HtmlUtils.htmlEscapeDecimal(problem.dutch()),
                        HtmlUtils.htmlEscapeDecimal(refusal.explanation()));
    }

    /** {@code _format} goes before Accept, as FHIR says; whichever names XML before JSON gets XML. */
    private static boolean wantsXml(HttpServletRequest request) {
        String query = request.getQueryString();
        int format = query == null ? -1 : ("&" + query).indexOf("&_format=");
        String wish = query != null && format >= 0
                ? query.substring(format).split("&", 2)[0]
                : request.getHeader(HttpHeaders.ACCEPT);
        if (wish == null) {
            return false;
        }
        String lower = wish.toLowerCase(Locale.ROOT);
        int xml = lower.indexOf("fhir+xml") >= 0 ? lower.indexOf("fhir+xml") : lower.indexOf("/xml");
        if (format >= 0) {
            xml = lower.indexOf("xml");
        }
        int other = lower.indexOf("json");
        return xml >= 0 && (other < 0 || xml < other);
    }

    private record Plain(String error, String message) {}

    private record Outcome(String resourceType, List<Issue> issue) {}

    private record Issue(String severity, String code, Details details) {}

    private record Details(List<Coding> coding, String text) {}

    private record Coding(String system, String code, String display) {}
}
