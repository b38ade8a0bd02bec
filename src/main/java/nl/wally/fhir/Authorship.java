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
        var provenance = new Provenance();
        provenance.addTarget(new Reference(target));
        provenance.setRecordedElement(new InstantType(Date.from(submission.now())));
        provenance.getActivity().setText(activity);
        var agent = provenance.addAgent().setWho(new Reference(caller.agent()));
        if (caller.role() != null) {
            agent.setOnBehalfOf(new Reference(caller.organization()));
        }
        return provenance;
    }
}
