package nl.wally.referring.launch;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import nl.wally.access.ClientSignatures;
import nl.wally.access.ClientSignatures.Signed;
import nl.wally.people.Arrival;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The door for a HIS that has its browser send a form with a signed token, as Dutch vendors know it. Such a form comes from
 * another site, so the cookies of this one do not come along: the launch begins a session of its own in any case.
 */
@Controller
final class JwtLaunchController {
    static final String PATH = "/launch/jwt";

    private static final String TOKEN = "token";

    private final Optional<ClientSignatures> signatures;
    private final JwtLaunch launch;
    private final Threshold threshold;

    /** @param signatures absent where clients prove elsewhere who they are: then none has keys here */
    JwtLaunchController(Optional<ClientSignatures> signatures, JwtLaunch launch, Threshold threshold) {
        this.signatures = signatures;
        this.launch = launch;
        this.threshold = threshold;
    }

    /** Whatever the method: who comes with a link hears why that is refused. */
    @RequestMapping(PATH)
    void launch(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String[] tokens = request.getParameterValues(TOKEN);
        if (!HttpMethod.POST.matches(request.getMethod()) || request.getQueryString() != null) {
            // It stands in the history of a browser and the logs of proxies by now: whoever finds it there comes too
            // late.
            Optional.ofNullable(tokens).ifPresent(found -> signatures.ifPresent(known -> known.take(found[0], PATH)));
            throw new LaunchRefusedException(Trouble.IN_THE_ADDRESS, "address");
        }
        if (tokens == null || tokens.length != 1) {
            throw new LaunchRefusedException(Trouble.NOT_BELIEVED, "token");
        }
        Signed signed = signatures
                .flatMap(known -> known.take(tokens[0], PATH))
                .orElseThrow(() -> new LaunchRefusedException(Trouble.NOT_BELIEVED, "signature"));
        Arrival who = launch.who(signed);
        threshold.admit(who, launch.about(signed.claims()), request, response);
    }

    @ExceptionHandler
    void refuse(LaunchRefusedException refused, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        threshold.refuse(refused, request, response);
    }
}
