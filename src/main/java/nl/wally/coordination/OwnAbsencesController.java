package nl.wally.coordination;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.wally.coordination.AbsenceDesk.Place;
import nl.wally.fhir.CurrentCaller;
import nl.wally.people.Screens;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** When somebody is away oneself, and who stands in. */
@Controller
final class OwnAbsencesController {
    private static final String LIST = CoordinationConfig.OWN_ABSENCES;
    private static final String ONE = LIST + "/{index:\\d{1,3}}";

    private final Screens screens;
    private final AbsenceDesk desk;
    private final Staff staff;
    private final CurrentCaller current;
    private final Days days;

    OwnAbsencesController(Screens screens, AbsenceDesk desk, Staff staff, CurrentCaller current, Days days) {
        this.screens = screens;
        this.desk = desk;
        this.staff = staff;
        this.current = current;
        this.days = days;
    }

    @GetMapping(LIST)
    void list(@RequestParam Optional<String> saved, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        AddressBook everybody = staff.everybody();
        List<AbsenceEntry> entries = everybody.person(current.current().agent()).stream()
                .flatMap(person -> AbsenceEntry.all(person, everybody, days).stream())
                .toList();
        screens.show(
                request,
                response,
                HttpServletResponse.SC_OK,
                "coordination/own-absences",
                Map.of("saved", saved.isPresent(), "today", days.today(), "entries", entries));
    }

    @GetMapping(LIST + "/new")
    void begin(HttpServletRequest request, HttpServletResponse response) throws IOException {
        desk.show(place(-1, "new"), request, response);
    }

    @PostMapping(LIST + "/new")
    void enter(HttpServletRequest request, HttpServletResponse response) throws IOException {
        desk.save(place(-1, "new"), request, response);
    }

    @GetMapping(ONE)
    void show(@PathVariable int index, HttpServletRequest request, HttpServletResponse response) throws IOException {
        desk.show(place(index, String.valueOf(index)), request, response);
    }

    @PostMapping(ONE)
    void change(@PathVariable int index, HttpServletRequest request, HttpServletResponse response) throws IOException {
        desk.save(place(index, String.valueOf(index)), request, response);
    }

    private Place place(int index, String name) {
        String self = current.current().agent();
        return new Place(LIST, self.substring(self.indexOf('/') + 1), index, LIST + "/" + name, true);
    }
}
