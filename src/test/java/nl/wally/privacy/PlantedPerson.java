package nl.wally.privacy;

import static nl.wally.Answers.ok;

import java.util.ArrayList;
import java.util.Set;
import nl.wally.Beside;
import nl.wally.FhirClient;
import nl.wally.FhirClient.Answer;
import nl.wally.Messages;
import nl.wally.ReferralLife;
import nl.wally.conformance.Canonicals;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;

/** A person of practice 1 about whom everything is said that can be said, with a planted word in all of it. */
final class PlantedPerson {
    private static final String GP = "his-demo-1";
    private static final String SANNE = "wally-demo-1";

    private final FhirClient server;
    private final Planted planted;
    private final Bundle first;
    private final ReferralLife life;

    PlantedPerson(FhirClient server, String word) {
        this.server = server;
        planted = new Planted(word);
        first = message();
        life = ReferralLife.begin(server, GP, first);
    }

    String person() {
        return life.reference(Patient.class);
    }

    ReferralLife life() {
        return life;
    }

    /** The message that began it, to be sent again. */
    Bundle sent() {
        return first;
    }

    int plantedTexts() {
        return planted.count();
    }

    /** Contact, clarification, question and answer, messages, feedback, notes, a request to stop, and consent withdrawn. */
    PlantedPerson livesThrough() {
        Patient moved = life.person();
        planted.in(moved.getAddressFirstRep().setCity("Zwolle"));
        ok(server.put(GP, moved));
        step(TaskStatus.RECEIVED);
        step(TaskStatus.ACCEPTED);
        say(Messages.attempt(life.task(), "no-answer"));
        step(TaskStatus.INPROGRESS);
        var clarification = Messages.clarification(life.task());
        created(server.post(SANNE, "/QuestionnaireResponse", planted.in(clarification)));
        Bundle asked = Beside.question(life.task(), "Weet u een ander nummer?");
        asked.getEntry().forEach(entry -> planted.in(entry.getResource()));
        Answer question = ok(server.post(SANNE, "", asked));
        Communication answer = Beside.answer(question.first(CommunicationRequest.class), "Bel haar zus.");
        ok(server.post(GP, "", Beside.answering(question.first(Task.class), planted.in(answer))));
        created(server.post(GP, "/Communication", planted.in(Beside.message(life.task(), "Zij is verhuisd."))));
        say(Messages.interim(Messages.feedback(life.task(), life.request()), "Wij hebben een afspraak."));
        Task noted = life.task();
        noted.addNote(planted.in(new Annotation().setText("Belt liever na vieren.")));
        ok(server.put(SANNE, noted));
        created(server.post(GP, "/Task", planted.in(Beside.cancellation(life.task()))));
        Consent consent = life.consent().setStatus(Consent.ConsentState.INACTIVE);
        ok(server.put(GP, consent));
        return this;
    }

    /** Comes back, and is helped. */
    PlantedPerson comesBack() {
        Bundle again = Messages.fresh(Messages.example("Bundle-TheaReferral", Bundle.class));
        Patient known = Messages.part(first, Patient.class);
        Messages.part(again, Patient.class).setIdentifier(new ArrayList<>(known.getIdentifier()));
        again.getEntry().stream()
                .filter(entry -> entry.getResource() instanceof Patient)
                .forEach(entry -> entry.getRequest()
                        .setIfNoneExist(
                                "identifier=" + known.getIdentifierFirstRep().getSystem() + "|"
                                        + known.getIdentifierFirstRep().getValue()));
        ReferralLife second = ReferralLife.begin(server, GP, again);
        ok(second.step(SANNE, TaskStatus.RECEIVED, Set.of()));
        ok(second.step(SANNE, TaskStatus.ACCEPTED, Set.of()));
        ok(second.step(SANNE, TaskStatus.INPROGRESS, Set.of()));
        Task ended = second.task().setStatus(TaskStatus.COMPLETED);
        ended.addOutput()
                .setType(Messages.concept(Canonicals.SYSTEM_TASK_OUTPUT, "outcome"))
                .setValue(Messages.concept(Canonicals.SYSTEM_OUTCOME, "helped"));
        ok(server.post(
                SANNE, "", Messages.ending(ended, planted.in(Messages.feedback(second.task(), second.request())))));
        Task added = second.task();
        added.addOutput()
                .setType(Messages.concept(Canonicals.SYSTEM_TASK_OUTPUT, "addendum"))
                .setValue(planted.in(new Annotation().setText("Zij belde nog.")));
        ok(server.put(SANNE, added));
        return this;
    }

    private Bundle message() {
        Bundle message = Messages.fresh(Messages.example("Bundle-TheaReferralCareful", Bundle.class));
        for (var entry : message.getEntry()) {
            Resource resource = entry.getResource();
            planted.in(resource);
            if (resource instanceof Patient patient) {
                var number = patient.getIdentifierFirstRep();
                entry.getRequest().setIfNoneExist("identifier=" + number.getSystem() + "|" + number.getValue());
            }
        }
        return message;
    }

    private void say(Communication said) {
        created(server.post(SANNE, "/Communication", planted.in(said)));
    }

    private void step(TaskStatus to) {
        ok(life.step(SANNE, to, Set.of()));
    }

    private static void created(Answer answer) {
        if (answer.status() != 201) {
            throw new AssertionError(answer.status() + " " + answer.body());
        }
    }
}
