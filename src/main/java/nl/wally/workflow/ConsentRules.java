package nl.wally.workflow;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.Codes;
import nl.wally.team.Periods;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.Consent.ProvisionComponent;

/** What a person permits (W-2): sharing with the social organisation and feedback of content are permitted apart. */
public final class ConsentRules {
    /** Without it no referral. */
    public static final String SHARE_WITH_SOCIAL = "share-with-social";

    /** Without it the GP hears only that contact took place and what the GP must do. */
    public static final String FEEDBACK_TO_GP = "feedback-to-gp";

    private ConsentRules() {}

    /**
     * Whether the consent is active now and one of its provisions permits this, and none denies it.
     *
     * @param sharing a code of {@code waw-sharing}
     */
    public static boolean permits(Consent consent, String sharing, Instant now, ZoneId zone) {
        ProvisionComponent root = consent.getProvision();
        if (consent.getStatus() != ConsentState.ACTIVE
                || root.getType() != ConsentProvisionType.PERMIT
                || !inForce(root, now, zone)) {
            return false;
        }
        List<ProvisionComponent> named = root.getProvision().stream()
                .filter(provision -> Codes.anyHas(provision.getCode(), Canonicals.SYSTEM_SHARING, sharing))
                .filter(provision -> inForce(provision, now, zone))
                .toList();
        return !named.isEmpty()
                && named.stream().allMatch(provision -> provision.getType() == ConsentProvisionType.PERMIT);
    }

    /** From when on the consent no longer permits sharing, by its own words; empty when it has no end. */
    public static Optional<Instant> sharedUntil(Consent consent, ZoneId zone) {
        List<Optional<Instant>> named = consent.getProvision().getProvision().stream()
                .filter(part -> Codes.anyHas(part.getCode(), Canonicals.SYSTEM_SHARING, SHARE_WITH_SOCIAL))
                .map(part -> end(part, zone))
                .toList();
        // As long as one of them lasts it is permitted, but never longer than the whole.
        Optional<Instant> last = named.stream().anyMatch(Optional::isEmpty)
                ? Optional.empty()
                : named.stream().flatMap(Optional::stream).max(Instant::compareTo);
        return Stream.of(end(consent.getProvision(), zone), last)
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }

    private static Optional<Instant> end(ProvisionComponent provision, ZoneId zone) {
        return provision.hasPeriod() ? Periods.endOf(provision.getPeriod(), zone) : Optional.empty();
    }

    private static boolean inForce(ProvisionComponent provision, Instant now, ZoneId zone) {
        return Periods.covers(provision.hasPeriod() ? provision.getPeriod() : null, now, zone);
    }
}
