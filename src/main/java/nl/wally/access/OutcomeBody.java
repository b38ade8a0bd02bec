package nl.wally.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import nl.wally.conformance.Canonicals;
import nl.wally.fhir.FhirProperties;
import nl.wally.fhir.RefusalRecord;
import nl.wally.shared.Language;
import nl.wally.shared.Problem;
import nl.wally.shared.Refusal;
import nl.wally.shared.RefusedException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.HtmlUtils;

/**
 * Writes a {@link Refusal} for requests that end before the FHIR server sees them: as an OperationOutcome below
 * {@code /fhir}, as plain JSON elsewhere. Written by hand, for the FHIR server's own writer hangs on its servlet.
 */
final class OutcomeBody {
    private static final String PLAIN = "application/json";
    private static final String JSON = "application/fhir+json;charset=UTF-8";
    private static final String XML = "application/fhir+xml;charset=UTF-8";

    private final ObjectMapper json;
    private final FhirProperties fhir;
    private final RefusalRecord record;

    /** While there is too much to do, the same is told hundreds of times a second: it is made once. */
    private final Map<Manner, Told> last = new ConcurrentHashMap<>();

    OutcomeBody(ObjectMapper json, FhirProperties fhir, RefusalRecord record) {
        this.json = json;
        this.fhir = fhir;
        this.record = record;
    }

    /** Writes the first of the reasons, and how long to wait where that is known. */
    void write(HttpServletRequest request, HttpServletResponse response, RefusedException refused) throws IOException {
        Refusal first = refused.refusals().get(0);
        refused.retryAfter()
                .or(first.problem()::retryAfter)
                .ifPresent(wait -> response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait.toSeconds())));
        write(
                request,
                response,
                first.problem().status(),
                request.getRequestURI().substring(request.getContextPath().length()),
                first);
    }

    /** Writes status and body; {@code path} is what the client asked for, without the context path. */
    void write(HttpServletRequest request, HttpServletResponse response, int status, String path, Refusal refusal)
            throws IOException {
        if (refusal.problem() != Problem.UNAVAILABLE) {
            record.note(request.getMethod(), refusal.problem());
        }
        boolean fhir = path.equals("/fhir") || path.startsWith("/fhir/");
        Manner manner = new Manner(
                Language.preferred(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)),
                !fhir ? PLAIN : wantsXml(request) ? XML : JSON);
        response.setStatus(status);
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, manner.language().code());
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        response.setContentType(manner.type());
        response.getOutputStream().write(body(manner, refusal, fhir ? root(request) : ""));
    }

    private byte[] body(Manner manner, Refusal refusal, String root) throws IOException {
        Told told = last.get(manner);
        if (told == null || !told.refusal().equals(refusal) || !told.root().equals(root)) {
            byte[] body = text(manner, refusal, root + "/ig/" + refusal.page()).getBytes(StandardCharsets.UTF_8);
            told = new Told(refusal, root, body);
            last.put(manner, told);
        }
        return told.body();
    }

    private String text(Manner manner, Refusal refusal, String page) throws IOException {
        Language language = manner.language();
        return switch (manner.type()) {
            case XML -> xml(refusal, language, page);
            case JSON -> json.writeValueAsString(outcome(refusal, language, page));
            default ->
                json.writeValueAsString(new Plain(
                        refusal.problem().code(), refusal.explanation().in(language)));
        };
    }

    /** Where the guide stands; without a host when the request line could not even be read. */
    private String root(HttpServletRequest request) {
        String uri = request.getRequestURI();
        String url = uri == null ? "" : request.getRequestURL().toString();
        return fhir.root(uri == null ? "" : url.substring(0, url.length() - uri.length()) + request.getContextPath());
    }

    private static Outcome outcome(Refusal refusal, Language language, String page) {
        Problem problem = refusal.problem();
        Details details = new Details(
                List.of(new Coding(Canonicals.SYSTEM_PROBLEM, problem.code(), problem.title(language))),
                refusal.explanation().in(language));
        Finding finding = new Finding(Canonicals.EXTENSION_FINDING, List.of(new Guide("guide", page)));
        return new Outcome(
                "OperationOutcome",
                language.code(),
                List.of(new Issue(List.of(finding), "error", problem.issueType(), details)));
    }

    private static String xml(Refusal refusal, Language language, String page) {
        Problem problem = refusal.problem();
        return """
                <OperationOutcome xmlns="http://hl7.org/fhir"><language value="%s"/><issue><extension url="%s">\
                <extension url="guide"><valueUrl value="%s"/></extension></extension><severity value="error"/>\
                <code value="%s"/><details><coding><system value="%s"/><code value="%s"/><display value="%s"/></coding>\
                <text value="%s"/></details></issue></OperationOutcome>""".formatted(
                        language.code(),
                        Canonicals.EXTENSION_FINDING,
                        HtmlUtils.htmlEscapeDecimal(page),
                        problem.issueType(),
                        Canonicals.SYSTEM_PROBLEM,
                        problem.code(),
                        HtmlUtils.htmlEscapeDecimal(problem.title(language)),
                        HtmlUtils.htmlEscapeDecimal(refusal.explanation().in(language)));
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

    private record Manner(Language language, String type) {}

    private record Told(Refusal refusal, String root, byte[] body) {}

    private record Plain(String error, String message) {}

    private record Outcome(String resourceType, String language, List<Issue> issue) {}

    private record Issue(List<Finding> extension, String severity, String code, Details details) {}

    private record Finding(String url, List<Guide> extension) {}

    private record Guide(String url, String valueUrl) {}

    private record Details(List<Coding> coding, String text) {}

    private record Coding(String system, String code, String display) {}
}
