package nl.wally.worklist;

import static nl.wally.shared.Words.words;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import nl.wally.dossier.Dossiers;
import nl.wally.fhir.CurrentCaller;
import nl.wally.people.Screens;
import nl.wally.shared.Language;
import nl.wally.shared.RefusedException;
import nl.wally.shared.Words;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The work list: what to do today, kept up to date while it is open. */
@Controller
final class WorklistController {
    private static final String TEMPLATE = "worklist/list";

    /** What fits on a page: more than anybody can do. Who has more is told so, and turns the page. */
    private static final int MOST = 100;

    private final Screens screens;
    private final CurrentCaller current;
    private final WorkList list;
    private final Dossiers dossiers;

    WorklistController(Screens screens, CurrentCaller current, WorkList list, Dossiers dossiers) {
        this.screens = screens;
        this.current = current;
        this.list = list;
        this.dossiers = dossiers;
    }

    /**
     * @param number of a referral, as somebody typed it: leads to its page
     * @param done what was done just now with a referral that is not here any more
     * @param own where the page begins in what is theirs, as the one before it says
     * @param others likewise in what they stand in for
     */
    @GetMapping(WorklistConfig.LIST)
    void show(
            @RequestParam(required = false) Optional<String> number,
            @RequestParam(required = false) Optional<String> done,
            @RequestParam(name = Place.OWN, required = false) Optional<String> own,
            @RequestParam(name = Place.OTHERS, required = false) Optional<String> others,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Optional<String> typed = number.map(String::strip).filter(text -> !text.isEmpty());
        Words wrong = Words.NONE;
        if (typed.isPresent()) {
            try {
                Optional<String> found = dossiers.byNumber(typed.get());
                if (found.isPresent()) {
                    Screens.lead(request, response, WorklistConfig.LIST + "/" + found.get());
                    return;
                }
                wrong = words("There is no referral with this number that you may see.");
            } catch (RefusedException refused) {
                wrong = refused.refusals().get(0).explanation();
            }
        }
        Map<String, Object> facts = facts(new Place(own, others), request);
        facts.put("typed", typed.orElse(""));
        facts.put("wrong", wrong);
        facts.put("withdrawn", done.filter(Deeds.WITHDRAW::equals).isPresent());
        HttpStatus status = wrong.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY;
        screens.show(request, response, status.value(), TEMPLATE, facts);
    }

    @GetMapping(WorklistConfig.LIST + "/live")
    void live(
            @RequestParam(name = Place.OWN, required = false) Optional<String> own,
            @RequestParam(name = Place.OTHERS, required = false) Optional<String> others,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Map<String, Object> facts = facts(new Place(own, others), request);
        screens.showPart(request, response, HttpServletResponse.SC_OK, TEMPLATE, "lines", facts);
    }

    /** @param from where the page begins, as the one before it says */
    @GetMapping(WorklistConfig.LIST + "/ended")
    void ended(
            @RequestParam(required = false) Optional<String> from,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        WorkList.Ended page = list.ended(current.current(), from, language(request));
        screens.show(request, response, HttpServletResponse.SC_OK, "worklist/ended", Map.of("page", page));
    }

    private Map<String, Object> facts(Place place, HttpServletRequest request) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("lines", list.open(current.current(), place, MOST, language(request)));
        facts.put("today", list.today());
        return facts;
    }

    private static Language language(HttpServletRequest request) {
        return Language.preferred(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }
}
