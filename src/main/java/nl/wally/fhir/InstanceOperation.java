package nl.wally.fhir;

import java.util.List;
import nl.wally.shared.Caller;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Resource;

/**
 * An operation on one resource that answers a question and changes nothing, see
 * https://hl7.org/fhir/R4/operations.html. It exists where the CapabilityStatement names it.
 */
public interface InstanceOperation {
    /** The name without the dollar sign, for instance {@code available-actions}. */
    String name();

    /**
     * The answer to this caller.
     *
     * @param resource the current version, which the caller may see
     * @param referrals the referrals that it belongs to
     * @throws nl.wally.shared.RefusedException when it has no answer for this resource
     */
    Parameters answer(Caller caller, Resource resource, List<Referral> referrals);
}
