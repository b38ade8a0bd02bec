package nl.wally.coordination;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.References;
import nl.wally.shared.Words;
import nl.wally.team.FirstContactDays;
import nl.wally.team.WayOfWorking;
import nl.wally.team.WorkingHours;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.CareTeam.CareTeamParticipantComponent;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.springframework.stereotype.Component;

/** What a page tells of a practice: who is in its team, how they are reached, and what was agreed (W-12). */
@Component
class TeamSheet {
    private final Region region;
    private final Days days;

    TeamSheet(Region region, Days days) {
        this.region = region;
        this.days = days;
    }

    Map<String, Object> of(Practice practice) {
        CareTeam team = practice.team();
        List<String> members = team.getParticipant().stream()
                .map(holder -> References.key(holder.getMember()))
                .toList();
        AddressBook names = region.named(members);
        AddressBook doctors = region.staff(practice.reference());
        Map<String, Object> facts = new HashMap<>();
        facts.put("practice", practice);
        facts.put("contact", ContactForm.of(practice.organization(), new Form()));
        facts.put("places", places(team, names));
        facts.put("doctors", doctors.everybody());
        facts.put("way", WayOfWorking.of(team).name());
        facts.put("agreed", FirstContactDays.of(team));
        facts.put("feedback", AgreementForm.said(team, "feedback"));
        facts.put("emergency", AgreementForm.said(team, "emergency"));
        facts.put("gap", team.hasExtension(Canonicals.EXTENSION_GAP));
        return facts;
    }

    /** Each place with who has it, and who takes it next. */
    private List<Place> places(CareTeam team, AddressBook names) {
        List<Place> places = new ArrayList<>();
        for (String place : PlaceForm.PLACES) {
            List<Holder> holders = PlaceForm.holders(team, place, days.now(), days.zone()).stream()
                    .map(holder -> holder(holder, names))
                    .toList();
            if (!place.equals("coach") || WayOfWorking.of(team) == WayOfWorking.B || !holders.isEmpty()) {
                places.add(new Place(place, holders));
            }
        }
        return places;
    }

    private Holder holder(CareTeamParticipantComponent holder, AddressBook names) {
        String role = References.key(holder.getMember());
        Instant end = PlaceForm.ends(holder, days.zone());
        Optional<Person> person = names.person(role);
        return new Holder(
                names.name(role),
                role.substring(role.indexOf('/') + 1),
                person.map(Person::phone).orElse(""),
                person.map(Person::email).orElse(""),
                person.map(one -> works(one.role())).orElse(List.of()),
                Optional.of(PlaceForm.begins(holder, days.zone()))
                        .filter(begin -> begin.isAfter(days.now()))
                        .map(days::of),
                end.equals(Instant.MAX) ? Optional.empty() : Optional.of(days.of(end.minusMillis(1))));
    }

    private static List<Words> works(PractitionerRole role) {
        return WorkingHours.of(role).shifts().keySet().stream()
                .sorted()
                .map(day -> Weekday.of(day).name())
                .toList();
    }

    /**
     * A place in the team.
     *
     * @param code of {@code waw-team-role}
     * @param holders nobody for a gap
     */
    record Place(String code, List<Holder> holders) {}

    /**
     * Who has a place, or takes it.
     *
     * @param from empty when they have it now
     * @param until the last day; empty when it has no end
     */
    record Holder(
            String name,
            String id,
            String phone,
            String email,
            List<Words> works,
            Optional<LocalDate> from,
            Optional<LocalDate> until) {}
}
