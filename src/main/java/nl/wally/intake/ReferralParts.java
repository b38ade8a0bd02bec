package nl.wally.intake;

import static nl.wally.shared.Words.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.wally.shared.Problem;
import nl.wally.shared.Refusal;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;

/**
 * The five parts of a referral, as they arrive in one transaction Bundle.
 *
 * @param representatives who speaks for the person, or may be called instead; mostly nobody
 */
record ReferralParts(
        Patient patient,
        Consent consent,
        ServiceRequest referral,
        Task task,
        CommunicationRequest feedbackRequest,
        List<RelatedPerson> representatives) {
    private static final int MOST_REPRESENTATIVES = 2;

    /** What the client is told when a part is not there. */
    private static final Map<Class<? extends Resource>, Problem> MISSING = Map.of(
            Patient.class, Problem.BUNDLE_INCOMPLETE,
            Consent.class, Problem.CONSENT_MISSING,
            ServiceRequest.class, Problem.BUNDLE_INCOMPLETE,
            Task.class, Problem.BUNDLE_INCOMPLETE,
            CommunicationRequest.class, Problem.FEEDBACK_REQUEST_MISSING);

    /** What reading a Bundle gives. */
    public sealed interface Reading {
        /** All five, each once, and nothing else but representatives. */
        record Complete(ReferralParts parts) implements Reading {}

        /** Why it is no referral; never empty. */
        record Incomplete(List<Refusal> refusals) implements Reading {}
    }

    /** Reads the resources of a Bundle, in any order. */
    public static Reading of(List<? extends Resource> resources) {
        List<Refusal> refusals = new ArrayList<>();
        // A fixed order, so that the same Bundle is always refused in the same words.
        Stream.of(Patient.class, Consent.class, ServiceRequest.class, Task.class, CommunicationRequest.class)
                .forEach(type -> count(type, resources, refusals));
        List<RelatedPerson> representatives = all(RelatedPerson.class, resources);
        if (representatives.size() > MOST_REPRESENTATIVES) {
            refusals.add(new Refusal(
                    Problem.BUNDLE_INCOMPLETE,
                    "Bundle.entry",
                    words(
                            "The Bundle has {0} resources of type {1}, at most {2} are expected",
                            representatives.size(), "RelatedPerson", MOST_REPRESENTATIVES)));
        }
        resources.stream()
                .filter(resource -> !(resource instanceof RelatedPerson))
                .filter(resource -> !MISSING.containsKey(resource.getClass()))
                .map(Resource::fhirType)
                .distinct()
                .forEach(type -> refusals.add(new Refusal(
                        Problem.BUNDLE_INCOMPLETE,
                        "Bundle.entry",
                        words("A {0} is not a part of a referral Bundle: leave it out", type))));
        return refusals.isEmpty()
                ? new Reading.Complete(new ReferralParts(
                        the(Patient.class, resources),
                        the(Consent.class, resources),
                        the(ServiceRequest.class, resources),
                        the(Task.class, resources),
                        the(CommunicationRequest.class, resources),
                        representatives))
                : new Reading.Incomplete(List.copyOf(refusals));
    }

    List<Resource> all() {
        return Stream.<Resource>concat(
                        Stream.of(patient, consent, referral, task, feedbackRequest), representatives.stream())
                .toList();
    }

    private static void count(
            Class<? extends Resource> type, List<? extends Resource> resources, List<Refusal> refusals) {
        long found = resources.stream().filter(type::isInstance).count();
        if (found == 0) {
            Problem problem = MISSING.getOrDefault(type, Problem.BUNDLE_INCOMPLETE);
            refusals.add(new Refusal(
                    problem,
                    "Bundle.entry",
                    words("A referral has a {0}: this Bundle has none", type.getSimpleName())));
        } else if (found > 1) {
            refusals.add(new Refusal(
                    Problem.BUNDLE_INCOMPLETE,
                    "Bundle.entry",
                    words(
                            "The Bundle has {0} resources of type {1}, exactly one is expected",
                            found, type.getSimpleName())));
        }
    }

    private static <T extends Resource> T the(Class<T> type, List<? extends Resource> resources) {
        return all(type, resources).get(0);
    }

    private static <T extends Resource> List<T> all(Class<T> type, List<? extends Resource> resources) {
        return resources.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
