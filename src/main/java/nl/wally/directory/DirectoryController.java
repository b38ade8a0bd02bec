package nl.wally.directory;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import nl.wally.directory.Directory.Wish;
import nl.wally.fhir.CurrentCaller;
import nl.wally.people.Screens;
import nl.wally.shared.Caller;
import nl.wally.shared.Caller.Capacity;
import nl.wally.shared.Language;
import nl.wally.team.Providers;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages on which people look for an offer. */
@Controller
final class DirectoryController {
    private static final int PAGE = 30;
    private static final int LONGEST_TEXT = 60;

    private final Screens screens;
    private final CurrentCaller current;
    private final Directory directory;
    private final Offers offers;
    private final Providers providers;
    private final Clock clock;

    DirectoryController(
            Screens screens,
            CurrentCaller current,
            Directory directory,
            Offers offers,
            Providers providers,
            Clock clock) {
        this.screens = screens;
        this.current = current;
        this.directory = directory;
        this.offers = offers;
        this.providers = providers;
        this.clock = clock;
    }

    @GetMapping(DirectoryConfig.DIRECTORY)
    void list(
            @RequestParam(defaultValue = "") String area,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "false") boolean ended,
            @RequestParam(defaultValue = "1") int page,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Language language = language(request);
        Map<String, String> areas = directory.areas(language);
        String wanted = areas.containsKey(area) ? area : "";
        String words = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
        boolean coordinator = current.current().capacity() == Capacity.COORDINATOR;
        Wish wish = new Wish(wanted.isEmpty() ? List.of() : List.of(wanted), words, ended && coordinator);
        List<OfferCard> found = directory.search(wish, language);
        int last = Math.max(1, (found.size() + PAGE - 1) / PAGE);
        int shown = Math.min(Math.max(page, 1), last);
        Map<String, Object> facts = Map.of(
                "offers", found.subList((shown - 1) * PAGE, Math.min(shown * PAGE, found.size())),
                "total", found.size(),
                "areas", areas,
                "area", wanted,
                "text", words,
                "ended", wish.ended(),
                "coordinator", coordinator,
                "page", shown,
                "last", last);
        screens.show(request, response, HttpServletResponse.SC_OK, "directory/list", facts);
    }

    @GetMapping(DirectoryConfig.DIRECTORY + "/{id}")
    void offer(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Listed listed = offers.read(id);
        Caller caller = current.current();
        boolean keeps = caller.capacity() == Capacity.COORDINATOR
                && providers.keeps(caller.organization(), listed.providedBy(), clock.instant());
        Map<String, Object> facts = Map.of(
                "offer",
                directory.card(listed, language(request)),
                "version",
                listed.offer().getMeta().getVersionId(),
                "keeps",
                keeps);
        screens.show(request, response, HttpServletResponse.SC_OK, "directory/offer", facts);
    }

    static Language language(HttpServletRequest request) {
        return Language.preferred(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }
}
