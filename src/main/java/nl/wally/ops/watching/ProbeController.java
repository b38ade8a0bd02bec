package nl.wally.ops.watching;

import java.util.Map;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.LivenessState;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What a load balancer, an orchestrator and a health check of a container ask, on the port on which the server is used:
 * anything else could be well while that is not. Not Boot's own probes, which say in their answers which framework this is
 * and wait for the pool.
 */
@RestController
final class ProbeController {
    static final String LIVE = "/livez";
    static final String READY = "/readyz";
    static final String VERSION = "/version";

    private final ApplicationAvailability availability;
    private final Readiness readiness;
    private final Release release;

    ProbeController(ApplicationAvailability availability, Readiness readiness, Release release) {
        this.availability = availability;
        this.readiness = readiness;
        this.release = release;
    }

    /** Whether the process is of any use, or has to be started anew. A database that is away is no reason to. */
    @GetMapping(path = LIVE, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, String>> live() {
        return answer(availability.getLivenessState() == LivenessState.CORRECT, "live");
    }

    /** Whether requests are to be sent here. */
    @GetMapping(path = READY, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, String>> ready() {
        return answer(readiness.isReady(), "ready");
    }

    @GetMapping(path = VERSION, produces = MediaType.APPLICATION_JSON_VALUE)
    Release version() {
        return release;
    }

    private static ResponseEntity<Map<String, String>> answer(boolean yes, String what) {
        return ResponseEntity.status(yes ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .body(Map.of("status", yes ? what : "not " + what));
    }
}
