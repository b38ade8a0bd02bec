package nl.wally.coordination;

import static nl.wally.shared.Words.words;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.Codes;
import nl.wally.shared.References;
import nl.wally.team.Periods;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.CareTeam.CareTeamParticipantComponent;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;

/** Who takes a place in a team from which day on (W-1): whoever had it keeps it until the day before. */
final class PlaceForm {
    static final String PERSON = "person";
    static final String FROM = "from";

    /** The places that people have, as codes of {@code waw-team-role}. */
    static final List<String> PLACES = List.of("contact", "substitute", "coach");

    private PlaceForm() {}

    /**
     * Puts what was filled in into a team, and says at the fields what is wrong with it.
     *
     * @return from when on it holds: of today from now on; empty when something is wrong
     */
    static Optional<Instant> apply(Form form, CareTeam team, String place, Instant now, ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        Optional<LocalDate> from = form.day(FROM);
        if (from.isPresent() && from.get().isBefore(today)) {
            form.reject(FROM, words("Choose today or a later day. What was, stays as it was."));
        }
        String person = form.value(PERSON).isEmpty() ? "" : "PractitionerRole/" + form.value(PERSON);
        if (!form.isGood()) {
            return Optional.empty();
        }
        // Of today, whoever has the place has had it until now: what came in this morning moves along as well.
        boolean atOnce = from.orElseThrow().equals(today);
        Instant start = atOnce
                ? now.truncatedTo(ChronoUnit.SECONDS)
                : from.get().atStartOfDay(zone).toInstant();
        if (!person.isEmpty() && holds(team, place, person, start, zone)) {
            form.reject(PERSON, words("This is who has the place already."));
        }
        if (!person.isEmpty()
                && PLACES.stream()
                        .filter(other -> !other.equals(place))
                        .anyMatch(other -> holds(team, other, person, start, zone))) {
            form.reject(PERSON, words("This person has another place in the team. Choose somebody else."));
        }
        if (!form.isGood()) {
            return Optional.empty();
        }
        DateTimeType begins =
                atOnce ? moment(start, zone) : new DateTimeType(from.get().toString());
        DateTimeType ends = atOnce
                ? moment(start.minusSeconds(1), zone)
                : new DateTimeType(from.get().minusDays(1).toString());
        hand(team, place, person, begins, ends, start, zone);
        return Optional.of(start);
    }

    private static void hand(
            CareTeam team,
            String place,
            String person,
            DateTimeType begins,
            DateTimeType ends,
            Instant start,
            ZoneId zone) {
        team.getParticipant()
                .removeIf(holder -> isOf(holder, place) && !begins(holder, zone).isBefore(start));
        team.getParticipant().stream()
                .filter(holder -> isOf(holder, place) && ends(holder, zone).isAfter(start))
                .forEach(holder -> {
                    if (!holder.hasPeriod()) {
                        holder.setPeriod(new Period());
                    }
                    holder.getPeriod().setEndElement(ends);
                });
        if (!person.isEmpty()) {
            team.addParticipant()
                    .addRole(Codes.concept(Canonicals.SYSTEM_TEAM_ROLE, place))
                    .setMember(new Reference(person))
                    .setPeriod(new Period().setStartElement(begins));
        }
    }

    /** Who has the place at a moment or takes it later, and from when on. */
    static List<CareTeamParticipantComponent> holders(CareTeam team, String place, Instant at, ZoneId zone) {
        return team.getParticipant().stream()
                .filter(holder -> isOf(holder, place) && ends(holder, zone).isAfter(at))
                .toList();
    }

    private static boolean holds(CareTeam team, String place, String person, Instant at, ZoneId zone) {
        return team.getParticipant().stream()
                .anyMatch(holder -> isOf(holder, place)
                        && References.key(holder.getMember()).equals(person)
                        && !begins(holder, zone).isAfter(at)
                        && ends(holder, zone).equals(Instant.MAX));
    }

    private static boolean isOf(CareTeamParticipantComponent holder, String place) {
        return Codes.anyHas(holder.getRole(), Canonicals.SYSTEM_TEAM_ROLE, place);
    }

    static Instant begins(CareTeamParticipantComponent holder, ZoneId zone) {
        return holder.hasPeriod() ? Periods.startOf(holder.getPeriod(), zone).orElse(Instant.MIN) : Instant.MIN;
    }

    static Instant ends(CareTeamParticipantComponent holder, ZoneId zone) {
        return holder.hasPeriod() ? Periods.endOf(holder.getPeriod(), zone).orElse(Instant.MAX) : Instant.MAX;
    }

    private static DateTimeType moment(Instant moment, ZoneId zone) {
        return new DateTimeType(Date.from(moment), TemporalPrecisionEnum.SECOND, TimeZone.getTimeZone(zone));
    }
}
