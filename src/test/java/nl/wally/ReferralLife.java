package nl.wally;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import nl.wally.FhirClient.Answer;
import nl.wally.conformance.Canonicals;
import nl.wally.workflow.Guard;
import nl.wally.workflow.StateTable;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;

/** One referral on the server, and what people do with it over HTTP. */
public final class ReferralLife {
    /** In whose name a client acts. */
    private static final Map<String, String> ROLES =
            Map.of("wally-demo-1", "PractitionerRole/wally-1", "wally-demo-2", "PractitionerRole/wally-2");

    private static final StateTable STATES = StateTable.load();

    private final FhirClient server;
    private final String his;
    private final Bundle sent;
    private final Answer received;

    private ReferralLife(FhirClient server, String his, Bundle sent) {
        this.server = server;
        this.his = his;
        this.sent = sent;
        this.received = server.post(his, "", sent);
        if (received.status() != 200) {
            throw new AssertionError(received.status() + " " + received.body());
        }
    }

    private ReferralLife(FhirClient server, ReferralLife same) {
        this.server = server;
        this.his = same.his;
        this.sent = same.sent;
        this.received = same.received;
    }

    /** Sends Thea's referral from this practice, 1 or 2, under numbers that nobody used before. */
    public static ReferralLife begin(FhirClient server, int practice) {
        return begin(server, "his-demo-" + practice, Messages.referral(practice));
    }

    /** Sends this referral. */
    public static ReferralLife begin(FhirClient server, String his, Bundle sent) {
        return new ReferralLife(server, his, sent);
    }

    /** The same referral, looked at and worked on through another node. */
    public ReferralLife at(FhirClient node) {
        return new ReferralLife(node, this);
    }

    public Bundle sent() {
        return sent;
    }

    /** What the GP's system was answered. */
    public Answer received() {
        return received;
    }

    /** The Task as it is now. */
    public Task task() {
        return server.read(his, reference(Task.class), Task.class);
    }

    /** The Task as it is now, as this client sees it. */
    public Task task(String client) {
        return client.equals(his) ? task() : seenBy(server, client, task());
    }

    /** This very version of a Task as this client sees it, in part perhaps; the same when it sees nothing. */
    public static Task seenBy(FhirClient server, String client, Task task) {
        Answer seen = server.get(
                client,
                "/Task/" + task.getIdElement().getIdPart() + "/_history/"
                        + task.getMeta().getVersionId());
        return seen.status() == 200 ? seen.resource(Task.class) : task;
    }

    public ServiceRequest referral() {
        return server.read(his, reference(ServiceRequest.class), ServiceRequest.class);
    }

    public CommunicationRequest request() {
        return server.read(his, reference(CommunicationRequest.class), CommunicationRequest.class);
    }

    public Patient person() {
        return server.read(his, reference(Patient.class), Patient.class);
    }

    public Consent consent() {
        return server.read(his, reference(Consent.class), Consent.class);
    }

    /** What the server recorded of the Task, the oldest first. */
    public List<Provenance> provenance() {
        return server.get(his, "/Provenance?target=" + reference(Task.class)).all(Provenance.class).stream()
                .sorted(Comparator.comparing(Provenance::getRecorded))
                .toList();
    }

    /** The feedback that the GP can read, interim and final. */
    public List<Communication> feedback() {
        return server.get(his, "/Communication?based-on=" + reference(CommunicationRequest.class))
                .all(Communication.class);
    }

    /** The closing notices that this client can read. */
    public List<Communication> notices(String client) {
        return server.get(client, "/Communication?category=closing-notice&part-of=" + reference(Task.class))
                .all(Communication.class);
    }

    public String reference(Class<? extends Resource> type) {
        return type.getSimpleName() + "/" + received.first(type).getIdElement().getIdPart();
    }

    /** Changes the Task as it is now. */
    public Answer change(String client, Consumer<Task> change) {
        Task task = task(client);
        change.accept(task);
        return server.put(client, task);
    }

    /** Takes a step, with nothing but the status and what its guards ask for. */
    public Answer step(String client, TaskStatus to, Set<Guard> guards) {
        return step(client, to, guards, task -> {});
    }

    /** Takes a step with what its guards ask for, and more. */
    public Answer step(String client, TaskStatus to, Set<Guard> guards, Consumer<Task> more) {
        Task task = task(client).setStatus(to);
        more.accept(demanded(task, to, guards));
        return ready(client, task, guards).get();
    }

    /** A step with what its guards ask for, from the Task as this client has just seen it, ready to be sent. */
    public Supplier<Answer> ready(String client, Task seen, TaskStatus to, Set<Guard> guards) {
        return ready(client, demanded(seen.copy().setStatus(to), to, guards), guards);
    }

    private Supplier<Answer> ready(String client, Task task, Set<Guard> guards) {
        if (guards.contains(Guard.G_FEEDBACK)) {
            Bundle ending = Messages.ending(task, finalFeedback(client, task));
            return () -> server.post(client, "", ending);
        }
        return () -> server.put(client, task);
    }

    private static Task demanded(Task task, TaskStatus to, Set<Guard> guards) {
        if (guards.contains(Guard.G_REASON)) {
            task.setStatusReason(reason(to));
        }
        if (guards.contains(Guard.G_RESUME)) {
            task.addExtension(Canonicals.EXTENSION_RESUME_DATE, new DateType("2027-01-04"));
        }
        if (guards.contains(Guard.G_OUTCOME)) {
            task.addOutput()
                    .setType(Messages.concept(Canonicals.SYSTEM_TASK_OUTPUT, "outcome"))
                    .setValue(Messages.concept(Canonicals.SYSTEM_OUTCOME, "helped"));
        }
        return task;
    }

    /** Final feedback from who acts with this client. */
    public Communication finalFeedback(String client, Task task) {
        Communication feedback = Messages.feedback(task, request());
        // Whom we do not know by name is the owner, as far as we know.
        if (ROLES.containsKey(client) || !client.startsWith("wally-")) {
            feedback.setSender(ROLES.containsKey(client) ? new Reference(ROLES.get(client)) : null);
        }
        return feedback;
    }

    /** A reason that fits the status: the first by name that needs no text. */
    public static CodeableConcept reason(TaskStatus status) {
        return reason(STATES.of(status).orElseThrow().reasons().stream()
                .filter(code -> !code.equals("other"))
                .sorted()
                .findFirst()
                .orElseThrow());
    }

    public static CodeableConcept reason(String code) {
        return Messages.concept(Canonicals.SYSTEM_STATUS_REASON, code);
    }
}
