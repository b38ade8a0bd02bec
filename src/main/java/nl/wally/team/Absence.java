package nl.wally.team;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.References;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.PractitionerRole.PractitionerRoleNotAvailableComponent;
import org.hl7.fhir.r4.model.Reference;

/**
 * One absence of somebody, as entered in {@code PractitionerRole.notAvailable}.
 *
 * @param during without dates: until it is taken away
 * @param handOver whether it was agreed that the open referrals go to the stand-in, and back at the end
 * @param substitute who stands in, for instance {@code PractitionerRole/wally-2}; empty: the team's fixed substitute
 */
public record Absence(Period during, boolean handOver, Optional<String> substitute) {
    /** All that are entered, in the order in which they stand there. */
    public static List<Absence> of(PractitionerRole role) {
        return role.getNotAvailable().stream().map(Absence::of).toList();
    }

    /** One that is entered. */
    public static Absence of(PractitionerRoleNotAvailableComponent away) {
        boolean agreed = away.getExtension().stream()
                .anyMatch(extension -> Canonicals.EXTENSION_HAND_OVER.equals(extension.getUrl())
                        && extension.getValue() instanceof BooleanType value
                        && value.booleanValue());
        // More than one of them is for the profile to refuse.
        Optional<String> named = away.getExtension().stream()
                .filter(extension -> Canonicals.EXTENSION_ABSENCE_SUBSTITUTE.equals(extension.getUrl())
                        && extension.getValue() instanceof Reference)
                .map(extension -> References.key((Reference) extension.getValue()))
                .filter(role -> !role.isEmpty())
                .findFirst();
        return new Absence(away.hasDuring() ? away.getDuring() : new Period(), agreed, named);
    }

    /** Whether it is on at this moment. */
    public boolean isOn(Instant at, ZoneId zone) {
        return Periods.covers(during, at, zone);
    }

    /** The first moment of it; {@link Instant#MIN} when nobody knows. */
    public Instant start(ZoneId zone) {
        return Periods.start(during, zone);
    }

    /** The first moment after it; {@link Instant#MAX} when nobody knows. */
    public Instant end(ZoneId zone) {
        return Periods.end(during, zone);
    }

    boolean hasBothEnds() {
        return during.hasStart() && during.hasEnd();
    }

    boolean overlaps(Absence other, ZoneId zone) {
        return Periods.overlap(during, other.during, zone);
    }

    /** Whether it belongs to the past. */
    public boolean isOver(Instant at, ZoneId zone) {
        return !end(zone).isAfter(at);
    }

    /** Whether the same was agreed for both. */
    boolean agreesWith(Absence other) {
        return handOver == other.handOver && substitute.equals(other.substitute);
    }
}
