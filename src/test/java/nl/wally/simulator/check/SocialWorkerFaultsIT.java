package nl.wally.simulator.check;

import static nl.wally.simulator.check.DemoWally.CLIENT;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.stream.Stream;
import nl.wally.Beside;
import nl.wally.FhirClient.Answer;
import nl.wally.Messages;
import nl.wally.ReferralLife;
import nl.wally.ServerIT;
import nl.wally.conformance.Canonicals;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** For each requirement of a social worker's system something that fails it, with the request that was wrong. */
class SocialWorkerFaultsIT extends ServerIT {
    private DemoWally wally;

    @AfterEach
    void endCheck() {
        new CheckDoor(server, CLIENT).end();
    }

    @ParameterizedTest
    @MethodSource({"looks", "steps", "conduct", "endings"})
    void isFound(Fault<SocialWorkerFaultsIT> fault) {
        Instant began = Instant.now();
        CheckDoor door = new CheckDoor(server, CLIENT).begin();
        wally = new DemoWally(server, clock);
        wally.readWorkList(began);
        fault.deed().accept(this);
        fault.assertFoundBy(door.report());
    }

    static Stream<Fault<SocialWorkerFaultsIT>> looks() {
        return Stream.of(
                Fault.of("SW-02", "POST /oauth2/token → 200", it -> it.times(4, it.wally::token)),
                Fault.of("SW-05", "GET /fhir/Task?colour → 400 parameter-unknown", it -> it.look("/Task?colour=red")),
                Fault.of("SW-15", "nothing found", it -> {
                    it.wally.become("S3", TaskStatus.ACCEPTED);
                    it.wally.become("S3", TaskStatus.ACCEPTED);
                    it.server.post(CLIENT, "", Beside.question(it.wally.task("S3"), "Wat is haar nummer?"));
                    it.times(2, () -> it.look("/Communication?category=message&sent=ge2100"));
                }),
                Fault.of("SW-21", "writes without consent", it -> {
                    Task gone = it.wally.task("S5");
                    it.wally.respectsConsent();
                    it.server.put(CLIENT, gone.setStatus(TaskStatus.INPROGRESS));
                }),
                Fault.of(
                        "SW-23",
                        "too early: Retry-After was 2 s",
                        it -> it.times(3, () -> it.look("/Task?code=abort"))),
                Fault.of("SW-24", "POST /fhir → 400 unreadable", it -> it.server.post(CLIENT, "", "{")),
                Fault.of("SW-25", "the same question too often", it -> it.times(32, () -> it.wally.task("S6"))));
    }

    static Stream<Fault<SocialWorkerFaultsIT>> steps() {
        return Stream.of(
                Fault.of("SW-06", "422 business-status", it -> it.wrongly("S1", TaskStatus.RECEIVED)),
                Fault.of("SW-07", "422 business-status", it -> it.wrongly("S1", TaskStatus.ACCEPTED)),
                Fault.<SocialWorkerFaultsIT>of("SW-08", "POST /fhir/Communication → 422", it -> {
                            it.wally.become("S1", TaskStatus.ACCEPTED);
                            Communication attempt = Messages.attempt(it.wally.task("S1"), "reached");
                            attempt.getExtension().clear();
                            it.server.post(CLIENT, "/Communication", attempt);
                        })
                        .failsAlso("SW-24"),
                Fault.<SocialWorkerFaultsIT>of("SW-09", "POST /fhir/QuestionnaireResponse → 422", it -> {
                            it.wally.become("S1", TaskStatus.ACCEPTED);
                            QuestionnaireResponse clarification = Messages.clarification(it.wally.task("S1"));
                            it.server.post(CLIENT, "/QuestionnaireResponse", clarification.setSubject(null));
                        })
                        .failsAlso("SW-24"),
                Fault.of(
                        "SW-12",
                        "422 element-not-allowed",
                        it -> it.wally.change(
                                "S2",
                                task -> task.getExtension()
                                        .removeIf(
                                                extension -> extension.getUrl().startsWith("http://example.org")))),
                Fault.<SocialWorkerFaultsIT>of("SW-14", "POST /fhir → 422", it -> {
                            it.wally.become("S1", TaskStatus.ACCEPTED);
                            Bundle question = Beside.question(it.wally.task("S1"), "Wat is haar nummer?");
                            Messages.part(question, CommunicationRequest.class).setPayload(null);
                            it.server.post(CLIENT, "", question);
                        })
                        .failsAlso("SW-24"),
                Fault.of("SW-16", "422 resume-date-missing", it -> {
                    it.wally.become("S1", TaskStatus.ACCEPTED);
                    it.wally.change(
                            "S1",
                            task -> task.setStatus(TaskStatus.ONHOLD)
                                    .setStatusReason(ReferralLife.reason("client-holiday")));
                }));
    }

    static Stream<Fault<SocialWorkerFaultsIT>> conduct() {
        return Stream.of(
                Fault.<SocialWorkerFaultsIT>of("SW-17", "428 version-required", it -> {
                            Task task = it.wally.task("S1").setStatus(TaskStatus.RECEIVED);
                            it.server.send(it.server
                                    .request(CLIENT, "/" + Beside.reference(task))
                                    .header("Content-Type", "application/fhir+json")
                                    .PUT(BodyPublishers.ofString(it.server.json(task))));
                        })
                        .failsAlso("SW-06"),
                Fault.<SocialWorkerFaultsIT>of("SW-18", "not read again first after 412", it -> {
                            Task task = it.wally.task("S3").setStatus(TaskStatus.RECEIVED);
                            it.times(2, () -> it.server.put(CLIENT, task));
                        })
                        .failsAlso("SW-06"),
                Fault.of(
                        "SW-22",
                        "owner-outside-team",
                        it -> it.wally.change("S6", task -> DemoWally.handedOver(task, "PractitionerRole/coach-1"))));
    }

    static Stream<Fault<SocialWorkerFaultsIT>> endings() {
        return Stream.of(
                Fault.of("SW-10", "422 feedback-missing", it -> {
                    it.wally.become("S1", TaskStatus.ACCEPTED);
                    it.wally.change("S1", DemoWally::helped);
                }),
                Fault.<SocialWorkerFaultsIT>of("SW-11", "PUT /fhir/Task/{id} → 422", it -> {
                            it.wally.become("S1", TaskStatus.ACCEPTED);
                            it.wally.end("S1", DemoWally::helped);
                            it.wally.change("S1", task -> {
                                DemoWally.added(task);
                                task.addNote().setText("Beter laat dan nooit.");
                            });
                        })
                        .failsAlso("SW-12", "SW-24"),
                Fault.of(
                        "SW-13",
                        "422 status-reason",
                        it -> it.wally.end("S2", task -> task.setStatus(TaskStatus.REJECTED))),
                Fault.<SocialWorkerFaultsIT>of("SW-19", "PUT /fhir/Task/{id} → 4", it -> {
                            Task request = it.wally.askedToStop().setStatus(TaskStatus.ACCEPTED);
                            it.server.put(CLIENT, request.setOwner(new Reference("PractitionerRole/wally-2")));
                        })
                        .failsAlso("SW-12"),
                Fault.of("SW-20", "422 feedback-missing", it -> {
                    it.server.put(CLIENT, it.wally.askedToStop().setStatus(TaskStatus.ACCEPTED));
                    it.wally.change("S4", DemoWally::stopped);
                }));
    }

    @ParameterizedTest
    @MethodSource("workLists")
    void isFoundInTheWorkList(Fault<SocialWorkerFaultsIT> fault) {
        CheckDoor door = new CheckDoor(server, CLIENT).begin();
        fault.deed().accept(this);
        fault.assertFoundBy(door.report());
    }

    static Stream<Fault<SocialWorkerFaultsIT>> workLists() {
        return Stream.of(
                Fault.of("SW-03", "nothing found", it -> it.look("/Task?owner=PractitionerRole/coach-1")),
                Fault.of(
                        "SW-04",
                        "has read the first page only",
                        it -> it.times(3, () -> it.look("/Task?owner=PractitionerRole/wally-1&_count=2"))));
    }

    /** A step with a progress that does not fit. */
    private void wrongly(String useCase, TaskStatus status) {
        wally.change(
                useCase,
                task -> task.setStatus(status)
                        .setBusinessStatus(Messages.concept(Canonicals.SYSTEM_BUSINESS_STATUS, "closed")));
    }

    private Answer look(String path) {
        return server.get(CLIENT, path);
    }

    private void times(int count, Runnable deed) {
        for (int index = 0; index < count; index++) {
            deed.run();
        }
    }
}
