package nl.wally.worklist.feedback;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.wally.dossier.Event;
import nl.wally.people.Screens;
import nl.wally.shared.Language;
import nl.wally.shared.Problem;
import nl.wally.shared.RefusedException;
import nl.wally.shared.Words;
import nl.wally.worklist.feedback.LetterRules.Wish;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which a Wally writes to the GP, sees what the GP will read, and sends it (W-6). */
@Controller
final class FeedbackController {
    private static final String PAGE = "/work/{task}/feedback";
    private static final String TEMPLATE = "worklist/feedback";
    private static final String REASON = "reason-";
    /** How much of what happened in the meantime is told. */
    private static final int NEWS = 3;

    private final Screens screens;
    private final Correspondence correspondence;

    FeedbackController(Screens screens, Correspondence correspondence) {
        this.screens = screens;
        this.correspondence = correspondence;
    }

    /** @param sent that something was sent just now */
    @GetMapping(PAGE)
    void show(
            @PathVariable String task,
            @RequestParam(required = false) Optional<String> sent,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Desk desk = correspondence.open(task, language(request));
        show(
                desk,
                Sending.first(desk),
                sent.isPresent() ? Shown.SENT : Shown.NOTHING,
                HttpStatus.OK,
                request,
                response);
    }

    /** Shows what the GP will read of what is written now: that alone to a script, otherwise on the page. */
    @PostMapping(path = PAGE, params = "deed=preview")
    void preview(
            @PathVariable String task,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Sending sending = sending(fields);
        if (!Screens.isByScript(request)) {
            show(
                    correspondence.open(task, language(request)),
                    sending,
                    Shown.NOTHING,
                    HttpStatus.OK,
                    request,
                    response);
            return;
        }
        // What somebody writes is sent to the letter. To ask for anything here would put that on record at every pause.
        String preview = sending.permitted()
                ? sending.text()
                : correspondence.open(task, language(request)).text(sending);
        screens.showPart(request, response, HttpServletResponse.SC_OK, TEMPLATE, "letter", Map.of("preview", preview));
    }

    @PostMapping(PAGE)
    void send(
            @PathVariable String task,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Desk desk = correspondence.open(task, language(request));
        Sending sending = sending(fields);
        Map<String, Words> missing = SendingRules.missing(sending, desk);
        if (!desk.isAsSeen(sending)) {
            overtaken(desk, sending, request, response);
        } else if (!missing.isEmpty()) {
            show(desk, sending, Shown.missing(missing), HttpStatus.UNPROCESSABLE_ENTITY, request, response);
        } else {
            try {
                correspondence.send(desk, sending);
                Screens.lead(request, response, "/work/" + task + "/feedback?sent");
            } catch (RefusedException refused) {
                refused(correspondence.open(task, language(request)), sending, refused, request, response);
            }
        }
    }

    private void refused(
            Desk desk,
            Sending sending,
            RefusedException refused,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Problem problem = refused.refusals().get(0).problem();
        if (problem == Problem.VERSION_STALE) {
            overtaken(desk, sending, request, response);
        } else {
            Shown shown = Shown.refused(Screens.reasons(refused));
            show(desk, sending, shown, HttpStatus.valueOf(problem.status()), request, response);
        }
    }

    /** Something changed since the page was shown: nothing was sent, and the text is still there. */
    private void overtaken(Desk desk, Sending sending, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        List<Event> news = desk.dossier().timeline().stream().limit(NEWS).toList();
        boolean consent = desk.isPermitted() != sending.permitted();
        show(desk, sending.over(desk), Shown.overtaken(news, consent), HttpStatus.CONFLICT, request, response);
    }

    private void show(
            Desk desk,
            Sending sending,
            Shown shown,
            HttpStatus status,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        screens.show(
                request,
                response,
                status.value(),
                TEMPLATE,
                Map.of(
                        "desk", desk,
                        "sending", sending,
                        "preview", desk.text(sending),
                        "wishes", List.of(Wish.values()),
                        "shown", shown));
    }

    private static Sending sending(MultiValueMap<String, String> fields) {
        Map<String, String> reasons = new HashMap<>();
        fields.toSingleValueMap().forEach((name, value) -> {
            if (name.startsWith(REASON)) {
                reasons.put(name.substring(REASON.length()), value);
            }
        });
        return new Sending(
                field(fields, "deed"),
                field(fields, "text"),
                field(fields, "wish"),
                field(fields, "onward"),
                reasons,
                field(fields, "why"),
                Boolean.parseBoolean(field(fields, "permitted")),
                field(fields, "version"));
    }

    private static String field(MultiValueMap<String, String> fields, String name) {
        return Optional.ofNullable(fields.getFirst(name)).orElse("");
    }

    private static Language language(HttpServletRequest request) {
        return Language.preferred(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }
}
