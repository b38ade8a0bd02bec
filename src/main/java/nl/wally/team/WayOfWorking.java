package nl.wally.team;

import nl.wally.conformance.Canonicals;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.Extension;

/** How a municipality combines Wally and wellbeing coach for a practice; CodeSystem {@code waw-way-of-working}. */
public enum WayOfWorking {
    /** One contact point: the Wally. */
    A,
    /** Two contact points: Wally and coach, either may receive. */
    B,
    /** Practices divided: one contact point each, a Wally or a coach. */
    C;

    /** What the team's extension says; A when it says nothing. */
    public static WayOfWorking of(CareTeam team) {
        Extension extension = team.getExtensionByUrl(Canonicals.EXTENSION_WAY_OF_WORKING);
        String code = extension == null || extension.getValue() == null
                ? "A"
                : extension.getValue().primitiveValue();
        for (WayOfWorking way : values()) {
            if (way.name().equals(code)) {
                return way;
            }
        }
        return A;
    }
}
