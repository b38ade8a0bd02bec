package nl.wally.coordination;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.wally.coordination.Overview.Away;
import nl.wally.fhir.InHouse;
import nl.wally.people.Screens;
import nl.wally.shared.Problem;
import nl.wally.shared.RefusedException;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.springframework.stereotype.Component;

/** Where absences are entered, changed and ended: of everybody by the coordinator, or by somebody of their own. */
@Component
class AbsenceDesk {
    private static final String END = "end";

    private final Screens screens;
    private final InHouse house;
    private final Staff staff;
    private final Warnings warnings;
    private final Days days;

    AbsenceDesk(Screens screens, InHouse house, Staff staff, Warnings warnings, Days days) {
        this.screens = screens;
        this.house = house;
        this.staff = staff;
        this.warnings = warnings;
        this.days = days;
    }

    /**
     * Where somebody is.
     *
     * @param list the page of all absences
     * @param person whose it is, by id; empty while that is still to be chosen
     * @param index which of theirs; below zero for a new one
     * @param path the page of this one
     * @param own whether somebody enters what is their own
     */
    record Place(String list, String person, int index, String path, boolean own) {
        boolean isNew() {
            return index < 0;
        }
    }

    void show(Place place, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Form form = new Form().with("person", place.person());
        if (!place.isNew()) {
            PractitionerRole role = staff.find(place.person()).role();
            if (place.index() >= role.getNotAvailable().size()) {
                throw new RefusedException(Problem.NOT_FOUND);
            }
            AbsenceForm.of(role, place.index(), days.zone(), form);
        }
        show(place, form, List.of(), request, response);
    }

    /** Saves or ends it, once whoever asks for it knows what it brings. */
    void save(Place place, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Form form = Form.sent(request);
        if (place.person().isEmpty()) {
            form.line("person");
            form.day(AbsenceForm.FROM);
            show(place, form, List.of(), request, response);
            return;
        }
        PractitionerRole before = staff.find(place.person()).role();
        PractitionerRole after = before.copy();
        List<Away> alone = List.of();
        if (!place.isNew() && !AbsenceForm.isThere(form, after, place.index())) {
            form.refuse(new RefusedException(Problem.VERSION_STALE));
        } else if (form.value("deed").equals(END)) {
            AbsenceForm.end(after, place.index(), days.now(), days.zone());
        } else {
            AbsenceForm.apply(form, after, place.index(), days.zone());
            alone = form.isGood() && !form.isConfirmed(AbsenceForm.FIELDS) ? warnings.of(before, after) : alone;
        }
        if (alone.isEmpty() && update(place, form, after)) {
            Screens.lead(request, response, place.list() + "?saved");
        } else {
            show(place, form, alone, request, response);
        }
    }

    /** A new absence is added to whatever is there; another one is changed as it was seen. */
    private boolean update(Place place, Form form, PractitionerRole role) {
        return place.isNew() ? form.send(() -> house.update(role)).isPresent() : form.update(house, role);
    }

    private void show(
            Place place, Form form, List<Away> alone, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        AddressBook everybody = staff.everybody();
        List<Person> colleagues = staff.social(everybody);
        Optional<Person> person = everybody.person("PractitionerRole/" + place.person());
        Map<String, Object> facts = new HashMap<>();
        facts.put("form", form);
        facts.put("today", days.today());
        facts.put("alone", alone);
        facts.put("known", form.confirmed(AbsenceForm.FIELDS));
        facts.put("list", place.list());
        facts.put("here", place.path());
        facts.put("fresh", place.isNew());
        facts.put("own", place.own());
        facts.put("people", colleagues.stream().map(Choice::of).toList());
        facts.put(
                "substitutes",
                colleagues.stream()
                        .filter(one -> !one.id().equals(place.person()))
                        .map(Choice::of)
                        .toList());
        facts.put("name", person.map(Person::name).orElse(""));
        facts.put(
                "version",
                person.map(one -> one.role().getMeta().getVersionId()).orElse(""));
        facts.put(
                "entered",
                person.stream()
                        .flatMap(one -> AbsenceEntry.all(one, everybody, days).stream())
                        // Who was not the first sees what somebody else made of it.
                        .filter(entry ->
                                entry.index() != place.index() || form.status() == HttpServletResponse.SC_CONFLICT)
                        .toList());
        screens.show(request, response, form.status(), "coordination/absence", facts);
    }
}
