package nl.wally.costs;

import static nl.wally.Answers.ok;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Set;
import java.util.function.Supplier;
import nl.wally.Beside;
import nl.wally.FhirClient;
import nl.wally.FhirClient.Answer;
import nl.wally.Messages;
import nl.wally.ReferralLife;
import nl.wally.conformance.Canonicals;
import nl.wally.coordination.District;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;

/** What is said, asked, noted and changed beside the steps of a referral: all of one, until somebody else has it or it ends. */
final class Conversations {
    private final Costs costs;
    private final FhirClient server;
    private final District here;
    private final String noor;
    private final ReferralLife life;
    private int next;

    Conversations(Costs costs, FhirClient server, District here) {
        this.costs = costs;
        this.server = server;
        this.here = here;
        noor = here.client(here.noor);
        life = begun();
    }

    void count() {
        costs.of(
                "operation Task $available-actions",
                () -> ok(server.get(noor, "/" + life.reference(Task.class) + "/$available-actions")));
        said();
        asked();
        changed();
        clarified();
        withdrawn();
        person();
    }

    private void said() {
        created(
                "Communication: a message of the GP",
                here.his,
                () -> Beside.message(life.task(), "Zij is verhuisd.").setSender(null));
        created(
                "Communication: an attempt to reach the person",
                noor,
                () -> Messages.attempt(life.task(), "no-answer"));
        created(
                "Communication: feedback on the way",
                noor,
                () -> Messages.interim(life.finalFeedback(noor, life.task()), "Wij hebben een afspraak."));
        costs.of("update Communication: feedback is read", this::toldAndRead, told -> ok(server.put(here.his, told)));
        costs.of(
                "patch Communication: feedback is read",
                this::toldAndRead,
                told -> patch(
                        here.his,
                        told,
                        "[{\"op\":\"add\",\"path\":\"/extension\",\"value\":%s}]".formatted(extensions(told))));
    }

    private void asked() {
        costs.of("transaction: a question of the Wally", this::question, asked -> ok(server.post(noor, "", asked)));
        costs.of(
                "transaction: an answer of the GP",
                () -> {
                    Answer asked = ok(server.post(noor, "", question()));
                    Communication answer = Beside.answer(asked.first(CommunicationRequest.class), "Bel haar zus.");
                    return Beside.answering(asked.first(Task.class), answer.setSender(null));
                },
                answer -> ok(server.post(here.his, "", answer)));
        created(
                "Task: a request to stop",
                here.his,
                () -> Beside.cancellation(begun().task()).setRequester(null));
        costs.of(
                "update Task: a request to stop is granted",
                () -> posted(here.his, Beside.cancellation(begun().task()).setRequester(null))
                        .resource(Task.class)
                        .setStatus(TaskStatus.ACCEPTED),
                stop -> ok(server.put(noor, stop)));
    }

    private void changed() {
        costs.of(
                "update Task: a remark",
                () -> {
                    Task task = life.task(noor);
                    task.addNote().setText("Genoteerd.");
                    return task;
                },
                task -> ok(server.put(noor, task)));
        costs.of(
                "update Task: how far it is",
                () -> begun().task(noor)
                        .setBusinessStatus(Messages.concept(Canonicals.SYSTEM_BUSINESS_STATUS, "intake-done")),
                task -> ok(server.put(noor, task)));
        costs.of(
                "update Task: handed over",
                () -> begun().task(noor).setOwner(new Reference(here.bram)),
                task -> ok(server.put(noor, task)));
        costs.of(
                "update Task: where to",
                () -> {
                    Task task = life.task(noor);
                    task.addOutput()
                            .setType(Messages.concept(Canonicals.SYSTEM_TASK_OUTPUT, "onward-referral"))
                            .setValue(new StringType("Schuldhulpverlening"));
                    return task;
                },
                task -> ok(server.put(noor, task)));
        costs.of(
                "patch Task: a remark",
                () -> life.task(noor),
                task -> patch(
                        noor, task, "[{\"op\":\"add\",\"path\":\"/note/-\",\"value\":{\"text\":\"Genoteerd.\"}}]"));
    }

    private void clarified() {
        created("QuestionnaireResponse", noor, () -> Messages.clarification(life.task()));
    }

    private void withdrawn() {
        costs.of(
                "update Consent: withdrawn",
                () -> begun().consent().setStatus(ConsentState.INACTIVE),
                consent -> ok(server.put(here.his, consent)));
        costs.of(
                "patch Consent: withdrawn",
                () -> server.read(noor, begun().reference(Consent.class), Consent.class),
                consent -> patch(noor, consent, replacing("/status", "inactive")));
    }

    private void person() {
        costs.of(
                "update Patient",
                () -> {
                    Patient person = life.person();
                    person.getAddressFirstRep().setCity("Zwolle " + next++);
                    return person;
                },
                person -> ok(server.put(here.his, person)));
        costs.of(
                "patch Patient",
                () -> life.person(),
                person -> patch(here.his, person, replacing("/address/0/city", "Zwolle " + next++)));
        costs.of(
                "update RelatedPerson",
                () -> {
                    RelatedPerson sister = sister();
                    sister.getNameFirstRep().setText("Zij");
                    return sister;
                },
                sister -> ok(server.put(here.his, sister)));
        costs.of(
                "patch RelatedPerson",
                this::sister,
                sister ->
                        patch(here.his, sister, "[{\"op\":\"replace\",\"path\":\"/name/0/text\",\"value\":\"Zij\"}]"));
    }

    private void created(String what, String client, Supplier<Resource> message) {
        costs.of("create " + what, message, said -> posted(client, said));
    }

    private static String replacing(String path, String value) {
        return "[{\"op\":\"replace\",\"path\":\"%s\",\"value\":\"%s\"}]".formatted(path, value);
    }

    private Answer posted(String client, Resource resource) {
        Answer answer = server.post(client, "/" + resource.fhirType(), resource);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer;
    }

    private Answer patch(String client, Resource known, String patch) {
        return ok(server.send(server.request(client, "/" + Beside.reference(known))
                .header("Content-Type", "application/json-patch+json")
                .header("If-Match", "W/\"" + known.getMeta().getVersionId() + "\"")
                .method("PATCH", BodyPublishers.ofString(patch))));
    }

    /** A referral on which the Wally is at work. */
    private ReferralLife begun() {
        ReferralLife begun = here.refer();
        ok(begun.step(noor, TaskStatus.ACCEPTED, Set.of()));
        ok(begun.step(noor, TaskStatus.INPROGRESS, Set.of()));
        return begun;
    }

    private Bundle question() {
        Bundle bundle = Beside.question(life.task(), "Weet u een ander nummer?");
        Messages.part(bundle, Task.class).setRequester(null).setOwner(null);
        Messages.part(bundle, CommunicationRequest.class)
                .setRequester(null)
                .setRecipient(null)
                .setSender(null);
        return bundle;
    }

    /** Feedback, with the words of the GP that it has been read; these are not stored yet. */
    private Communication toldAndRead() {
        Communication interim = Messages.interim(life.finalFeedback(noor, life.task()), "Wij hebben een afspraak.");
        Answer told = posted(noor, interim);
        Communication feedback = server.read(here.his, Beside.reference(told.resource()), Communication.class);
        feedback.addExtension(Messages.read(here.gp));
        return feedback;
    }

    /** As JSON, all of them. */
    private String extensions(Communication told) {
        Communication bare = new Communication();
        bare.setExtension(told.getExtension());
        String json = server.json(bare);
        return json.substring(json.indexOf('['), json.lastIndexOf(']') + 1);
    }

    private RelatedPerson sister() {
        Bundle careful = here.from(Messages.example("Bundle-TheaReferralCareful", Bundle.class));
        return ok(server.post(here.his, "", careful)).first(RelatedPerson.class);
    }
}
