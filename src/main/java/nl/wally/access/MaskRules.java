package nl.wally.access;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.wally.conformance.Bsn;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.Codes;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Subscription;
import org.hl7.fhir.r4.model.Task;

/**
 * What is left out for whom sees a resource in part ({@link Shown}), in the one place that knows.
 * What is
 * left of a resource carries the tag SUBSETTED, see https://hl7.org/fhir/R4/resource.html#simple-tags.
 */
final class MaskRules {
    private static final String CONTACT_ATTEMPT = "contact-attempt";
    private static final Coding SUBSETTED = new Coding(Canonicals.OBSERVATION_VALUE, "SUBSETTED", "subsetted");

    /** Search parameters by which nobody learns more than is shown; what is not named here finds nothing that is masked. */
    private static final Map<Shown, Set<String>> SEARCHED = Map.of(
            Shown.ATTEMPTS_COUNTED,
            Set.of("_id", "_lastUpdated", "status", "patient", "part-of", "sender", "sent", "category", "practice"),
            Shown.WITHOUT_STORY,
            Set.of(
                    "_id",
                    "_lastUpdated",
                    "owner",
                    "requester",
                    "status",
                    "business-status",
                    "patient",
                    "focus",
                    "based-on",
                    "identifier",
                    "authored-on",
                    "modified",
                    "code",
                    "part-of",
                    "first-contact-due",
                    "overdue",
                    "unattended",
                    "recipient",
                    "practice"),
            Shown.WITHOUT_BSN,
            Set.of("_id", "_lastUpdated", "organization"),
            Shown.WITHOUT_ENDPOINT,
            Set.of("_id", "_lastUpdated", "status", "subscriber"));

    private MaskRules() {}

    /** Whether somebody who is shown this much sees only a part of this resource. */
    static boolean isMasked(Shown shown, Resource resource) {
        return switch (shown) {
            case WHOLE -> false;
            case ATTEMPTS_COUNTED ->
                resource instanceof Communication communication
                        && Codes.anyHas(
                                communication.getCategory(), Canonicals.SYSTEM_COMMUNICATION_CATEGORY, CONTACT_ATTEMPT);
            case WITHOUT_STORY -> resource instanceof Task;
            case WITHOUT_BSN ->
                resource instanceof Patient patient
                        && patient.getIdentifier().stream().anyMatch(Bsn::is);
            case WITHOUT_ENDPOINT -> resource instanceof Subscription;
        };
    }

    /** Whether nothing of it can be written by somebody who is shown this much of it. */
    static boolean isUnwritable(Shown shown, Resource resource) {
        return isMasked(shown, resource) && !(resource instanceof Task);
    }

    /** Whether a search by these parameters may find it without telling more than is shown. */
    static boolean mayFind(Shown shown, Resource resource, Collection<String> parameters) {
        return !isMasked(shown, resource)
                || SEARCHED.getOrDefault(shown, Set.of()).containsAll(parameters);
    }

    /** What is seen of a resource: the same one, or a new one with less in it. */
    static Resource show(Shown shown, Resource resource) {
        if (!isMasked(shown, resource)) {
            return resource;
        }
        if (resource instanceof Patient patient) {
            return withoutBsn(patient);
        }
        if (resource instanceof Subscription subscription) {
            return withoutEndpoint(subscription);
        }
        Resource masked =
                resource instanceof Task task ? StoryRules.seen(task) : countedAttempt((Communication) resource);
        masked.setId(resource.getIdElement());
        masked.getMeta()
                .setVersionId(resource.getMeta().getVersionId())
                .setLastUpdated(resource.getMeta().getLastUpdated())
                .addTag(SUBSETTED.copy());
        return masked;
    }

    /**
     * What is stored when somebody sends this who was shown so much of what is stored now: what was hidden stays. Empty when
     * it cannot be written, or says more than is shown.
     */
    static Optional<Resource> written(Shown shown, Resource stored, Resource sent) {
        if (!isMasked(shown, stored)) {
            return isSubsetted(sent) && !isSubsetted(stored) ? Optional.empty() : Optional.of(sent);
        }
        return stored instanceof Task task && sent instanceof Task said
                ? StoryRules.written(task, said).map(Resource.class::cast)
                : Optional.empty();
    }

    private static Patient withoutBsn(Patient whole) {
        Patient masked = whole.copy();
        masked.getIdentifier().removeIf(Bsn::is);
        masked.getMeta().addTag(SUBSETTED.copy());
        return masked;
    }

    private static Subscription withoutEndpoint(Subscription whole) {
        Subscription masked = whole.copy();
        masked.getChannel().setEndpointElement(null).setHeader(null);
        masked.setReason(null).getMeta().addTag(SUBSETTED.copy());
        return masked;
    }

    private static boolean isSubsetted(Resource resource) {
        return resource.getMeta().getTag(SUBSETTED.getSystem(), SUBSETTED.getCode()) != null;
    }

    /** Made anew from codes, references and times, so that no text comes along in an extension or a display. */
    private static Communication countedAttempt(Communication whole) {
        var masked = new Communication();
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
