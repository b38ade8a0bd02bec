package nl.wally.clock;

import java.util.Optional;
import nl.wally.conformance.Canonicals;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Organization;
import org.jspecify.annotations.Nullable;

/**
 * How quickly a promise goes up, in working days.
 *
 * @param reminder so many before the moment, at the start of that day's work; 0 is the day itself
 * @param substitute so many after it those who may stand in are told; 0 is at once
 * @param coordinator so many after it the coordinator is told, not before them
 */
record Ladder(int reminder, int substitute, int coordinator) {
    /** What the organisation's extension says; the default for what it leaves out. */
    static Ladder of(@Nullable Organization organization, Ladder otherwise) {
        Extension own = organization == null ? null : organization.getExtensionByUrl(Canonicals.EXTENSION_ESCALATION);
        return own == null
                ? otherwise
                : new Ladder(
                        days(own, "reminder").orElse(otherwise.reminder),
                        days(own, "substitute").orElse(otherwise.substitute),
                        days(own, "coordinator").orElse(otherwise.coordinator));
    }

    private static Optional<Integer> days(Extension own, String url) {
        Extension part = own.getExtensionByUrl(url);
        return part != null && part.getValue() instanceof IntegerType days
                ? Optional.ofNullable(days.getValue())
                : Optional.empty();
    }
}
