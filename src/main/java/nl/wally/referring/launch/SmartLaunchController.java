package nl.wally.referring.launch;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import nl.wally.fhir.FhirProperties;
import nl.wally.referring.launch.SmartLaunch.Launched;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The door for a HIS that launches by SMART App Launch, and the one through which its browser comes back. */
@Controller
final class SmartLaunchController {
    static final String PATH = "/launch/smart";
    static final String CALLBACK = "/launch/smart/callback";
    /** The public half of our key. */
    static final String KEYS = "/launch/smart/keys";

    private final SmartLaunch launch;
    private final Threshold threshold;
    private final Optional<OwnKey> key;
    private final FhirProperties fhir;

    SmartLaunchController(SmartLaunch launch, Threshold threshold, Optional<OwnKey> key, FhirProperties fhir) {
        this.launch = launch;
        this.threshold = threshold;
        this.key = key;
        this.fhir = fhir;
    }

    @GetMapping(PATH)
    void begin(
            @RequestParam(required = false) @Nullable String iss,
            @RequestParam(name = "launch", required = false) @Nullable String context,
            HttpServletRequest request,
            HttpServletResponse response) {
        String own = ServletUriComponentsBuilder.fromContextPath(request).toUriString();
        String his = launch.begin(iss, context, fhir.root(own) + CALLBACK, request, response);
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader(HttpHeaders.LOCATION, his);
    }

    @GetMapping(CALLBACK)
    void finish(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Launched launched = launch.finish(request, response);
        threshold.admit(launched.who(), launched.context(), request, response);
    }

    @GetMapping(KEYS)
    void keys(HttpServletResponse response) throws IOException {
        String published = key.map(OwnKey::published).orElse("{\"keys\": []}");
        response.setContentType("application/json;charset=UTF-8");
        response.getOutputStream().write(published.getBytes(StandardCharsets.UTF_8));
    }

    @ExceptionHandler
    void refuse(LaunchRefusedException refused, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        threshold.refuse(refused, request, response);
    }
}
