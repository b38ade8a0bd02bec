package nl.wally.fhir;

import java.util.Date;
import nl.wally.shared.Caller;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;

/** Who did what, and when: the Provenance that the server writes with a change. */
public final class Authorship {
    private Authorship() {}

    /**
     * The Provenance of what this submission does.
     *
     * @param target what was changed, as {@code Type/id}
     * @param activity what was done, in a word
     */
    public static Provenance of(Submission submission, String target, String activity) {
        Caller caller = submission.caller();
        if (caller.capacity() == Caller.Capacity.SYSTEM) {
            return ofServer(submission, target, activity);
        }
        var provenance = done(submission, target, activity);
        var agent = provenance.addAgent().setWho(new Reference(caller.agent()));
        if (caller.role() != null) {
            agent.setOnBehalfOf(new Reference(caller.organization()));
        }
        return provenance;
    }

    /** The Provenance of what the server does of itself, because of what this submission does. */
    public static Provenance ofServer(Submission submission, String target, String activity) {
        var provenance = done(submission, target, activity);
        provenance.addAgent().setWho(new Reference().setDisplay("Waar is Wally"));
        return provenance;
    }

    private static Provenance done(Submission submission, String target, String activity) {
        var provenance = new Provenance();
        provenance.addTarget(new Reference(target));
        provenance.setRecordedElement(new InstantType(Date.from(submission.now())));
        provenance.getActivity().setText(activity);
        return provenance;
    }
}
