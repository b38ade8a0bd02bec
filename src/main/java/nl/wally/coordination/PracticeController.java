package nl.wally.coordination;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import nl.wally.fhir.InHouse;
import nl.wally.people.Screens;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A practice, its team and what was agreed; each change is the update that a system would send. */
@Controller
final class PracticeController {
    private static final String ONE = CoordinationConfig.PRACTICES + "/{id:[A-Za-z0-9.-]{1,64}}";

    private final Screens screens;
    private final InHouse house;
    private final Practices practices;
    private final TeamSheet sheet;
    private final Days days;

    PracticeController(Screens screens, InHouse house, Practices practices, TeamSheet sheet, Days days) {
        this.screens = screens;
        this.house = house;
        this.practices = practices;
        this.sheet = sheet;
        this.days = days;
    }

    @GetMapping(ONE)
    void show(
            @PathVariable String id,
            @RequestParam Optional<String> saved,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Practice practice = practices.find(id);
        Map<String, Object> facts = new HashMap<>(sheet.of(practice));
        facts.put("saved", saved.isPresent());
        facts.put("today", days.today());
        screens.show(request, response, HttpServletResponse.SC_OK, "coordination/practice", facts);
    }

    @GetMapping(ONE + "/agreements")
    void agreements(@PathVariable String id, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Practice practice = practices.find(id);
        show("agreements", practice, practice.team(), AgreementForm.of(practice.team(), new Form()), request, response);
    }

    @PostMapping(ONE + "/agreements")
    void agree(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Practice practice = practices.find(id);
        CareTeam team = practice.team().copy();
        Form form = Form.sent(request);
        AgreementForm.apply(form, team);
        if (form.update(house, team)) {
            Screens.lead(request, response, practice.page() + "?saved");
        } else {
            show("agreements", practice, practices.find(id).team(), form, request, response);
        }
    }

    @GetMapping(ONE + "/contact")
    void contact(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Practice practice = practices.find(id);
        Form form = ContactForm.of(practice.organization(), new Form());
        show("contact", practice, practice.organization(), form, request, response);
    }

    @PostMapping(ONE + "/contact")
    void reach(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Practice practice = practices.find(id);
        Organization organization = practice.organization().copy();
        Form form = Form.sent(request);
        ContactForm.apply(form, organization);
        if (form.update(house, organization)) {
            Screens.lead(request, response, practice.page() + "?saved");
        } else {
            show("contact", practice, practices.find(id).organization(), form, request, response);
        }
    }

    private void show(
            String what,
            Practice practice,
            Resource now,
            Form form,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        screens.show(
                request,
                response,
                form.status(),
                "coordination/practice-" + what,
                Map.of(
                        "form", form,
                        "name", practice.name(),
                        "version", now.getMeta().getVersionId(),
                        "here", practice.page() + "/" + what,
                        "back", practice.page()));
    }
}
