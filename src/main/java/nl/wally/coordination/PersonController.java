package nl.wally.coordination;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.wally.fhir.InHouse;
import nl.wally.people.Screens;
import nl.wally.team.Periods;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** How somebody of the own organisation is reached and when they work; and that they leave, with what comes of it. */
@Controller
final class PersonController {
    private static final String ONE = CoordinationConfig.PEOPLE + "/{id:[A-Za-z0-9.-]{1,64}}";

    private final Screens screens;
    private final InHouse house;
    private final Staff staff;
    private final Practices practices;
    private final Heirs heirs;
    private final Days days;

    PersonController(Screens screens, InHouse house, Staff staff, Practices practices, Heirs heirs, Days days) {
        this.screens = screens;
        this.house = house;
        this.staff = staff;
        this.practices = practices;
        this.heirs = heirs;
        this.days = days;
    }

    @GetMapping(ONE)
    void show(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Person person = staff.find(id);
        show(person, PersonForm.of(person, new Form()), List.of(), false, request, response);
    }

    @PostMapping(ONE)
    void change(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Person person = staff.find(id);
        Form form = Form.sent(request);
        if (form.value("deed").equals("leave")) {
            leave(person, PersonForm.of(person, form), request, response);
            return;
        }
        PractitionerRole role = person.role().copy();
        PersonForm.apply(form, role, true);
        if (form.update(house, role)) {
            Screens.lead(request, response, CoordinationConfig.PEOPLE + "?saved");
        } else {
            show(staff.find(id), form, List.of(), false, request, response);
        }
    }

    /** Whoever confirms knows to whom the open referrals go. */
    private void leave(Person person, Form form, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        PractitionerRole role = person.role().copy();
        Optional<LocalDate> last = PersonForm.leave(form, role, days.today());
        boolean told = last.isPresent() && !form.isConfirmed(PersonForm.LAST);
        List<Heirs.Heir> moved = told
                ? heirs.of(
                        Optional.of(person.reference()),
                        role,
                        days.start(last.orElseThrow().plusDays(1)))
                : List.of();
        if (!told && form.update(house, role)) {
            Screens.lead(request, response, CoordinationConfig.PEOPLE + "?saved");
        } else {
            show(staff.find(person.id()), form, moved, told, request, response);
        }
    }

    private void show(
            Person person,
            Form form,
            List<Heirs.Heir> moved,
            boolean told,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Map<String, Object> facts = new HashMap<>();
        facts.put("form", form);
        facts.put("person", person);
        facts.put("version", person.role().getMeta().getVersionId());
        facts.put("week", HoursForm.WEEK);
        facts.put("social", true);
        facts.put("today", days.today());
        facts.put("moved", moved);
        facts.put("told", told);
        facts.put("known", form.confirmed(PersonForm.LAST));
        facts.put("places", practices.heldBy(person.reference()));
        facts.put("here", CoordinationConfig.PEOPLE + "/" + person.id());
        facts.put("back", CoordinationConfig.PEOPLE);
        Optional<LocalDate> leaves =
                Periods.endOf(person.role().getPeriod(), days.zone()).map(after -> days.of(after.minusMillis(1)));
        facts.put("leaves", leaves);
        facts.put("gone", leaves.filter(last -> last.isBefore(days.today())).isPresent());
        screens.show(request, response, form.status(), "coordination/person", facts);
    }
}
