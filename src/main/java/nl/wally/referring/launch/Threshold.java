package nl.wally.referring.launch;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import nl.wally.people.Arrival;
import nl.wally.people.Reception;
import nl.wally.people.Screens;
import nl.wally.referring.LaunchContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Where every launch ends: at the form, in a session of its own, or at a page that says what to do instead. */
@Component
final class Threshold {
    static final String FORM = "/refer";

    private static final Logger LOG = LoggerFactory.getLogger(Threshold.class);

    /** After that a launch fills in nothing any more: whoever then opens the form may well mean somebody else. */
    private static final Duration LASTS = Duration.ofHours(1);

    private final Reception reception;
    private final Screens screens;
    private final CarriedLaunches launches;

    Threshold(Reception reception, Screens screens, CarriedLaunches launches) {
        this.reception = reception;
        this.screens = screens;
        this.launches = launches;
    }

    /** Lets in whom the HIS vouches for, if the operator gave them a role at that practice. */
    void admit(Arrival who, LaunchContext launch, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!reception.admit(who, launches.pack(launch), LASTS, FORM, request, response)) {
            throw new LaunchRefusedException(Trouble.NOT_BELIEVED, "size");
        }
    }

    /** Shows why not, and what to do. */
    void refuse(LaunchRefusedException refused, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        LOG.info("A launch was refused: {}", refused.getMessage());
        reception.refuse(refused.trouble().problem());
        screens.show(
                request,
                response,
                refused.trouble().status(),
                "referring/launch",
                Map.of("trouble", refused.trouble().name(), "contact", reception.contact()));
    }
}
