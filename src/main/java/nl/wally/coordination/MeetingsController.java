package nl.wally.coordination;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.wally.conformance.Canonicals;
import nl.wally.fhir.CurrentCaller;
import nl.wally.fhir.InHouse;
import nl.wally.people.Screens;
import nl.wally.shared.References;
import nl.wally.shared.Words;
import nl.wally.team.Teams;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.CareTeam;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The quarterly meetings of all practices that the reader has to do with: planned, held, and still to be planned (W-11). */
@Controller
final class MeetingsController {
    private static final int BACK_IN_DAYS = 400;

    private final Screens screens;
    private final InHouse house;
    private final Region region;
    private final Practices practices;
    private final Teams teams;
    private final CurrentCaller current;
    private final Days days;

    MeetingsController(
            Screens screens,
            InHouse house,
            Region region,
            Practices practices,
            Teams teams,
            CurrentCaller current,
            Days days) {
        this.screens = screens;
        this.house = house;
        this.region = region;
        this.practices = practices;
        this.teams = teams;
        this.current = current;
        this.days = days;
    }

    @GetMapping({CoordinationConfig.MEETINGS, CoordinationConfig.OWN_MEETINGS})
    void list(HttpServletRequest request, HttpServletResponse response) throws IOException {
        List<Appointment> all =
                region.all(Appointment.class, Map.of("date", "ge" + days.today().minusDays(BACK_IN_DAYS)));
        List<CareTeam> ours = region.all(CareTeam.class, Map.of("status", "active"));
        AddressBook names = region.named(Stream.concat(
                        all.stream().map(Meetings::practice), ours.stream().map(MeetingsController::practice))
                .toList());
        List<Row> rows = all.stream()
                .map(meeting -> row(meeting, names))
                .sorted(Comparator.comparing(Row::start))
                .toList();
        Map<String, Object> facts = new HashMap<>();
        facts.put("today", days.today());
        facts.put("here", CoordinationConfig.meetings(current.current()));
        facts.put("coming", rows.stream().filter(Row::open).toList());
        facts.put(
                "past",
                rows.stream()
                        .filter(row -> !row.open())
                        .sorted(Comparator.comparing(Row::start).reversed())
                        .toList());
        facts.put(
                "due",
                ours.stream()
                        .filter(team -> team.hasExtension(Canonicals.EXTENSION_MEETING_DUE))
                        .map(team -> due(team, names))
                        .sorted(Comparator.comparing(Overview.Mark::day))
                        .toList());
        facts.put(
                "practices",
                ours.stream()
                        .map(team -> new Choice(Practice.id(team), names.name(practice(team))))
                        .distinct()
                        .sorted(Comparator.comparing(Choice::name))
                        .toList());
        screens.show(request, response, HttpServletResponse.SC_OK, "coordination/meetings", facts);
    }

    @GetMapping({CoordinationConfig.MEETINGS + "/new", CoordinationConfig.OWN_MEETINGS + "/new"})
    void begin(@RequestParam String practice, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Form form = new Form().with(MeetingForm.BEGINS, "12:30").with(MeetingForm.ENDS, "13:15");
        show(practices.find(practice), form, request, response);
    }

    @PostMapping({CoordinationConfig.MEETINGS + "/new", CoordinationConfig.OWN_MEETINGS + "/new"})
    void plan(@RequestParam String practice, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Practice with = practices.find(practice);
        Form form = Form.sent(request);
        Appointment meeting = MeetingForm.begin(form, with.reference(), doctors(with), wallies(with), days.zone());
        Optional<Appointment> stored = form.send(() -> house.create(meeting));
        if (stored.isPresent()) {
            String id = stored.get().getIdElement().getIdPart();
            Screens.lead(request, response, CoordinationConfig.meetings(current.current()) + "/" + id);
        } else {
            show(with, form, request, response);
        }
    }

    private void show(Practice practice, Form form, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String list = CoordinationConfig.meetings(current.current());
        screens.show(
                request,
                response,
                form.status(),
                "coordination/meeting-new",
                Map.of(
                        "form",
                        form,
                        "practice",
                        practice.id(),
                        "name",
                        practice.name(),
                        "version",
                        "",
                        "doctors",
                        doctors(practice),
                        "wallies",
                        wallies(practice),
                        "back",
                        list,
                        "here",
                        list + "/new"));
    }

    private List<Choice> doctors(Practice practice) {
        return region.staff(practice.reference()).everybody().stream()
                .filter(person -> teams.isEmployed(person.role(), days.now()))
                .map(Choice::of)
                .toList();
    }

    private List<Choice> wallies(Practice practice) {
        return region.named(teams.current(practice.team(), days.now()).members()).everybody().stream()
                .map(Choice::of)
                .toList();
    }

    private Row row(Appointment meeting, AddressBook names) {
        boolean open = meeting.getStatus() == Appointment.AppointmentStatus.BOOKED
                || meeting.getStatus() == Appointment.AppointmentStatus.PROPOSED;
        return new Row(
                meeting.getIdElement().getIdPart(),
                names.name(Meetings.practice(meeting)),
                meeting.getStart().toInstant().atZone(days.zone()),
                Meetings.says(meeting.getStatus()),
                open);
    }

    private static Overview.Mark due(CareTeam team, AddressBook names) {
        String day = team.getExtensionByUrl(Canonicals.EXTENSION_MEETING_DUE)
                .getValue()
                .primitiveValue();
        return new Overview.Mark(Practice.id(team), names.name(practice(team)), LocalDate.parse(day));
    }

    private static String practice(CareTeam team) {
        return References.key(team.getManagingOrganizationFirstRep());
    }

    /**
     * A meeting in a list.
     *
     * @param open whether it was neither held nor called off
     */
    record Row(String id, String practice, ZonedDateTime start, Words status, boolean open) {}
}
