package nl.wally.simulator.check;

import ca.uhn.fhir.context.FhirContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import nl.wally.fhir.CurrentCaller;
import nl.wally.fhir.FhirProperties;
import nl.wally.shared.Caller;
import nl.wally.shared.Language;
import nl.wally.shared.RefusedException;
import nl.wally.simulator.WithDemoRegion;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * The door of the conformance check: POST begins one for the client that asks, GET tells how it stands, DELETE ends it. As
 * text for the terminal, as a page for a browser, or as a TestReport.
 */
@Controller
@WithDemoRegion
class CheckController {
    static final String PATH = "/simulator/check";

    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self';"
            + " base-uri 'none'; frame-ancestors 'none'";

    private final Checks checks;
    private final CurrentCaller bearer;
    private final FhirProperties fhir;
    private final FhirContext context;
    private final Clock clock;

    CheckController(Checks checks, CurrentCaller bearer, FhirProperties fhir, FhirContext context, Clock clock) {
        this.checks = checks;
        this.bearer = bearer;
        this.fhir = fhir;
        this.context = context;
        this.clock = clock;
    }

    @PostMapping(PATH)
    void begin(
            @RequestParam(required = false) Optional<String> actor,
            Authentication shown,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Optional<Caller> caller = caller(shown).filter(Checks::isFor);
        Wording wording = wording(request);
        if (caller.isEmpty()) {
            plain(response, HttpServletResponse.SC_FORBIDDEN, notFor(wording));
            return;
        }
        String side = Checklist.actor(caller.get().capacity());
        if (actor.filter(one -> !one.equals(side)).isPresent()) {
            plain(response, HttpServletResponse.SC_BAD_REQUEST, otherSide(wording, side));
            return;
        }
        Check check = checks.begin(caller.get());
        if (wants(request, "text/html")) {
            // So that a reload of the page does not begin again.
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader(HttpHeaders.LOCATION, "check");
        } else {
            show(check.report(), HttpServletResponse.SC_CREATED, request, response);
        }
    }

    @GetMapping(PATH)
    void tell(Authentication shown, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Report> report =
                caller(shown).flatMap(caller -> checks.of(caller.client())).map(Check::report);
        if (report.isPresent()) {
            show(report.get(), HttpServletResponse.SC_OK, request, response);
        } else if (wants(request, "text/html")) {
            write(response, HttpServletResponse.SC_OK, "text/html", HtmlReport.none(wording(request)));
        } else {
            plain(response, HttpServletResponse.SC_NOT_FOUND, none(wording(request)));
        }
    }

    @DeleteMapping(PATH)
    void end(Authentication shown, HttpServletResponse response) {
        caller(shown).ifPresent(caller -> checks.end(caller.client()));
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }

    private Optional<Caller> caller(Authentication shown) {
        if (shown.getPrincipal() instanceof Caller caller) {
            return Optional.of(caller);
        }
        try {
            return Optional.of(bearer.current());
        } catch (RefusedException unusable) {
            // A token that does not say whose it is checks nobody: the answer is that there is nothing for this caller.
            return Optional.empty();
        }
    }

    private void show(Report report, int status, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Wording wording = wording(request);
        response.setHeader(HttpHeaders.VARY, "Accept, Accept-Language");
        if (wants(request, "application/fhir+json") || wants(request, "application/json")) {
            var json = context.newJsonParser().setPrettyPrint(true);
            String body = json.encodeResourceToString(FhirReport.of(report, wording, clock.instant()));
            write(response, status, "application/fhir+json", body);
        } else if (wants(request, "text/html")) {
            write(response, status, "text/html", HtmlReport.of(report, wording));
        } else {
            write(response, status, "text/plain", TextReport.of(report, wording));
        }
    }

    private static boolean wants(HttpServletRequest request, String type) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.toLowerCase(Locale.ROOT).contains(type);
    }

    private Wording wording(HttpServletRequest request) {
        String base =
                fhir.root(ServletUriComponentsBuilder.fromContextPath(request).toUriString());
        boolean dutch = Language.preferred(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)) == Language.DUTCH;
        return new Wording(dutch, base + "/ig/");
    }

    private static String notFor(Wording wording) {
        return wording.of(
                "De controle is er voor een HIS en voor een sociaal werker van de demoregio.",
                "The check is there for a HIS and for a social worker of the demo region.");
    }

    private static String otherSide(Wording wording, String side) {
        return wording.of("Deze client speelt: ", "This client plays: ") + side;
    }

    private static String none(Wording wording) {
        return wording.of(
                "Er is voor deze client geen controle bezig; begin er een met POST " + PATH,
                "No check is under way for this client; begin one with POST " + PATH);
    }

    private static void plain(HttpServletResponse response, int status, String words) throws IOException {
        write(response, status, "text/plain", words + "\n");
    }

    private static void write(HttpServletResponse response, int status, String type, String body) throws IOException {
        response.setStatus(status);
        response.setContentType(type + ";charset=UTF-8");
        response.setHeader("Content-Security-Policy", POLICY);
        response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }
}
