package nl.wally.mail;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.wally.fhir.CurrentCaller;
import nl.wally.fhir.Referral;
import nl.wally.fhir.Referrals;
import nl.wally.fhir.Sight;
import nl.wally.fhir.Store;
import nl.wally.fhir.Trail;
import nl.wally.people.Lead;
import nl.wally.people.Names;
import nl.wally.people.Screens;
import nl.wally.shared.Caller;
import nl.wally.shared.Occurrence;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Where a letter leads: to the page on which its reader finds what waits. Where there is none, it says which referral it is, by
 * the number that both sides know, or which team: what there is to read stands in the system in which somebody works.
 */
@Controller
final class WaitingController {
    private final Screens screens;
    private final CurrentCaller current;
    private final Store store;
    private final Referrals referrals;
    private final Sight sight;
    private final Trail trail;
    private final Names names;
    private final List<Lead> leads;

    WaitingController(
            Screens screens,
            CurrentCaller current,
            Store store,
            Referrals referrals,
            Sight sight,
            Trail trail,
            Names names,
            List<Lead> leads) {
        this.screens = screens;
        this.current = current;
        this.store = store;
        this.referrals = referrals;
        this.sight = sight;
        this.trail = trail;
        this.names = names;
        this.leads = List.copyOf(leads);
    }

    @GetMapping(Links.WAITING + "/{type:Task|Communication|CareTeam|Appointment}/{id:[A-Za-z0-9.-]{1,64}}")
    void show(
            @PathVariable String type,
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Caller caller = current.current();
        List<Referral> theirs = referrals.of(List.of(id)).getOrDefault(id, List.of());
        Optional<Resource> seen =
                store.read(type + "/" + id).filter(resource -> sight.maySee(caller, resource, theirs));
        // What one may not see does not exist.
        if (seen.isEmpty()) {
            screens.show(request, response, HttpServletResponse.SC_NOT_FOUND, "mail/gone", Map.of());
            return;
        }
        Optional<String> page = leads.stream()
                .flatMap(lead -> lead.to(caller, seen.get()).stream())
                .findFirst();
        if (page.isPresent()) {
            Screens.lead(request, response, page.get());
            return;
        }
        trail.note(new Occurrence(
                Occurrence.Kind.READ, type, caller, null, Readers.persons(seen.get()), List.of(type + "/" + id)));
        screens.show(request, response, HttpServletResponse.SC_OK, "mail/waiting", facts(seen.get(), theirs));
    }

    private Map<String, Object> facts(Resource resource, List<Referral> theirs) {
        String practice = Readers.practiceOf(resource);
        if (!practice.isEmpty()) {
            return Map.of("number", "", "practice", names.of(practice), "wally", "");
        }
        Referral referral = theirs.get(0);
        return Map.of(
                "number", referral.number(),
                "practice", names.of(referral.practice()),
                "wally", referral.owner().isEmpty() ? "" : names.of(referral.owner()));
    }
}
