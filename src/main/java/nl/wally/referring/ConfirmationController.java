package nl.wally.referring;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.wally.fhir.CurrentCaller;
import nl.wally.fhir.InHouse;
import nl.wally.people.Lead;
import nl.wally.people.Screens;
import nl.wally.shared.Problem;
import nl.wally.shared.RefusedException;
import nl.wally.team.WorkingCalendar;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Task;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What follows the sending: the number, the letter for the person, and what the Wally looks like. */
@Controller
final class ConfirmationController {
    private final Screens screens;
    private final CurrentCaller current;
    private final InHouse house;
    private final SentReferrals referrals;
    private final Letter letter;
    private final List<Lead> leads;
    private final Clock clock;
    private final WorkingCalendar calendar;

    ConfirmationController(
            Screens screens,
            CurrentCaller current,
            InHouse house,
            SentReferrals referrals,
            Letter letter,
            List<Lead> leads,
            Clock clock,
            WorkingCalendar calendar) {
        this.screens = screens;
        this.current = current;
        this.house = house;
        this.referrals = referrals;
        this.letter = letter;
        this.leads = List.copyOf(leads);
        this.clock = clock;
        this.calendar = calendar;
    }

    @GetMapping(ReferringConfig.SENT + "/{task}")
    void sent(@PathVariable String task, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Sent sent = referrals.of(task);
        screens.show(
                request,
                response,
                HttpServletResponse.SC_OK,
                "referring/sent",
                Map.of("sent", sent, "today", today(), "follow", follow(task)));
    }

    @GetMapping(ReferringConfig.SENT + "/{task}/letter")
    void letter(@PathVariable String task, HttpServletResponse response) throws IOException {
        letter.show(response, referrals.of(task), today());
    }

    @GetMapping(ReferringConfig.PHOTO + "/{practitioner}")
    void photo(@PathVariable String practitioner, HttpServletResponse response) throws IOException {
        Photo photo = Photo.of(house.read(Practitioner.class, practitioner))
                .orElseThrow(() -> new RefusedException(Problem.NOT_FOUND));
        response.setContentType(photo.type());
        response.setHeader(
                HttpHeaders.CACHE_CONTROL,
                CacheControl.maxAge(java.time.Duration.ofHours(1))
                        .cachePrivate()
                        .getHeaderValue());
        response.getOutputStream().write(photo.content());
    }

    /** The page on which the practice sees how it goes on; empty when there is none. */
    private String follow(String task) {
        Task followed = new Task();
        followed.setId("Task/" + task);
        return leads.stream()
                .map(lead -> lead.to(current.current(), followed))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse("");
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(calendar.zone()));
    }
}
