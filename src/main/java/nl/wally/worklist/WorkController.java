package nl.wally.worklist;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.wally.dossier.Deed;
import nl.wally.dossier.Dossier;
import nl.wally.dossier.Event;
import nl.wally.fhir.CurrentCaller;
import nl.wally.people.Screens;
import nl.wally.shared.Caller;
import nl.wally.shared.Language;
import nl.wally.shared.Problem;
import nl.wally.shared.RefusedException;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** One referral, as who works on it sees it, and all that they do with one tap or a short form. */
@Controller
final class WorkController {
    private static final String PAGE = WorklistConfig.LIST + "/{id}";

    private final Screens screens;
    private final CurrentCaller current;
    private final Workbench bench;
    private final WorkList list;

    WorkController(Screens screens, CurrentCaller current, Workbench bench, WorkList list) {
        this.screens = screens;
        this.current = current;
        this.bench = bench;
        this.list = list;
    }

    @GetMapping(PAGE)
    void show(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Dossier dossier = bench.open(id, current.current(), language(request));
        show(dossier, bench.deeds(dossier), Form.after(request.getParameter("done")), request, response);
    }

    @PostMapping(PAGE)
    void act(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Caller caller = current.current();
        Language language = language(request);
        Dossier dossier = bench.open(id, caller, language);
        Deeds deeds = bench.deeds(dossier);
        Form form = Form.sent(request);
        try {
            Deed deed = deed(dossier, deeds, form);
            WorkRules.judge(form, deed, list.today());
            if (form.isGood()) {
                bench.act(dossier, deed, form, caller);
                String page = form.deed().equals(Deeds.WITHDRAW) ? "" : "/" + id;
                Screens.lead(request, response, WorklistConfig.LIST + page + "?done=" + form.deed());
                return;
            }
        } catch (RefusedException refused) {
            form.refuse(refused);
            dossier = bench.open(id, caller, language);
            deeds = bench.deeds(dossier);
        }
        show(dossier, deeds, form, request, response);
    }

    /** Nothing is done on the strength of an older page, so that nobody does twice what somebody else has done. */
    private static Deed deed(Dossier dossier, Deeds deeds, Form form) {
        boolean seen = form.value("version").equals(dossier.version())
                && form.value("seen").equals(String.valueOf(dossier.timeline().size()));
        if (!seen) {
            throw new RefusedException(Problem.VERSION_STALE);
        }
        return deeds.of(form).orElseThrow(() -> new RefusedException(Problem.TRANSITION_NOT_ALLOWED));
    }

    private void show(Dossier dossier, Deeds deeds, Form form, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Map<String, Object> facts = new HashMap<>();
        facts.put("bench", bench.lay(dossier, deeds, current.current(), language(request)));
        facts.put("form", form);
        facts.put("news", news(dossier, form));
        facts.put("today", list.today());
        screens.show(request, response, form.status(), "worklist/referral", facts);
    }

    /** What happened since the page was shown on which the form was filled in. */
    private static List<Event> news(Dossier dossier, Form form) {
        List<Event> all = dossier.timeline();
        return Optional.of(form.value("seen"))
                .filter(seen -> seen.matches("\\d{1,4}"))
                .map(Integer::valueOf)
                .filter(seen -> seen < all.size())
                .map(seen -> all.subList(0, all.size() - seen))
                .orElse(List.of());
    }

    private static Language language(HttpServletRequest request) {
        return Language.preferred(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }
}
