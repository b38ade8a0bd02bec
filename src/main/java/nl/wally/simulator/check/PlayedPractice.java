package nl.wally.simulator.check;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.wally.conformance.Canonicals;
import nl.wally.fhir.Criteria;
import nl.wally.shared.Caller;
import nl.wally.shared.Caller.Capacity;
import nl.wally.shared.Codes;
import nl.wally.shared.References;
import nl.wally.simulator.check.Log.Kind;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Communication.CommunicationStatus;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskIntent;
import org.hl7.fhir.r4.model.Task.TaskStatus;

/**
 * The practice that refers to the social worker whose system is under test. Each deed takes the referral's Task as
 * {@code Task/id} and tells what was done, or nothing when it is not the moment for it yet.
 */
final class PlayedPractice {
    private static final String EXAMPLE = "/profiles/examples/Bundle-TheaReferral.json";
    private static final String UNKNOWN = "http://example.org/fhir/StructureDefinition/unknown-to-everybody";

    private final Desk desk;
    private final FhirContext context;
    private final String worker;
    private final String practice;

    /**
     * A practice of the demo region that refers to this social worker.
     *
     * @param worker for instance {@code PractitionerRole/wally-1}
     */
    PlayedPractice(Desk desk, FhirContext context, String worker) {
        this.desk = desk;
        this.context = context;
        this.worker = worker;
        this.practice = desk.find(CareTeam.class, Criteria.reference("participant", worker)).stream()
                .map(team -> References.key(team.getManagingOrganizationFirstRep()))
                .filter(one -> one.matches("Organization/practice-[12]"))
                .sorted(java.util.Comparator.comparing(one -> !one.endsWith(worker.substring(worker.length() - 1))))
                .findFirst()
                .orElse("Organization/practice-1");
    }

    /** Sends a referral that says for which use case it is; returns its Task as {@code Task/id}. */
    String refer(UseCase useCase) {
        Bundle bundle = example();
        for (var entry : bundle.getEntry()) {
            if (entry.getResource() instanceof Patient person) {
                var identifier = person.getIdentifierFirstRep();
                identifier.setValue(UUID.randomUUID().toString());
                person.getNameFirstRep().setText("Proef " + useCase.id());
                person.getNameFirstRep().setFamily(useCase.id()).getGiven().clear();
                person.getNameFirstRep().addGiven("Proef");
                entry.getRequest().setIfNoneExist("identifier=" + identifier.getSystem() + "|" + identifier.getValue());
            } else if (entry.getResource() instanceof ServiceRequest referral) {
                referral.getIdentifierFirstRep().setValue(UUID.randomUUID().toString());
                referral.setAuthoredOnElement(desk.now());
                referral.setPerformer(List.of(new Reference(worker)));
                referral.getNoteFirstRep()
                        .setText(useCase.id() + ": " + useCase.client().dutch());
            } else if (entry.getResource() instanceof Consent consent) {
                consent.setDateTimeElement(desk.now());
            } else if (entry.getResource() instanceof Task task) {
                task.setAuthoredOnElement(desk.now());
                task.addExtension(UNKNOWN, new StringType(useCase.id()));
            }
        }
        return desk.transact(caller(), bundle).stream()
                .filter(Task.class::isInstance)
                .map(References::key)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("A referral has a Task"));
    }

    Optional<Kind> note(String reference) {
        Task task = desk.task(reference);
        task.addNote().setTimeElement(desk.now()).setText("Zij is alleen 's middags te bereiken.");
        desk.update(caller(), task);
        return Optional.of(Kind.NOTED);
    }

    /** Once the social worker has asked something. */
    Optional<Kind> answerWhenAsked(String reference) {
        Optional<Task> asked = desk.beside(reference, "provide-information", TaskStatus.REQUESTED);
        asked.ifPresent(task -> {
            var answer = new Communication().setStatus(CommunicationStatus.COMPLETED);
            answer.addCategory(Codes.concept(Canonicals.SYSTEM_COMMUNICATION_CATEGORY, "information-answer"));
            answer.addBasedOn(task.getFocus().copy());
            answer.setSubject(task.getFor().copy());
            answer.setSentElement(desk.now());
            answer.setSender(new Reference(gp()));
            answer.addPayload().setContent(new StringType("Overdag op haar mobiele nummer."));
            var bundle = new Bundle().setType(Bundle.BundleType.TRANSACTION);
            task.setStatus(TaskStatus.COMPLETED)
                    .addOutput()
                    .setType(Codes.concept(Canonicals.SYSTEM_TASK_OUTPUT, "answer"))
                    .setValue(new Reference(Desk.post(bundle, answer)));
            Desk.put(bundle, task);
            desk.transact(caller(), bundle);
        });
        return asked.map(task -> Kind.ANSWERED);
    }

    /** Once the social worker has begun. */
    Optional<Kind> askToStopWhenBegun(String reference) {
        Task main = desk.task(reference);
        if (main.getStatus() != TaskStatus.INPROGRESS) {
            return Optional.empty();
        }
        var request = new Task().setStatus(TaskStatus.REQUESTED).setIntent(TaskIntent.ORDER);
        request.setCode(Codes.concept(Canonicals.TASK_CODE, "abort"));
        request.addPartOf(new Reference(reference));
        request.setFocus(new Reference(reference));
        request.setFor(main.getFor().copy());
        request.setAuthoredOnElement(desk.now());
        request.setRequester(main.getRequester().copy());
        request.setOwner(main.getOwner().copy());
        desk.create(caller(), request);
        return Optional.of(Kind.STOP_ASKED);
    }

    /** Once the social worker has accepted. */
    Optional<Kind> withdrawConsentWhenAccepted(String reference) {
        Task main = desk.task(reference);
        if (main.getStatus() != TaskStatus.ACCEPTED) {
            return Optional.empty();
        }
        ServiceRequest referral = desk.read(References.key(main.getFocus()), ServiceRequest.class);
        Consent consent = desk.read(References.key(referral.getSupportingInfoFirstRep()), Consent.class);
        desk.update(caller(), consent.setStatus(Consent.ConsentState.INACTIVE));
        return Optional.of(Kind.CONSENT_WITHDRAWN);
    }

    private Caller caller() {
        return new Caller("simulator", practice, null, Capacity.PRACTICE);
    }

    private String gp() {
        return practice.replace("Organization/practice-", "PractitionerRole/gp-");
    }

    private Bundle example() {
        try (InputStream in = PlayedPractice.class.getResourceAsStream(EXAMPLE)) {
            if (in == null) {
                throw new IllegalStateException(EXAMPLE + " is not on the class path");
            }
            String number = practice.substring(practice.length() - 1);
            String json = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("practice-1", "practice-" + number)
                    .replace("/gp-1", "/gp-" + number);
            return context.newJsonParser().parseResource(Bundle.class, json);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(EXAMPLE, unreadable);
        }
    }
}
