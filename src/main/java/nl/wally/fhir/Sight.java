package nl.wally.fhir;

import java.util.Collection;
import java.util.List;
import nl.wally.shared.Caller;
import nl.wally.shared.Scope;
import org.hl7.fhir.r4.model.Resource;

/** What a caller may see; module {@code access} decides. What one may not see does not exist. */
public interface Sight {
    /**
     * Whether the caller may see this resource.
     *
     * @param referrals the referrals it belongs to
     */
    boolean maySee(Caller caller, Resource resource, List<Referral> referrals);

    /**
     * What the caller sees of resources that it may see, in the same order: each the same, or a copy without what is not for
     * its eyes.
     */
    List<Resource> show(Caller caller, List<Resource> resources);

    /**
     * What is to be stored when a caller sends this instead of what it was shown of what is stored: what was hidden from it
     * stays as it is.
     *
     * @throws nl.wally.shared.RefusedException when it says more than is shown, or less because it was asked for in part
     */
    Resource written(Caller caller, Resource stored, Resource sent);

    /** Whether a search by these parameters may find a resource that the caller may see: not by what is not shown of it. */
    boolean mayFind(Caller caller, Resource resource, Collection<String> parameters);

    /** How a search must be narrowed beforehand, so that it costs no more than what the caller may see. */
    Narrowing narrow(Caller caller, String type);

    /**
     * Before every write of what the caller may see, or creates: may it?
     *
     * @param referrals those to which what is stored belongs
     * @throws nl.wally.shared.RefusedException when it may not
     */
    void authorise(Caller caller, Change change, List<Referral> referrals);

    /**
     * May this caller ask for this operation on this type?
     *
     * @throws nl.wally.shared.RefusedException when it may not
     */
    void authorise(Caller caller, String type, String operation);

    /**
     * The same, on one resource; what one may neither see nor work with does not exist.
     *
     * @param referrals those to which it belongs
     */
    void authorise(Caller caller, Resource resource, List<Referral> referrals, String operation);

    /**
     * Before anything is read: do the scopes of the token let this caller do this to any resource of the type?
     *
     * @throws nl.wally.shared.RefusedException when they do not, with the scope that is missing
     */
    void require(Caller caller, String type, Scope.Action action);

    /** Whether the scopes of the token let this caller do one of these to this resource. */
    boolean covers(Caller caller, Resource resource, Scope.Action... anyOf);

    /** A search parameter that is added to each search of a type. */
    sealed interface Narrowing {
        /** The caller may see everything of this type. */
        record None() implements Narrowing {}

        /** The caller sees nothing of this type. */
        record Nothing() implements Narrowing {}

        /** Only resources in which this search parameter has one of these values. */
        record Only(String parameter, List<String> values) implements Narrowing {}
    }
}
