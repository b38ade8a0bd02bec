package nl.wally.worklist.clarification;

import static nl.wally.shared.Words.words;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import nl.wally.people.Screens;
import nl.wally.shared.RefusedException;
import nl.wally.shared.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which a Wally and the person clarify the question (W-4). Nothing of it goes to the GP. */
@Controller
final class ClarificationController {
    private static final String PAGE = "/work/{task}/clarification";
    /** Begins a new one after the last was completed. */
    private static final String NEW = PAGE + "/new";
    /** Corrects the last one that was completed. A path, not a question: that is how one comes back after signing in again. */
    private static final String CORRECTION = PAGE + "/correction";

    private static final String TEMPLATE = "worklist/clarification";

    private final Screens screens;
    private final Clarifications clarifications;
    private final Sheets sheets;

    ClarificationController(Screens screens, Clarifications clarifications, Sheets sheets) {
        this.screens = screens;
        this.clarifications = clarifications;
        this.sheets = sheets;
    }

    @GetMapping({PAGE, NEW, CORRECTION})
    void show(@PathVariable String task, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getRequestURI();
        Clarifications.Found found = clarifications.of(task);
        Sheet sheet = sheets.of(task, found, path.endsWith("/new"), path.endsWith("/correction"), request);
        show(sheet, HttpServletResponse.SC_OK, request, response);
    }

    @PostMapping({PAGE, NEW, CORRECTION})
    void save(
            @PathVariable String task,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam(defaultValue = "") String deed,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        boolean finished = deed.equals("finish");
        Answers answers = Answers.of(clarifications.form(), fields);
        Saving saving;
        try {
            saving = clarifications.save(task, seen, answers, finished);
        } catch (RefusedException refused) {
            Sheet typed = sheets.typed(task, clarifications.of(task), answers, request);
            Words why = Screens.reasons(refused).get(0);
            show(typed.because(why), refused.refusals().get(0).problem().status(), request, response);
            return;
        }
        if (saving instanceof Saving.Differs differs) {
            Sheet both = sheets.both(task, clarifications.of(task), differs.now(), answers, request);
            show(both, HttpServletResponse.SC_CONFLICT, request, response);
        } else if (saving instanceof Saving.Nothing && finished) {
            Sheet empty = sheets.of(task, clarifications.of(task), true, false, request);
            Words wrong = words("Nothing is filled in yet. Fill in at least one answer.");
            show(empty.because(wrong), HttpStatus.UNPROCESSABLE_ENTITY.value(), request, response);
        } else {
            Screens.lead(request, response, "/work/" + task + (deed.equals("back") ? "" : "/clarification"));
        }
    }

    /** Saves while somebody types; answers with the parts of the page that are different now. */
    @PostMapping(
            path = {PAGE, NEW},
            params = "deed=save")
    void saveWhileTyping(
            @PathVariable String task,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Answers answers = Answers.of(clarifications.form(), fields);
        Saving saving = clarifications.save(task, seen, answers, false);
        boolean differs = saving instanceof Saving.Differs;
        if (differs) {
            // Otherwise htmx shows nothing of an answer that is a failure.
            response.setHeader("HX-Retarget", "#saved");
        }
        String now = saving instanceof Saving.Saved saved ? Clarifications.seen(saved.now()) : seen;
        screens.showPart(
                request,
                response,
                differs ? HttpServletResponse.SC_CONFLICT : HttpServletResponse.SC_OK,
                TEMPLATE,
                "saved",
                Map.of("differs", differs, "seen", now, "at", sheets.time(), "line", sheets.line(answers, request)));
    }

    private void show(Sheet sheet, int status, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        screens.show(request, response, status, TEMPLATE, Map.of("sheet", sheet, "here", request.getRequestURI()));
    }
}
