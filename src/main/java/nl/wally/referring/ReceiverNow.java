package nl.wally.referring;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.wally.conformance.Canonicals;
import nl.wally.fhir.InHouse;
import nl.wally.people.Names;
import nl.wally.referring.Receiver.Standing;
import nl.wally.routing.Receivers;
import nl.wally.routing.Routing;
import nl.wally.routing.RoutingRules;
import nl.wally.routing.TeamNow;
import nl.wally.shared.Problem;
import nl.wally.shared.References;
import nl.wally.shared.RefusedException;
import nl.wally.team.FirstContactDays;
import nl.wally.team.Teams;
import nl.wally.team.WorkingCalendar;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.springframework.stereotype.Component;

/** Foretells by the very rules of routing who would receive a referral of a practice now, and by when they would call (G-DUE). */
@Component
class ReceiverNow {
    private final Teams teams;
    private final Receivers receivers;
    private final WorkingCalendar calendar;
    private final Names names;
    private final InHouse house;
    private final Clock clock;

    ReceiverNow(Teams teams, Receivers receivers, WorkingCalendar calendar, Names names, InHouse house, Clock clock) {
        this.teams = teams;
        this.receivers = receivers;
        this.calendar = calendar;
        this.names = names;
        this.house = house;
        this.clock = clock;
    }

    /**
     * Who it would be.
     *
     * @param practice for instance {@code Organization/practice-1}
     * @throws RefusedException when the practice has no team
     */
    Receiver of(String practice) {
        Instant now = clock.instant();
        CareTeam team = teams.ofPractice(practice).orElseThrow(() -> new RefusedException(Problem.TEAM_MISSING));
        TeamNow present = receivers.of(teams.current(team, now), now);
        Routing routing = RoutingRules.route(present, List.of());
        Optional<String> receiver = routing instanceof Routing.Routed routed
                ? Optional.of(routed.owner())
                : routing instanceof Routing.Unattended unattended ? unattended.owner() : Optional.empty();
        Optional<PractitionerRole> role = receiver.map(key -> house.read(PractitionerRole.class, id(key)));
        boolean attended = routing instanceof Routing.Routed;
        Optional<String> fixed = present.contact().map(TeamNow.Member::role);
        Optional<String> away =
                fixed.filter(key -> !attended || !receiver.equals(fixed)).filter(key -> !teams.isPresent(key, now));
        return new Receiver(
                standing(routing, role.isPresent(), receiver.equals(fixed)),
                receiver.map(names::of).orElse(""),
                role.map(ReceiverNow::phone).orElse(""),
                role.map(this::photo).orElse(""),
                role.map(found -> List.copyOf(WorkingCalendar.daysOf(found))).orElse(List.<DayOfWeek>of()),
                away.map(names::of).orElse(""),
                away.flatMap(teams::role)
                        .flatMap(gone -> teams.backAt(gone, now))
                        .map(this::day),
                due(now, FirstContactDays.of(team).routine(), attended ? role : Optional.empty()),
                due(now, FirstContactDays.of(team).urgent(), attended ? role : Optional.empty()),
                agreed(team, "emergency"));
    }

    private static Standing standing(Routing routing, boolean known, boolean fixed) {
        if (routing instanceof Routing.Routed) {
            return fixed ? Standing.FIXED : Standing.STANDS_IN;
        }
        return known ? Standing.AWAY : Standing.NOBODY;
    }

    private LocalDate due(Instant now, int days, Optional<PractitionerRole> role) {
        return day(role.map(worker -> calendar.plusWorkingDays(now, days, worker))
                .orElseGet(() -> calendar.plusWorkingDays(now, days)));
    }

    LocalDate day(Instant moment) {
        return moment.atZone(calendar.zone()).toLocalDate();
    }

    /** The first telephone number; empty when there is none. */
    static String phone(PractitionerRole role) {
        return phone(role.getTelecom());
    }

    static String phone(List<ContactPoint> contacts) {
        return contacts.stream()
                .filter(contact -> contact.getSystem() == ContactPointSystem.PHONE && contact.hasValue())
                .map(ContactPoint::getValue)
                .findFirst()
                .orElse("");
    }

    private String photo(PractitionerRole role) {
        String practitioner = References.key(role.getPractitioner());
        return practitioner.isEmpty()
                        || Photo.of(house.read(Practitioner.class, id(practitioner)))
                                .isEmpty()
                ? ""
                : id(practitioner);
    }

    private static String agreed(CareTeam team, String what) {
        return Optional.ofNullable(team.getExtensionByUrl(Canonicals.EXTENSION_AGREEMENTS))
                .map(agreements -> agreements.getExtensionByUrl(what))
                .map(Extension::getValue)
                .map(value -> value.primitiveValue())
                .orElse("");
    }

    private static String id(String reference) {
        return reference.substring(reference.indexOf('/') + 1);
    }
}
