package nl.wally.coordination;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.wally.coordination.AbsenceDesk.Place;
import nl.wally.people.Screens;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who of the own organisation is away and when, in the order of the calendar. */
@Controller
final class AbsencesController {
    private static final String LIST = CoordinationConfig.ABSENCES;
    private static final String ONE = LIST + "/{person:[A-Za-z0-9.-]{1,64}}/{index:\\d{1,3}}";

    private final Screens screens;
    private final AbsenceDesk desk;
    private final Staff staff;
    private final Days days;

    AbsencesController(Screens screens, AbsenceDesk desk, Staff staff, Days days) {
        this.screens = screens;
        this.desk = desk;
        this.staff = staff;
        this.days = days;
    }

    @GetMapping(LIST)
    void list(@RequestParam Optional<String> saved, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        AddressBook everybody = staff.everybody();
        List<AbsenceEntry> entries = staff.social(everybody).stream()
                .flatMap(person -> AbsenceEntry.all(person, everybody, days).stream())
                .sorted(Comparator.comparing((AbsenceEntry entry) -> entry.sortedBy(days.today()))
                        .thenComparing(AbsenceEntry::name))
                .toList();
        screens.show(
                request,
                response,
                HttpServletResponse.SC_OK,
                "coordination/absences",
                Map.of("saved", saved.isPresent(), "today", days.today(), "entries", entries));
    }

    @GetMapping(LIST + "/new")
    void begin(@RequestParam(defaultValue = "") String person, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        desk.show(fresh(person), request, response);
    }

    @PostMapping(LIST + "/new")
    void enter(@RequestParam(defaultValue = "") String person, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        desk.save(fresh(person), request, response);
    }

    @GetMapping(ONE)
    void show(
            @PathVariable String person,
            @PathVariable int index,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        desk.show(known(person, index), request, response);
    }

    @PostMapping(ONE)
    void change(
            @PathVariable String person,
            @PathVariable int index,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        desk.save(known(person, index), request, response);
    }

    private static Place fresh(String person) {
        return new Place(LIST, person, -1, LIST + "/new", false);
    }

    private static Place known(String person, int index) {
        return new Place(LIST, person, index, LIST + "/" + person + "/" + index, false);
    }
}
