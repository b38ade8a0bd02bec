package nl.wally.coordination;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.wally.conformance.Canonicals;
import nl.wally.fhir.CurrentCaller;
import nl.wally.fhir.InHouse;
import nl.wally.people.Screens;
import nl.wally.shared.Codes;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** All practices whose teams the coordinator keeps, and a new one. */
@Controller
final class PracticesController {
    private final Screens screens;
    private final InHouse house;
    private final Practices practices;
    private final CurrentCaller current;
    private final Days days;

    PracticesController(Screens screens, InHouse house, Practices practices, CurrentCaller current, Days days) {
        this.screens = screens;
        this.house = house;
        this.practices = practices;
        this.current = current;
        this.days = days;
    }

    @GetMapping(CoordinationConfig.PRACTICES)
    void list(HttpServletRequest request, HttpServletResponse response) throws IOException {
        screens.show(
                request,
                response,
                HttpServletResponse.SC_OK,
                "coordination/practices",
                Map.of("practices", practices.all()));
    }

    @GetMapping(CoordinationConfig.PRACTICES + "/new")
    void begin(HttpServletRequest request, HttpServletResponse response) throws IOException {
        show(new Form(), request, response);
    }

    /** Practice and team are there together or not at all; who is in the team is said afterwards. */
    @PostMapping(CoordinationConfig.PRACTICES + "/new")
    void enter(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Form form = Form.sent(request);
        Organization practice = new Organization();
        practice.setActive(true).addType(Codes.concept(Canonicals.SYSTEM_ORGANIZATION_TYPE, "gp-practice"));
        ContactForm.apply(form, practice);
        Optional<List<Resource>> stored = form.send(() -> {
            String known = Together.name();
            return house.transact(Together.create(known, practice, team(practice, known)));
        });
        if (stored.isPresent()) {
            String id = stored.get().get(0).getIdElement().getIdPart();
            Screens.lead(request, response, CoordinationConfig.PRACTICES + "/" + id + "?saved");
        } else {
            show(form, request, response);
        }
    }

    private CareTeam team(Organization practice, String known) {
        LocalDate today = days.today();
        CareTeam team = new CareTeam();
        team.addExtension(new Extension(Canonicals.EXTENSION_WAY_OF_WORKING, new CodeType("A")));
        team.setStatus(CareTeam.CareTeamStatus.ACTIVE)
                .setName("Team " + practice.getName())
                .setPeriod(new Period().setStartElement(new DateTimeType(today.toString())));
        team.addParticipant()
                .addRole(Codes.concept(Canonicals.SYSTEM_TEAM_ROLE, "coordination"))
                .setMember(new Reference(current.current().organization()));
        team.addManagingOrganization(new Reference(known));
        return team;
    }

    private void show(Form form, HttpServletRequest request, HttpServletResponse response) throws IOException {
        screens.show(
                request,
                response,
                form.status(),
                "coordination/practice-contact",
                Map.of(
                        "form",
                        form,
                        "name",
                        "",
                        "version",
                        "",
                        "here",
                        CoordinationConfig.PRACTICES + "/new",
                        "back",
                        CoordinationConfig.PRACTICES));
    }
}
