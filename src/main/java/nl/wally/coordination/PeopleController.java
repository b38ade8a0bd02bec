package nl.wally.coordination;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.wally.fhir.CurrentCaller;
import nl.wally.fhir.InHouse;
import nl.wally.people.Screens;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Everybody who works for the own organisation, and somebody new: there, or in a practice that the coordinator keeps. */
@Controller
final class PeopleController {
    private final Screens screens;
    private final InHouse house;
    private final Staff staff;
    private final Practices practices;
    private final CurrentCaller current;
    private final Days days;

    PeopleController(
            Screens screens, InHouse house, Staff staff, Practices practices, CurrentCaller current, Days days) {
        this.screens = screens;
        this.house = house;
        this.staff = staff;
        this.practices = practices;
        this.current = current;
        this.days = days;
    }

    @GetMapping(CoordinationConfig.PEOPLE)
    void list(@RequestParam Optional<String> saved, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        List<Person> people = staff.social(staff.everybody());
        screens.show(
                request,
                response,
                HttpServletResponse.SC_OK,
                "coordination/people",
                Map.of("people", people, "saved", saved.isPresent()));
    }

    @GetMapping(CoordinationConfig.PEOPLE + "/new")
    void begin(
            @RequestParam(defaultValue = "") String practice, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Form form = HoursForm.of(new PractitionerRole(), new Form())
                .with(PersonForm.FROM, days.today().toString());
        show(practice, form, request, response);
    }

    /** Person and role are there together or not at all. */
    @PostMapping(CoordinationConfig.PEOPLE + "/new")
    void enter(
            @RequestParam(defaultValue = "") String practice, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Form form = Form.sent(request);
        boolean social = practice.isEmpty();
        String organization = social
                ? current.current().organization()
                : practices.find(practice).reference();
        Practitioner person = new Practitioner();
        PractitionerRole role =
                PersonForm.begin(form, person, organization, social ? PersonForm.SOCIAL : PersonForm.MEDICAL);
        Optional<List<Resource>> stored = form.send(() -> {
            String known = Together.name();
            role.setPractitioner(
                    new Reference(known).setDisplay(person.getNameFirstRep().getText()));
            return house.transact(Together.create(known, person, role));
        });
        if (stored.isPresent()) {
            Screens.lead(request, response, back(practice) + "?saved");
        } else {
            show(practice, form, request, response);
        }
    }

    private static String back(String practice) {
        return practice.isEmpty() ? CoordinationConfig.PEOPLE : CoordinationConfig.PRACTICES + "/" + practice;
    }

    private void show(String practice, Form form, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        boolean social = practice.isEmpty();
        Map<String, Object> facts = new HashMap<>();
        facts.put("form", form);
        facts.put("version", "");
        facts.put("practice", practice);
        facts.put("name", social ? "" : practices.find(practice).name());
        facts.put("social", social);
        facts.put("week", HoursForm.WEEK);
        facts.put("codes", social ? PersonForm.SOCIAL : PersonForm.MEDICAL);
        facts.put("here", CoordinationConfig.PEOPLE + "/new");
        facts.put("back", back(practice));
        screens.show(request, response, form.status(), "coordination/person-new", facts);
    }
}
