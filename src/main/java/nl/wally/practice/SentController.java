package nl.wally.practice;

import static nl.wally.shared.Words.words;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import nl.wally.fhir.CurrentCaller;
import nl.wally.people.Screens;
import nl.wally.practice.SentList.Now;
import nl.wally.practice.SentList.Part;
import nl.wally.shared.Language;
import nl.wally.shared.Words;
import nl.wally.team.WorkingCalendar;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of the referrals that a practice sent: what asks something of it first. */
@Controller
final class SentController {
    private static final String LIST = "practice/sent";

    /** What was written just before a list was made may have been stored just after. */
    private static final Duration OVERLAP = Duration.ofSeconds(10);

    private final Screens screens;
    private final CurrentCaller current;
    private final SentList list;
    private final WorkingCalendar calendar;
    private final Clock clock;

    SentController(Screens screens, CurrentCaller current, SentList list, WorkingCalendar calendar, Clock clock) {
        this.screens = screens;
        this.current = current;
        this.list = list;
        this.calendar = calendar;
        this.clock = clock;
    }

    @GetMapping(PracticeConfig.SENT)
    void show(
            @RequestParam(required = false) Optional<String> mine,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        show(whose(mine), "", Words.NONE, request, response);
    }

    @GetMapping(path = PracticeConfig.SENT, params = "number")
    void find(
            @RequestParam String number,
            @RequestParam(required = false) Optional<String> mine,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Optional<String> found = number.isBlank() ? Optional.empty() : list.numbered(number.strip());
        if (found.isPresent()) {
            Screens.lead(request, response, PracticeConfig.SENT + "/" + found.get());
            return;
        }
        Words wrong = number.isBlank()
                ? words("Type the number of a referral, for instance WAW-4821037519.")
                : words("Your practice has sent no referral with this number. Look whether it was typed right.");
        show(whose(mine), number, wrong, request, response);
    }

    /** What comes after the first of what is under way. */
    @GetMapping(path = PracticeConfig.SENT, params = "open")
    void moreUnderWay(
            @RequestParam int open,
            @RequestParam(required = false) Optional<String> mine,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        more(list.underWay(whose(mine), open, language(request)), request, response);
    }

    /** What comes after the first of what has ended. */
    @GetMapping(path = PracticeConfig.SENT, params = "ended")
    void moreEnded(
            @RequestParam int ended,
            @RequestParam(required = false) Optional<String> mine,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        more(list.ended(whose(mine), ended, language(request)), request, response);
    }

    private void more(Part part, HttpServletRequest request, HttpServletResponse response) throws IOException {
        screens.show(
                request, response, HttpServletResponse.SC_OK, "practice/more", Map.of("part", part, "today", today()));
    }

    /** Once more what changes by itself, for a page that is open; nothing when nothing has changed. */
    @GetMapping(PracticeConfig.SENT + "/live")
    void live(
            @RequestParam long since,
            @RequestParam(required = false) Optional<String> mine,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Whose whose = whose(mine);
        if (!list.changed(whose, Instant.ofEpochMilli(since).minus(OVERLAP))) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return;
        }
        long now = clock.millis();
        Map<String, Object> facts = facts(whose, list.now(whose, language(request)), now);
        screens.showPart(request, response, HttpServletResponse.SC_OK, LIST, "now", facts);
    }

    private void show(Whose whose, String number, Words wrong, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        long since = clock.millis();
        Now now = list.now(whose, language(request));
        Map<String, Object> facts = new HashMap<>(facts(whose, now, since));
        facts.put("number", number);
        facts.put("wrong", wrong);
        int status = wrong.isEmpty() ? HttpServletResponse.SC_OK : HttpServletResponse.SC_NOT_FOUND;
        screens.show(request, response, status, LIST, facts);
    }

    private Map<String, Object> facts(Whose whose, Now now, long since) {
        return Map.of(
                "now", now,
                "since", since,
                "mine", whose.mine(),
                "person", whose.caller().person().isPresent(),
                "today", today());
    }

    private Whose whose(Optional<String> mine) {
        return new Whose(current.current(), mine.isPresent());
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(calendar.zone()));
    }

    private static Language language(HttpServletRequest request) {
        return Language.preferred(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }
}
