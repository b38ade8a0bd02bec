package nl.wally.referring;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import nl.wally.fhir.CurrentCaller;
import nl.wally.fhir.InHouse;
import nl.wally.people.Screens;
import nl.wally.shared.Caller;
import nl.wally.shared.Problem;
import nl.wally.shared.RefusedException;
import nl.wally.shared.Words;
import nl.wally.team.WorkingCalendar;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** The referral form of a practice. What it sends goes through the same intake as what a HIS sends. */
@Controller
final class ReferController {
    private static final int UNPROCESSABLE = 422;

    private final Screens screens;
    private final CurrentCaller current;
    private final InHouse house;
    private final Senders senders;
    private final ReceiverNow receivers;
    private final SentReferrals sent;
    private final Selectable selectable;
    private final Launches launches;
    private final Clock clock;
    private final WorkingCalendar calendar;

    ReferController(
            Screens screens,
            CurrentCaller current,
            InHouse house,
            Senders senders,
            ReceiverNow receivers,
            SentReferrals sent,
            Selectable selectable,
            Launches launches,
            Clock clock,
            WorkingCalendar calendar) {
        this.screens = screens;
        this.current = current;
        this.house = house;
        this.senders = senders;
        this.receivers = receivers;
        this.sent = sent;
        this.selectable = selectable;
        this.launches = launches;
        this.clock = clock;
        this.calendar = calendar;
    }

    /** The form about whom the HIS launched it for; an empty one for practices whose HIS cannot launch. */
    @GetMapping(ReferringConfig.FORM)
    void open(HttpServletRequest request, HttpServletResponse response) throws IOException {
        // Asked for at once: who cannot refer hears so before typing, not after.
        Sender sender = senders.of(current.current());
        Draft draft = launches.present(request)
                .map(launch -> Prefill.of(launch, sender.patients(), clock.instant(), today()))
                .orElseGet(() -> Prefill.empty(clock.instant(), today()));
        show(draft, Faults.NONE, HttpServletResponse.SC_OK, request, response);
    }

    @PostMapping(ReferringConfig.FORM)
    void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Draft draft = Draft.of(request);
        Caller caller = current.current();
        Map<String, Words> missing = DraftRules.judge(draft, today());
        if (!missing.isEmpty()) {
            show(draft, new Faults(missing), UNPROCESSABLE, request, response);
            return;
        }
        try {
            List<Resource> stored = transact(draft, caller);
            launches.finish(request, response);
            Screens.lead(request, response, ReferringConfig.SENT + "/" + task(stored));
        } catch (RefusedException refused) {
            refused(draft, refused, request, response);
        }
    }

    private List<Resource> transact(Draft draft, Caller caller) {
        return house.transact(ReferralMessage.of(
                draft,
                senders.of(caller),
                DraftRules.opened(draft).orElseThrow(),
                TimeZone.getTimeZone(calendar.zone())));
    }

    private void refused(
            Draft draft, RefusedException refused, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Problem problem = refused.refusals().get(0).problem();
        Optional<String> before =
                problem == Problem.DUPLICATE ? sent.under(draft.system(), draft.placer()) : Optional.empty();
        Map<String, Object> facts = facts(draft, Faults.of(refused), request);
        facts.put("before", before.orElse(""));
        screens.show(request, response, problem.status(), "referring/form", facts);
    }

    private void show(Draft draft, Faults faults, int status, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        screens.show(request, response, status, "referring/form", facts(draft, faults, request));
    }

    private Map<String, Object> facts(Draft draft, Faults faults, HttpServletRequest request) {
        Caller caller = current.current();
        return new HashMap<>(Map.of(
                "draft",
                draft,
                "faults",
                faults,
                "receiver",
                receivers.of(caller.organization()),
                "choices",
                selectable,
                "told",
                told(draft, request),
                "today",
                today(),
                "before",
                ""));
    }

    /** The codes that the HIS told, those that are not chosen any more too. */
    private Set<String> told(Draft draft, HttpServletRequest request) {
        Set<String> told = new LinkedHashSet<>(draft.ask().told());
        launches.present(request).stream()
                .flatMap(launch -> launch.reasons().stream())
                .map(Coding::getCode)
                .forEach(told::add);
        return told;
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(calendar.zone()));
    }

    private static String task(List<Resource> stored) {
        return stored.stream()
                .filter(Task.class::isInstance)
                .map(task -> task.getIdElement().getIdPart())
                .findFirst()
                .orElseThrow();
    }
}
