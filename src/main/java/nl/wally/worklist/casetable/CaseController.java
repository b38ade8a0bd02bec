package nl.wally.worklist.casetable;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import nl.wally.dossier.Dossier;
import nl.wally.dossier.Dossiers;
import nl.wally.fhir.InHouse;
import nl.wally.people.Names;
import nl.wally.people.Screens;
import nl.wally.shared.Language;
import nl.wally.shared.Problem;
import nl.wally.shared.RefusedException;
import nl.wally.shared.Words;
import nl.wally.team.WorkingCalendar;
import nl.wally.worklist.Author;
import org.hl7.fhir.r4.model.Task;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The page on which a Wally makes a case of a referral that may lie on a table: first the person's consent, then the story,
 * struck and read, then the paper. Nothing of the text is kept here.
 */
@Controller
@RequestMapping("/work/{id}/case")
final class CaseController {
    private static final int LONGEST_STORY = 8_000;

    private final Screens screens;
    private final Author author;
    private final Dossiers dossiers;
    private final InHouse house;
    private final Names names;
    private final WorkingCalendar calendar;
    private final Clock clock;

    CaseController(
            Screens screens,
            Author author,
            Dossiers dossiers,
            InHouse house,
            Names names,
            WorkingCalendar calendar,
            Clock clock) {
        this.screens = screens;
        this.author = author;
        this.dossiers = dossiers;
        this.house = house;
        this.names = names;
        this.calendar = calendar;
        this.clock = clock;
    }

    @GetMapping
    void open(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Dossier dossier = dossier(id, request);
        if (CaseConsent.since(dossier.task()).isEmpty()) {
            ask(dossier, Words.NONE, today().toString(), request, response);
            return;
        }
        String story = StrikingRules.strike(dossier.asked().question(), AnonymousCase.traces(dossier, names));
        show(dossier, story, false, request, response);
    }

    /** The same Task update as by the API: a remark. */
    @PostMapping(params = "deed=agree")
    void agree(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String version,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "false") boolean agreed,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Dossier dossier = dossier(id, request);
        Optional<LocalDate> given = day(day);
        Words fault = CaseConsent.fault(agreed, given, today());
        if (!fault.isEmpty()) {
            ask(dossier, fault, day, request, response);
            return;
        }
        Task task = CaseConsent.given(dossier.task(), given.orElseThrow(), author.now(), clock.instant());
        write(id, version, task, request, response);
    }

    /** The person does not want it any more. */
    @PostMapping(params = "deed=withdraw")
    void withdraw(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String version,
            HttpServletRequest request,
            HttpServletResponse response) {
        Task task = CaseConsent.ended(dossier(id, request).task(), author.now(), clock.instant());
        write(id, version, task, request, response);
    }

    /** Strikes once more what somebody wrote, and shows it as it may lie on the table. */
    @PostMapping(params = "deed=show")
    void make(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String story,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Dossier dossier = dossier(id, request);
        if (CaseConsent.since(dossier.task()).isEmpty()) {
            Screens.lead(request, response, "/work/" + id + "/case");
            return;
        }
        if (story.length() > LONGEST_STORY) {
            throw new RefusedException(Problem.TOO_LARGE);
        }
        String read = story.replace("\r\n", "\n").strip();
        show(dossier, StrikingRules.strike(read, AnonymousCase.traces(dossier, names)), true, request, response);
    }

    private void write(String id, String version, Task task, HttpServletRequest request, HttpServletResponse response) {
        task.getMeta().setVersionId(version);
        house.update(task);
        Screens.lead(request, response, "/work/" + id + "/case");
    }

    private void ask(Dossier dossier, Words fault, String day, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Map<String, Object> facts = new HashMap<>();
        facts.put("dossier", dossier);
        facts.put("fault", fault);
        facts.put("day", day);
        facts.put("today", today());
        screens.show(
                request,
                response,
                fault.isEmpty() ? HttpServletResponse.SC_OK : HttpStatus.UNPROCESSABLE_ENTITY.value(),
                "worklist/case-consent",
                facts);
    }

    private void show(
            Dossier dossier, String story, boolean made, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Map<String, Object> facts = new HashMap<>();
        facts.put("id", dossier.id());
        facts.put("version", dossier.version());
        facts.put("found", AnonymousCase.of(dossier, today()));
        facts.put("story", story);
        facts.put("made", made);
        facts.put("since", CaseConsent.since(dossier.task()).orElseThrow());
        facts.put("today", today());
        facts.put("longest", LONGEST_STORY);
        screens.show(request, response, HttpServletResponse.SC_OK, "worklist/case", facts);
    }

    private Dossier dossier(String id, HttpServletRequest request) {
        return dossiers.of(id, Language.preferred(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), calendar.zone());
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return typed.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(typed));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }
}
