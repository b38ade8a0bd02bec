package nl.wally;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.UUID;
import nl.wally.conformance.Canonicals;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;

/** Messages for tests, made from the examples of the guide. */
public final class Messages {
    private static final FhirContext CONTEXT = FhirContext.forR4Cached();

    private Messages() {}

    /** An example of the guide, for instance {@code Bundle-TheaReferral}. */
    public static <T extends Resource> T example(String name, Class<T> type) {
        return read("profiles/examples/" + name + ".json", type);
    }

    public static <T extends Resource> T read(String path, Class<T> type) {
        try (InputStream content = Messages.class.getClassLoader().getResourceAsStream(path)) {
            return type.cast(CONTEXT.newJsonParser().parseResource(content));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Thea's referral with a placer number and a patient number that nobody used before; practice is 1 or 2. */
    public static Bundle referral(int practice) {
        Bundle bundle = example("Bundle-TheaReferral", Bundle.class);
        if (practice != 1) {
            String json = CONTEXT.newJsonParser().encodeResourceToString(bundle);
            bundle = CONTEXT.newJsonParser()
                    .parseResource(
                            Bundle.class,
                            json.replace("practice-1", "practice-" + practice).replace("/gp-1", "/gp-" + practice));
        }
        return fresh(bundle);
    }

    /** Gives a referral a placer number and a patient number that nobody used before. */
    public static Bundle fresh(Bundle bundle) {
        for (var entry : bundle.getEntry()) {
            if (entry.getResource() instanceof ServiceRequest referral) {
                referral.getIdentifierFirstRep().setValue(UUID.randomUUID().toString());
            }
            if (entry.getResource() instanceof Patient patient) {
                var identifier = patient.getIdentifierFirstRep()
                        .setValue(UUID.randomUUID().toString());
                entry.getRequest().setIfNoneExist("identifier=" + identifier.getSystem() + "|" + identifier.getValue());
            }
        }
        return bundle;
    }

    /** Final feedback of the owner of this Task, as a Communication to be created. */
    public static Communication feedback(Task task, CommunicationRequest request) {
        var feedback = new Communication();
        feedback.addBasedOn(
                new Reference("CommunicationRequest/" + request.getIdElement().getIdPart()));
        feedback.setStatus(Communication.CommunicationStatus.COMPLETED);
        feedback.addCategory(concept(Canonicals.SYSTEM_COMMUNICATION_CATEGORY, "final-feedback"));
        feedback.setSubject(task.getFor().copy());
        feedback.setSentElement(org.hl7.fhir.r4.model.DateTimeType.now());
        feedback.setRecipient(request.copy().getRecipient());
        feedback.setSender(task.getOwner().copy());
        feedback.addPayload().setContent(new StringType("We hebben samen een plan gemaakt."));
        return feedback;
    }

    /** One transaction: the feedback, and the Task that ends with it. */
    public static Bundle ending(Task task, Communication feedback) {
        String fullUrl = "urn:uuid:" + UUID.randomUUID();
        Task ended = task.copy();
        ended.addOutput()
                .setType(concept(Canonicals.SYSTEM_TASK_OUTPUT, "feedback"))
                .setValue(new Reference(fullUrl));
        var bundle = new Bundle().setType(Bundle.BundleType.TRANSACTION);
        bundle.addEntry()
                .setFullUrl(fullUrl)
                .setResource(feedback)
                .getRequest()
                .setMethod(Bundle.HTTPVerb.POST)
                .setUrl("Communication");
        bundle.addEntry()
                .setResource(ended)
                .getRequest()
                .setMethod(Bundle.HTTPVerb.PUT)
                .setUrl("Task/" + task.getIdElement().getIdPart())
                .setIfMatch("W/\"" + task.getMeta().getVersionId() + "\"");
        return bundle;
    }

    /** A concept with one coding. */
    public static CodeableConcept concept(String system, String code) {
        return new CodeableConcept(new Coding(system, code, null));
    }
}
