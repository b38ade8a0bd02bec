package nl.wally.team;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.PractitionerRole;

/**
 * Whether somebody is there to receive a referral (W-1). Who does not work today is not absent, for the promised
 * time is counted in their working days. Absent is who has left, is not active, is away according to
 * {@code notAvailable}, or has working hours that leave no working day at all.
 */
final class PresenceRules {
    private final ZoneId zone;

    /** Rules for absences that are given in days of this zone. */
    public PresenceRules(ZoneId zone) {
        this.zone = zone;
    }

    /** Whether this person is present at this moment. */
    public boolean isPresent(PractitionerRole role, Instant at) {
        return isEmployed(role, at)
                && !isAway(role, at)
                && !WorkingHours.of(role).areNone();
    }

    boolean isEmployed(PractitionerRole role, Instant at) {
        boolean active = !role.hasActive() || role.getActive();
        return active && Periods.covers(role.hasPeriod() ? role.getPeriod() : null, at, zone);
    }

    /** Whether somebody is not there any more, as opposed to not yet. */
    boolean hasLeft(PractitionerRole role, Instant at) {
        return leaves(role).filter(left -> !left.isAfter(at)).isPresent();
    }

    /** From when on somebody has left, be it in the past ({@link Instant#MIN} when they are not active) or to come. */
    Optional<Instant> leaves(PractitionerRole role) {
        if (role.hasActive() && !role.getActive()) {
            return Optional.of(Instant.MIN);
        }
        return role.hasPeriod() && role.getPeriod().hasEnd()
                ? Optional.of(Periods.end(role.getPeriod(), zone))
                : Optional.empty();
    }

    /** Whether an absence is on with which it was agreed that the open referrals go to the stand-in. */
    boolean handsOver(PractitionerRole role, Instant at) {
        return Absence.of(role).stream().anyMatch(absence -> absence.handOver() && absence.isOn(at, zone));
    }

    /** Who was named to stand in during the absence that is on; of several that are, the one that began last says so. */
    Optional<String> standIn(PractitionerRole role, Instant at) {
        return Absence.of(role).stream()
                .filter(absence -> absence.isOn(at, zone))
                .max(Comparator.comparing(absence -> absence.start(zone)))
                .flatMap(Absence::substitute);
    }

    /** Whom somebody named to stand in, for whatever absence. */
    Set<String> standIns(PractitionerRole role) {
        return Absence.of(role).stream()
                .flatMap(absence -> absence.substitute().stream())
                .collect(Collectors.toSet());
    }

    /** When somebody comes or goes. */
    List<Instant> turns(PractitionerRole role) {
        Stream<Period> absences = Absence.of(role).stream().map(Absence::during);
        return Stream.concat(role.hasPeriod() ? Stream.of(role.getPeriod()) : Stream.of(), absences)
                .flatMap(period -> Periods.turns(period, zone))
                .toList();
    }

    /** Whether an absence is still entered that belongs to the past. */
    boolean hasPastAbsence(PractitionerRole role, Instant at) {
        return Absence.of(role).stream().anyMatch(absence -> absence.isOver(at, zone));
    }

    /** Takes away what belongs to the past: when somebody was away is nobody's business any more. */
    void forgetPastAbsences(PractitionerRole role, Instant at) {
        role.getNotAvailable().removeIf(away -> Absence.of(away).isOver(at, zone));
    }

    /** An absence without dates lasts until it is taken away. */
    boolean isAway(PractitionerRole role, Instant at) {
        return Absence.of(role).stream().anyMatch(absence -> absence.isOn(at, zone));
    }
}
