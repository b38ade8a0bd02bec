package nl.wally.simulator;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import nl.wally.access.ClientSignatures;
import nl.wally.people.Screens;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The page of the demo HIS: a button that launches the referral form as the HIS of a practice would. */
@Controller
@WithDemoRegion
final class DemoHisController {
    static final String PATH = "/demo/his";

    private static final String DOOR = "/launch/jwt";

    private final DemoHis his;
    private final Optional<ClientSignatures> signatures;
    private final Screens screens;

    /** @param signatures absent where clients prove elsewhere who they are */
    DemoHisController(DemoHis his, Optional<ClientSignatures> signatures, Screens screens) {
        this.his = his;
        this.signatures = signatures;
        this.screens = screens;
    }

    @GetMapping(PATH)
    void page(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (signatures.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        screens.show(
                request,
                response,
                HttpServletResponse.SC_OK,
                "simulator/his",
                Map.of("door", DOOR, "token", his.launch(signatures.get().address(DOOR))));
    }
}
