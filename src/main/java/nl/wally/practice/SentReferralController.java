package nl.wally.practice;

import static nl.wally.shared.Words.words;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.wally.fhir.CurrentCaller;
import nl.wally.people.Paper;
import nl.wally.people.Screens;
import nl.wally.shared.Caller;
import nl.wally.shared.Language;
import nl.wally.shared.Problem;
import nl.wally.shared.RefusedException;
import nl.wally.shared.Words;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of a referral that the practice sent: how it stands, what to read, and what the practice may do with it. */
@Controller
final class SentReferralController {
    private static final String PAGE = PracticeConfig.SENT + "/{task}";

    private final Screens screens;
    private final Paper paper;
    private final CurrentCaller current;
    private final SentPage page;
    private final Deeds deeds;

    SentReferralController(Screens screens, Paper paper, CurrentCaller current, SentPage page, Deeds deeds) {
        this.screens = screens;
        this.paper = paper;
        this.current = current;
        this.page = page;
        this.deeds = deeds;
    }

    @GetMapping(PAGE)
    void show(
            @PathVariable String task,
            @RequestParam(defaultValue = "") String done,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        show(task, Draft.NONE, done, HttpStatus.OK, request, response);
    }

    /** A letter to the practice, to be kept as a file. */
    @GetMapping(PAGE + "/letters/{letter}")
    void letter(@PathVariable String task, @PathVariable String letter, HttpServletResponse response)
            throws IOException {
        Map<String, Object> facts =
                page.paper(task, letter, current.current()).orElseThrow(() -> new RefusedException(Problem.NOT_FOUND));
        paper.show(response, "terugkoppeling-" + facts.get("number") + ".pdf", "practice/letter", facts);
    }

    @PostMapping(PAGE)
    void act(@PathVariable String task, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Draft draft = Draft.of(request);
        try {
            Optional<Offer> ending = draft.deed().startsWith("T")
                    ? page.offer(task, draft.deed(), language(request)).filter(Offer::isEnding)
                    : Optional.empty();
            Words wrong = DraftRules.wrong(draft, ending);
            if (!wrong.isEmpty()) {
                show(task, draft.wrong(wrong), "", HttpStatus.UNPROCESSABLE_ENTITY, request, response);
                return;
            }
            apply(task, draft, ending);
        } catch (RefusedException refused) {
            List<Words> reasons = Screens.reasons(refused);
            HttpStatus status =
                    HttpStatus.valueOf(refused.refusals().get(0).problem().status());
            show(task, draft.refused(reasons), "", status, request, response);
            return;
        }
        Screens.lead(request, response, PracticeConfig.SENT + "/" + task + "?done=" + draft.deed());
    }

    private void apply(String task, Draft draft, Optional<Offer> ending) {
        Caller caller = current.current();
        switch (draft.deed()) {
            case "read" -> deeds.confirm(task, draft, caller);
            case "answer" -> deeds.answer(task, draft);
            case "message" -> deeds.tell(task, draft);
            case "note" -> deeds.remark(task, draft, caller);
            case "A01" -> deeds.askToStop(task, draft, caller);
            case "A04" -> deeds.goOn(task, draft);
            default -> {
                Offer offer = ending.orElseThrow(() -> new RefusedException(Problem.TRANSITION_NOT_ALLOWED));
                deeds.end(task, draft, TaskStatus.fromCode(offer.status()));
            }
        }
    }

    private void show(
            String task,
            Draft draft,
            String done,
            HttpStatus status,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Map<String, Object> facts = page.facts(task, draft, current.current(), language(request));
        facts.put("done", done);
        facts.put("said", said(done));
        screens.show(request, response, status.value(), "practice/referral", facts);
    }

    private static Words said(String done) {
        return switch (done) {
            case "" -> Words.NONE;
            case "read" -> words("It is noted that you have read it. The Wally sees that.");
            case "answer" -> words("Your answer has been sent.");
            case "message" -> words("Your message has been sent.");
            case "A01" -> words("Your request to stop has been sent.");
            case "A04" -> words("Your request to stop has been taken back.");
            default -> words("Done. This is how it stands now.");
        };
    }

    private static Language language(HttpServletRequest request) {
        return Language.preferred(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }
}
