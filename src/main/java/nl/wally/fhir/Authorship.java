package nl.wally.fhir;

import java.util.Date;
import nl.wally.shared.Caller;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;

/** Who did what, and when: the Provenance that the server writes with a change. */
public final class Authorship {
    private static final String SERVER = "Waar is Wally";

    private Authorship() {}

    /**
     * The Provenance of what this submission does.
     *
     * @param target what was changed, as {@code Type/id}
     * @param activity what was done, in a word
     */
    public static Provenance of(Submission submission, String target, String activity) {
        return of(submission, submission.caller(), target, activity);
    }

    /** The same for what somebody else than the caller does, namely the server itself. */
    public static Provenance of(Submission submission, Caller caller, String target, String activity) {
        var provenance = new Provenance();
        provenance.addTarget(new Reference(target));
        provenance.setRecordedElement(new InstantType(Date.from(submission.now())));
        provenance.getActivity().setText(activity);
        var agent = provenance.addAgent();
        if (caller.capacity() == Caller.Capacity.SYSTEM) {
            agent.setWho(new Reference().setDisplay(SERVER));
            return provenance;
        }
        agent.setWho(new Reference(caller.agent()));
        if (caller.role() != null) {
            agent.setOnBehalfOf(new Reference(caller.organization()));
        }
        return provenance;
    }
}
