package nl.wally;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import nl.wally.conformance.Canonicals;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
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

    /** A resource from its JSON. */
    public static <T extends Resource> T parse(String json, Class<T> type) {
        return CONTEXT.newJsonParser().parseResource(type, json);
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

    /** Feedback on the way, the rest as in final feedback. */
    public static Communication interim(Communication feedback, String text) {
        Communication interim = feedback.copy();
        interim.setCategory(List.of(concept(Canonicals.SYSTEM_COMMUNICATION_CATEGORY, "interim-feedback")));
        interim.getPayloadFirstRep().setContent(new StringType(text));
        return interim;
    }

    /** An attempt of the owner of this Task to reach the person by telephone, with a code of waw-contact-result. */
    public static Communication attempt(Task task, String result) {
        Communication attempt = example("Communication-TheaFirstAttempt", Communication.class);
        attempt.setId((String) null);
        attempt.setMeta(null);
        attempt.getExtension().clear();
        attempt.addExtension(Canonicals.EXTENSION_CONTACT_RESULT, concept(Canonicals.SYSTEM_CONTACT_RESULT, result));
        attempt.getPartOfFirstRep().setReference("Task/" + task.getIdElement().getIdPart());
        attempt.setSubject(task.getFor().copy());
        attempt.setRecipient(List.of(task.getFor().copy()));
        attempt.setSender(task.getOwner().copy());
        attempt.setSentElement(org.hl7.fhir.r4.model.DateTimeType.now());
        return attempt;
    }

    /** What Thea and Sanne found, for the referral of this Task. */
    public static QuestionnaireResponse clarification(Task task) {
        var clarification = example("QuestionnaireResponse-TheaClarification", QuestionnaireResponse.class);
        clarification.setId((String) null);
        clarification.setMeta(null);
        clarification.getExtension().clear();
        clarification.setBasedOn(List.of(task.getFocus().copy()));
        clarification.setSubject(task.getFor().copy());
        clarification.setSource(task.getFor().copy());
        clarification.setAuthor(null);
        return clarification;
    }

    /** The words of the person's GP, or of whoever acts there, that the feedback has been read. */
    public static Extension read(String by) {
        Extension read = new Extension(Canonicals.EXTENSION_READ);
        read.addExtension("by", new Reference(by));
        read.addExtension("at", org.hl7.fhir.r4.model.DateTimeType.now());
        return read;
    }

    /** The part of a Bundle that has this type. */
    public static <T extends Resource> T part(Bundle bundle, Class<T> type) {
        return bundle.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
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
