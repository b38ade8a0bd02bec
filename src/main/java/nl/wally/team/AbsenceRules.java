package nl.wally.team;

import static nl.wally.shared.Words.words;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.Codes;
import nl.wally.shared.Problem;
import nl.wally.shared.References;
import nl.wally.shared.Refusal;
import nl.wally.shared.Words;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.PractitionerRole.PractitionerRoleNotAvailableComponent;
import org.jspecify.annotations.Nullable;

/**
 * What can be entered as an absence (W-1), whoever enters it: a time that can be, of at most a year, once, and without
 * contradicting another one, with a stand-in who can be one. Illness without an end may go through a holiday that was planned
 * before. What was entered before is not judged again.
 */
final class AbsenceRules {
    private static final int LONGEST_IN_YEARS = 1;

    private static final String WALLY = "wally";

    private final ZoneId zone;
    private final PresenceRules presence;

    /** Rules for absences that are given in days of this zone. */
    AbsenceRules(ZoneId zone) {
        this.zone = zone;
        this.presence = new PresenceRules(zone);
    }

    /**
     * Why the absences of this role are refused, if they are.
     *
     * @param colleagues those whom the absences name to stand in and who have a place in a team of the organisation
     */
    Optional<Refusal> judge(
            @Nullable PractitionerRole before, PractitionerRole after, Map<String, PractitionerRole> colleagues) {
        List<PractitionerRoleNotAvailableComponent> known =
                new ArrayList<>(before == null ? List.of() : before.getNotAvailable());
        for (PractitionerRoleNotAvailableComponent away : after.getNotAvailable()) {
            if (takeFrom(known, away)) {
                continue;
            }
            Absence absence = Absence.of(away);
            List<Absence> others = after.getNotAvailable().stream()
                    .filter(other -> other != away)
                    .map(Absence::of)
                    .toList();
            Optional<Refusal> refusal = judgeTime(absence)
                    .or(() -> judgeBeside(absence, others))
                    .or(() -> judgeStandIn(after, absence, colleagues));
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        return Optional.empty();
    }

    /** Of the own role its holder changes the absences, and nothing else. */
    static boolean changesOnlyAbsences(PractitionerRole before, PractitionerRole after) {
        PractitionerRole allowed = before.copy();
        allowed.setNotAvailable(after.copy().getNotAvailable());
        allowed.setId(after.getIdElement());
        allowed.setMeta(after.getMeta());
        return allowed.equalsDeep(after);
    }

    /** Each that was entered before stands for one that is there now, so that doubling it is no old news. */
    private static boolean takeFrom(
            List<PractitionerRoleNotAvailableComponent> known, PractitionerRoleNotAvailableComponent away) {
        Optional<PractitionerRoleNotAvailableComponent> same =
                known.stream().filter(away::equalsDeep).findFirst();
        same.ifPresent(known::remove);
        return same.isPresent();
    }

    private Optional<Refusal> judgeTime(Absence absence) {
        Instant start = absence.start(zone);
        Instant end = absence.end(zone);
        if (!start.isBefore(end)) {
            return refuse(words("The absence ends before it begins"));
        }
        boolean tooLong = absence.hasBothEnds()
                && end.isAfter(start.atZone(zone).plusYears(LONGEST_IN_YEARS).toInstant());
        return tooLong
                ? refuse(words("An absence lasts a year at most: leave its end out as long as nobody knows it"))
                : Optional.empty();
    }

    private Optional<Refusal> judgeBeside(Absence absence, List<Absence> others) {
        if (others.stream()
                .anyMatch(other -> absence.start(zone).equals(other.start(zone))
                        && absence.end(zone).equals(other.end(zone)))) {
            return refuse(words("The same absence is entered twice"));
        }
        boolean contradicted = absence.hasBothEnds()
                && others.stream()
                        .filter(other -> other.hasBothEnds() && absence.overlaps(other, zone))
                        .anyMatch(other -> !absence.agreesWith(other));
        return contradicted
                ? refuse(
                        words("Two absences at the same time say different things of who stands in, or of handing over:"
                                + " make them one, or let the first end before the second begins"))
                : Optional.empty();
    }

    private Optional<Refusal> judgeStandIn(
            PractitionerRole role, Absence absence, Map<String, PractitionerRole> colleagues) {
        if (absence.substitute().isEmpty()) {
            return Optional.empty();
        }
        String named = absence.substitute().get();
        PractitionerRole standIn = colleagues.get(named);
        if (standIn == null || named.equals(References.key(role))) {
            return refuse(words("The substitute named has no place of their own in a team of this organisation: name a"
                    + " colleague who has, or leave it out for the fixed substitute"));
        }
        if (!doesTheWorkOf(role, standIn)) {
            return refuse(
                    words("The substitute named is no Wally: name one, or leave it out for the fixed substitute"));
        }
        return isThereDuring(absence, standIn)
                ? Optional.empty()
                : refuse(words(
                        "The substitute named is not there all that time: name somebody who is, or leave it out for"
                                + " the fixed substitute"));
    }

    /** A Wally can do the work of a coach as well. */
    private static boolean doesTheWorkOf(PractitionerRole role, PractitionerRole standIn) {
        return Codes.anyHas(standIn.getCode(), Canonicals.SYSTEM_ROLE, WALLY)
                || !Codes.anyHas(role.getCode(), Canonicals.SYSTEM_ROLE, WALLY);
    }

    private boolean isThereDuring(Absence absence, PractitionerRole standIn) {
        boolean leaves = presence.leaves(standIn)
                .filter(left ->
                        absence.hasBothEnds() ? left.isBefore(absence.end(zone)) : !left.isAfter(absence.start(zone)))
                .isPresent();
        return !leaves && Absence.of(standIn).stream().noneMatch(other -> other.overlaps(absence, zone));
    }

    private static Optional<Refusal> refuse(Words why) {
        return Optional.of(new Refusal(Problem.PROFILE_VIOLATION, "PractitionerRole.notAvailable", why));
    }
}
