package nl.wally.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.wally.shared.Problem;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.HtmlUtils;

/**
 * Writes a {@link Problem} for requests that end before the FHIR server sees them: as an OperationOutcome below
 * {@code /fhir}, as plain JSON elsewhere. Written by hand, for the FHIR server's own writer hangs on its servlet.
 */
final class OutcomeBody {
    private static final String PROBLEMS = "http://waariswally.nl/fhir/CodeSystem/waw-problem";

    private final ObjectMapper json;

    OutcomeBody(ObjectMapper json) {
        this.json = json;
    }

    /** Writes the body; the status is the caller's. {@code path} is what the client asked for. */
    void write(HttpServletRequest request, HttpServletResponse response, String path, Problem problem)
            throws IOException {
        boolean fhir = path.equals("/fhir") || path.startsWith("/fhir/");
        String body;
        if (!fhir) {
            response.setContentType("application/json");
            body = json.writeValueAsString(Map.of("error", problem.code(), "message", problem.english()));
        } else if (wantsXml(request)) {
            response.setContentType("application/fhir+xml;charset=UTF-8");
            body = xml(problem);
        } else {
            response.setContentType("application/fhir+json;charset=UTF-8");
            body = json.writeValueAsString(outcome(problem));
        }
        response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, Object> outcome(Problem problem) {
        Map<String, String> coding = Map.of("system", PROBLEMS, "code", problem.code());
        return Map.of(
                "resourceType",
                "OperationOutcome",
                "issue",
                List.of(Map.of(
                        "severity",
                        "error",
                        "code",
                        problem.issueType(),
                        "details",
                        Map.of("coding", List.of(coding), "text", problem.dutch()),
                        "diagnostics",
                        problem.english())));
    }

    private static String xml(Problem problem) {
        return """
                <OperationOutcome xmlns="http://hl7.org/fhir"><issue><severity value="error"/><code value="%s"/>\
                <details><coding><system value="%s"/><code value="%s"/></coding><text value="%s"/></details>\
                <diagnostics value="%s"/></issue></OperationOutcome>""".formatted(
                        problem.issueType(),
                        PROBLEMS,
                        problem.code(),
                        HtmlUtils.htmlEscapeDecimal(problem.dutch()),
                        HtmlUtils.htmlEscapeDecimal(problem.english()));
    }

    /** {@code _format} goes before Accept, as FHIR says; whichever names XML before JSON gets XML. */
    private static boolean wantsXml(HttpServletRequest request) {
        String query = request.getQueryString();
        int format = query == null ? -1 : ("&" + query).indexOf("&_format=");
        String wish = format >= 0 ? query.substring(format).split("&", 2)[0] : request.getHeader(HttpHeaders.ACCEPT);
        if (wish == null) {
            return false;
        }
        String lower = wish.toLowerCase(Locale.ROOT);
        int xml = lower.indexOf("xml");
        int json = lower.indexOf("json");
        return xml >= 0 && (json < 0 || xml < json);
    }
}
