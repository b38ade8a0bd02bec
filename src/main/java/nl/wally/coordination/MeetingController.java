package nl.wally.coordination;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nl.wally.conformance.Concepts;
import nl.wally.fhir.CurrentCaller;
import nl.wally.fhir.InHouse;
import nl.wally.people.Lead;
import nl.wally.people.Screens;
import nl.wally.shared.Language;
import nl.wally.shared.References;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** One meeting of practice and Wally with its agenda, to be moved, called off or noted as held (W-11). */
@Controller
final class MeetingController {
    private static final String ID = "/{id:[A-Za-z0-9.-]{1,64}}";

    private final Screens screens;
    private final InHouse house;
    private final Region region;
    private final Concepts concepts;
    private final CurrentCaller current;
    private final List<Lead> leads;
    private final Days days;

    MeetingController(
            Screens screens,
            InHouse house,
            Region region,
            Concepts concepts,
            CurrentCaller current,
            List<Lead> leads,
            Days days) {
        this.screens = screens;
        this.house = house;
        this.region = region;
        this.concepts = concepts;
        this.current = current;
        this.leads = List.copyOf(leads);
        this.days = days;
    }

    @GetMapping({CoordinationConfig.MEETINGS + ID, CoordinationConfig.OWN_MEETINGS + ID})
    void show(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Appointment meeting = house.read(Appointment.class, id);
        show(meeting, MeetingForm.of(meeting, days.zone(), Form.sent(request)), request, response);
    }

    @PostMapping({CoordinationConfig.MEETINGS + ID, CoordinationConfig.OWN_MEETINGS + ID})
    void change(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Appointment meeting = house.read(Appointment.class, id);
        Form form = Form.sent(request);
        switch (form.value("deed")) {
            case "held" -> end(meeting, AppointmentStatus.FULFILLED, form);
            case "called-off" -> end(meeting, AppointmentStatus.CANCELLED, form);
            default -> MeetingForm.applyTime(form, meeting, days.zone());
        }
        if (form.update(house, meeting)) {
            Screens.lead(request, response, CoordinationConfig.meetings(current.current()) + "/" + id + "?done=move");
        } else {
            show(house.read(Appointment.class, id), form, request, response);
        }
    }

    private void end(Appointment meeting, AppointmentStatus status, Form form) {
        MeetingForm.of(meeting, days.zone(), form);
        meeting.setStatus(status);
    }

    private void show(Appointment meeting, Form form, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Language language = Language.preferred(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        String practice = Meetings.practice(meeting);
        List<String> actors = meeting.getParticipant().stream()
                .map(participant -> References.key(participant.getActor()))
                .toList();
        AddressBook names =
                region.named(Stream.concat(Stream.of(practice), actors.stream()).toList());
        boolean open =
                Set.of(AppointmentStatus.PROPOSED, AppointmentStatus.BOOKED).contains(meeting.getStatus());
        Map<String, Object> facts = new HashMap<>();
        facts.put("form", form);
        facts.put("today", days.today());
        facts.put("version", meeting.getMeta().getVersionId());
        facts.put("practice", names.name(practice));
        facts.put("people", actors.stream().map(names::name).toList());
        facts.put("start", meeting.getStart().toInstant().atZone(days.zone()));
        facts.put("status", Meetings.says(meeting.getStatus()));
        facts.put("open", open);
        facts.put("begun", !meeting.getStart().toInstant().isAfter(days.now()));
        String list = CoordinationConfig.meetings(current.current());
        facts.put("back", list);
        facts.put("here", list + "/" + meeting.getIdElement().getIdPart());
        facts.put(
                "agenda", AgendaLine.of(house.ask(References.key(meeting), "agenda"), this::page, concepts, language));
        screens.show(request, response, form.status(), "coordination/meeting", facts);
    }

    /** Each side reads of a referral on a page of its own. */
    private String page(String task) {
        Resource referral = new Task().setId(task);
        return leads.stream()
                .flatMap(lead -> lead.to(current.current(), referral).stream())
                .findFirst()
                .orElse("");
    }
}
