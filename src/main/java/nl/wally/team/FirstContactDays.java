package nl.wally.team;

import nl.wally.conformance.Canonicals;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestPriority;
import org.jspecify.annotations.Nullable;

/** Within how many working days the Wally promises the first contact (G-DUE), as agreed with the practice. */
public record FirstContactDays(int routine, int urgent) {
    /** Five working days, two when urgent. */
    public static final FirstContactDays DEFAULT = new FirstContactDays(5, 2);

    /** What the team's extension says; the default for what it leaves out. */
    public static FirstContactDays of(CareTeam team) {
        Extension agreed = team.getExtensionByUrl(Canonicals.EXTENSION_FIRST_CONTACT_DAYS);
        return new FirstContactDays(
                days(agreed, "routine", DEFAULT.routine()), days(agreed, "urgent", DEFAULT.urgent()));
    }

    /** The working days for this priority; none means routine. */
    public int forPriority(@Nullable ServiceRequestPriority priority) {
        return priority == null || priority == ServiceRequestPriority.ROUTINE ? routine : urgent;
    }

    private static int days(@Nullable Extension agreed, String url, int otherwise) {
        Extension part = agreed == null ? null : agreed.getExtensionByUrl(url);
        return part != null && part.getValue() instanceof IntegerType days && days.getValue() != null
                ? days.getValue()
                : otherwise;
    }
}
