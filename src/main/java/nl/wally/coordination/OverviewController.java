package nl.wally.coordination;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import nl.wally.people.Screens;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What needs a coordinator first, and how much everybody has to do; kept up to date while it is open. */
@Controller
final class OverviewController {
    private static final String PAGE = "coordination/overview";

    private final Screens screens;
    private final Lookout lookout;
    private final Days days;

    OverviewController(Screens screens, Lookout lookout, Days days) {
        this.screens = screens;
        this.lookout = lookout;
        this.days = days;
    }

    @GetMapping(CoordinationConfig.OVERVIEW)
    void show(HttpServletRequest request, HttpServletResponse response) throws IOException {
        screens.show(request, response, HttpServletResponse.SC_OK, PAGE, facts());
    }

    @GetMapping(CoordinationConfig.OVERVIEW + "/live")
    void live(HttpServletRequest request, HttpServletResponse response) throws IOException {
        screens.showPart(request, response, HttpServletResponse.SC_OK, PAGE, "state", facts());
    }

    private Map<String, Object> facts() {
        return Map.of("seen", lookout.look(), "today", days.today());
    }
}
