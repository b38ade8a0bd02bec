package nl.wally.access;

import java.util.Collection;
import java.util.Set;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.Codes;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;

/**
 * W-3: of the attempts to reach the person the practice sees how many there were, when and by whom, not what was tried.
 * Of a referral that the person no longer permits the coordinator sees who had it, not what was written down (W-2). What is
 * left carries the tag SUBSETTED, see https://hl7.org/fhir/R4/resource.html#simple-tags.
 */
final class MaskRules {
    private static final String CONTACT_ATTEMPT = "contact-attempt";
    private static final Coding SUBSETTED = new Coding(Canonicals.OBSERVATION_VALUE, "SUBSETTED", "subsetted");

    /** Search parameters by which nobody learns more than the mask shows. */
    private static final Set<String> SHOWN =
            Set.of("_id", "_lastUpdated", "status", "patient", "part-of", "sender", "sent", "category", "practice");

    private MaskRules() {}

    /** Whether somebody who is shown this much sees only a part of this resource. */
    static boolean isMasked(Shown shown, Resource resource) {
        return shown == Shown.ATTEMPTS_COUNTED
                && resource instanceof Communication communication
                && Codes.anyHas(communication.getCategory(), Canonicals.SYSTEM_COMMUNICATION_CATEGORY, CONTACT_ATTEMPT);
    }

    /** Whether a search by these parameters may find it without telling more than is shown. */
    static boolean mayFind(Shown shown, Resource resource, Collection<String> parameters) {
        return !isMasked(shown, resource) || SHOWN.containsAll(parameters);
    }

    /** What is seen of a resource: the same one, or a new one with less in it. */
    static Resource show(Shown shown, Resource resource) {
        return isMasked(shown, resource) ? masked((Communication) resource) : resource;
    }

    /** W-2: who had it, and how it went, in codes; what people wrote down of it is no longer for the social side. */
    static Task withoutStory(Task whole) {
        Task bare = whole.copy();
        bare.setText(null);
        bare.setDescription(null);
        bare.setNote(null);
        bare.setInput(null);
        bare.setOutput(null);
        bare.getStatusReason().setText(null);
        bare.getBusinessStatus().setText(null);
        bare.setFor(bare(whole.getFor()));
        bare.getMeta().addTag(SUBSETTED.copy());
        return bare;
    }

    /** Made anew from codes, references and times, so that no text comes along in an extension or a display. */
    private static Communication masked(Communication whole) {
        var masked = new Communication();
        masked.setId(whole.getIdElement());
        masked.getMeta()
                .setVersionId(whole.getMeta().getVersionId())
                .setLastUpdated(whole.getMeta().getLastUpdated())
                .addTag(SUBSETTED.copy());
        masked.setStatus(whole.getStatus());
        masked.addCategory(Codes.concept(Canonicals.SYSTEM_COMMUNICATION_CATEGORY, CONTACT_ATTEMPT));
        whole.getPartOf().forEach(task -> masked.addPartOf(bare(task)));
        masked.setSubject(bare(whole.getSubject()));
        masked.setSender(bare(whole.getSender()));
        if (whole.hasSent()) {
            masked.getSentElement().setValueAsString(whole.getSentElement().getValueAsString());
        }
        for (Extension extension : whole.getExtensionsByUrl(Canonicals.EXTENSION_PRACTICE)) {
            masked.addExtension(Canonicals.EXTENSION_PRACTICE, bare((Reference) extension.getValue()));
        }
        return masked;
    }

    private static Reference bare(Reference reference) {
        return new Reference(reference.getReference());
    }
}
