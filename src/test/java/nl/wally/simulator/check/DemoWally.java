package nl.wally.simulator.check;

import static nl.wally.Answers.ok;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import nl.wally.Beside;
import nl.wally.FhirClient;
import nl.wally.FhirClient.Answer;
import nl.wally.Messages;
import nl.wally.ReferralLife;
import nl.wally.TestClock;
import nl.wally.conformance.Canonicals;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;

/** The system of social worker Sanne, which does everything as the guide says; where it waits the test clock jumps. */
final class DemoWally {
    static final String CLIENT = "wally-demo-1";

    private final FhirClient server;
    private final TestClock clock;
    private final Map<String, String> tasks = new HashMap<>();

    DemoWally(FhirClient server, TestClock clock) {
        this.server = server;
        this.clock = clock;
    }

    void token() {
        server.tokens().fresh(CLIENT);
    }

    void pause(int seconds) {
        clock.jumpTo(clock.instant().plusSeconds(seconds));
    }

    /** Looks, and when it is told to wait, waits and looks again. */
    Answer look(String path) {
        Answer answer = server.get(CLIENT, path);
        if (answer.status() != 429) {
            return answer;
        }
        pause(Integer.parseInt(answer.header("Retry-After").orElseThrow()));
        return server.get(CLIENT, path);
    }

    /** The referrals that are there since then, page by page, told apart by the name of the person. */
    void readWorkList(Instant since) {
        String path =
                "/Task?owner=PractitionerRole/wally-1&status=requested&code=fulfill&_include=Task:patient&_count=2"
                        + "&_lastUpdated=ge" + since.truncatedTo(ChronoUnit.MILLIS);
        List<Answer> pages = new ArrayList<>();
        pages.add(ok(look(path)));
        while (next(pages.get(pages.size() - 1)) != null) {
            String url = next(pages.get(pages.size() - 1)).getUrl();
            pages.add(ok(look(url.substring(url.indexOf("/fhir") + "/fhir".length()))));
        }
        Map<String, String> people = new HashMap<>();
        for (Answer page : pages) {
            page.all(Patient.class)
                    .forEach(person -> people.put(
                            "Patient/" + person.getIdElement().getIdPart(),
                            person.getNameFirstRep().getFamily()));
        }
        for (Answer page : pages) {
            page.all(Task.class)
                    .forEach(task -> tasks.put(people.get(task.getFor().getReference()), Beside.reference(task)));
        }
        assertThat(tasks.keySet()).contains("S1", "S2", "S3", "S4", "S5", "S6");
    }

    private static Bundle.BundleLinkComponent next(Answer page) {
        return page.resource(Bundle.class).getLink("next");
    }

    String reference(String useCase) {
        return tasks.get(useCase);
    }

    Task task(String useCase) {
        return ok(look("/" + tasks.get(useCase))).resource(Task.class);
    }

    /** Changes the Task as it is now. */
    Answer change(String useCase, Consumer<Task> change) {
        Task task = task(useCase);
        change.accept(task);
        return server.put(CLIENT, task);
    }

    Answer become(String useCase, TaskStatus status) {
        return change(useCase, task -> task.setStatus(status));
    }

    /** Ends the Task with feedback in one transaction. */
    Answer end(String useCase, Consumer<Task> change) {
        Task task = task(useCase);
        change.accept(task);
        return server.post(CLIENT, "", Messages.ending(task, feedback(task)));
    }

    private Communication feedback(Task task) {
        CommunicationRequest request = ok(look(
                        "/CommunicationRequest?based-on=" + task.getFocus().getReference()))
                .first(CommunicationRequest.class);
        return Messages.feedback(task, request);
    }

    /** S1. */
    void helps() {
        ok(become("S1", TaskStatus.RECEIVED));
        ok(become("S1", TaskStatus.ACCEPTED));
        created(server.post(CLIENT, "/Communication", Messages.attempt(task("S1"), "reached")));
        created(server.post(CLIENT, "/QuestionnaireResponse", Messages.clarification(task("S1"))));
        ok(become("S1", TaskStatus.INPROGRESS));
        ok(end("S1", DemoWally::helped));
        ok(change("S1", DemoWally::added));
    }

    static void helped(Task task) {
        task.setStatus(TaskStatus.COMPLETED)
                .addOutput()
                .setType(Messages.concept(Canonicals.SYSTEM_TASK_OUTPUT, "outcome"))
                .setValue(Messages.concept(Canonicals.SYSTEM_OUTCOME, "helped"));
    }

    static void added(Task task) {
        task.addOutput()
                .setType(Messages.concept(Canonicals.SYSTEM_TASK_OUTPUT, "addendum"))
                .setValue(new Annotation().setText("Zij heeft een betalingsregeling."));
    }

    /** S2. */
    void rejects() {
        ok(end("S2", task -> task.setStatus(TaskStatus.REJECTED).setStatusReason(ReferralLife.reason("no-capacity"))));
    }

    /** S3. */
    void asksAndWaits() {
        assertThat(become("S3", TaskStatus.ACCEPTED).status()).isEqualTo(412);
        ok(become("S3", TaskStatus.ACCEPTED));
        Answer asked = ok(server.post(CLIENT, "", Beside.question(task("S3"), "Op welk nummer is zij bereikbaar?")));
        String question = Beside.reference(asked.first(CommunicationRequest.class));
        assertThat(ok(look("/Communication?based-on=" + question)).all(Communication.class))
                .hasSize(1);
        ok(change("S3", DemoWally::held));
    }

    static void held(Task task) {
        task.setStatus(TaskStatus.ONHOLD).setStatusReason(ReferralLife.reason("client-holiday"));
        task.addExtension(Canonicals.EXTENSION_RESUME_DATE, new DateType("2027-01-04"));
    }

    /** S4. */
    void stops() {
        Task request = askedToStop();
        ok(server.put(CLIENT, request.setStatus(TaskStatus.ACCEPTED)));
        ok(end("S4", DemoWally::stopped));
    }

    Task askedToStop() {
        ok(become("S4", TaskStatus.ACCEPTED));
        ok(become("S4", TaskStatus.INPROGRESS));
        return ok(look("/Task?code=abort&status=requested&part-of=" + reference("S4")))
                .first(Task.class);
    }

    static void stopped(Task task) {
        task.setStatus(TaskStatus.CANCELLED).setStatusReason(ReferralLife.reason("withdrawn-by-gp"));
    }

    /** S5. */
    void respectsConsent() {
        ok(become("S5", TaskStatus.ACCEPTED));
        assertThat(ok(look("/Communication?category=closing-notice&part-of=" + reference("S5")))
                        .all(Communication.class))
                .hasSize(1);
    }

    /** S6. */
    void handsOver() {
        ok(become("S6", TaskStatus.ACCEPTED));
        ok(change("S6", task -> handedOver(task, "PractitionerRole/wally-2")));
    }

    static void handedOver(Task task, String to) {
        task.setOwner(new Reference(to));
        task.setBusinessStatus(Messages.concept(Canonicals.SYSTEM_BUSINESS_STATUS, "handed-over"));
    }

    static void created(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }
}
