package nl.wally.coordination;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.wally.fhir.InHouse;
import nl.wally.people.Screens;
import nl.wally.shared.References;
import nl.wally.team.WayOfWorking;
import org.hl7.fhir.r4.model.CareTeam;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Gives a place in a team to somebody else from a day on, and tells first to whom open referrals go (W-1). */
@Controller
final class PlaceController {
    private static final String ONE =
            CoordinationConfig.PRACTICES + "/{id:[A-Za-z0-9.-]{1,64}}/places/{place:contact|substitute|coach}";

    private final Screens screens;
    private final InHouse house;
    private final Practices practices;
    private final Region region;
    private final Heirs heirs;
    private final Staff staff;
    private final Days days;

    PlaceController(
            Screens screens, InHouse house, Practices practices, Region region, Heirs heirs, Staff staff, Days days) {
        this.screens = screens;
        this.house = house;
        this.practices = practices;
        this.region = region;
        this.heirs = heirs;
        this.staff = staff;
        this.days = days;
    }

    @GetMapping(ONE)
    void show(
            @PathVariable String id,
            @PathVariable String place,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Form form = new Form().with(PlaceForm.FROM, days.today().toString());
        show(practices.find(id), place, form, List.of(), request, response);
    }

    @PostMapping(ONE)
    void assign(
            @PathVariable String id,
            @PathVariable String place,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Practice practice = practices.find(id);
        CareTeam team = practice.team().copy();
        Form form = Form.sent(request);
        Optional<Instant> from = PlaceForm.apply(form, team, place, days.now(), days.zone());
        List<Heirs.Heir> moved = List.of();
        if (from.isPresent() && !form.isConfirmed(PlaceForm.PERSON, PlaceForm.FROM)) {
            moved = heirs.of(holder(practice.team(), place), team, from.get());
        }
        if (moved.isEmpty() && form.update(house, team)) {
            Screens.lead(request, response, practice.page() + "?saved");
        } else {
            show(practices.find(id), place, form, moved, request, response);
        }
    }

    private void show(
            Practice practice,
            String place,
            Form form,
            List<Heirs.Heir> moved,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Map<String, Object> facts = new HashMap<>();
        facts.put("form", form);
        facts.put("name", practice.name());
        facts.put("place", place);
        facts.put("version", practice.team().getMeta().getVersionId());
        facts.put("here", practice.page() + "/places/" + place);
        facts.put("back", practice.page());
        facts.put("moved", moved);
        facts.put("known", form.confirmed(PlaceForm.PERSON, PlaceForm.FROM));
        facts.put(
                "holder",
                holder(practice.team(), place)
                        .map(role -> region.named(List.of(role)).name(role))
                        .orElse(""));
        facts.put(
                "people",
                staff.social(staff.everybody()).stream()
                        .filter(person -> fits(person, place, WayOfWorking.of(practice.team())))
                        .map(Choice::of)
                        .toList());
        screens.show(request, response, form.status(), "coordination/place", facts);
    }

    /** Who could be chosen at all; the rule of the places decides (W-1). */
    private static boolean fits(Person person, String place, WayOfWorking way) {
        boolean coach = Staff.isCoach(person);
        return place.equals("coach") ? coach : Staff.isWally(person) || coach && way == WayOfWorking.C;
    }

    private Optional<String> holder(CareTeam team, String place) {
        return PlaceForm.holders(team, place, days.now(), days.zone()).stream()
                .filter(holder -> !PlaceForm.begins(holder, days.zone()).isAfter(days.now()))
                .map(holder -> References.key(holder.getMember()))
                .findFirst();
    }
}
