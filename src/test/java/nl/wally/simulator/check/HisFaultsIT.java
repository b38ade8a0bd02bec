package nl.wally.simulator.check;

import static nl.wally.simulator.check.DemoHis.CLIENT;
import static nl.wally.simulator.check.DemoHis.changed;
import static nl.wally.simulator.check.DemoHis.reference;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.stream.Stream;
import nl.wally.Beside;
import nl.wally.Consents;
import nl.wally.FhirClient.Answer;
import nl.wally.Messages;
import nl.wally.ServerIT;
import nl.wally.conformance.Canonicals;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestPriority;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** For each requirement of a HIS something that fails it, and nothing else, with the request that was wrong. */
class HisFaultsIT extends ServerIT {
    @AfterEach
    void endCheck() {
        new CheckDoor(server, CLIENT).end();
    }

    @ParameterizedTest
    @MethodSource({"referring", "changing", "conduct"})
    void isFound(Fault<HisFaultsIT> fault) {
        CheckDoor door = new CheckDoor(server, CLIENT).begin();
        fault.deed().accept(this);
        fault.assertFoundBy(door.report());
    }

    static Stream<Fault<HisFaultsIT>> referring() {
        return Stream.of(
                Fault.of("HIS-02", "POST /oauth2/token → 200", it -> it.times(4, it.his()::token)),
                Fault.of(
                        "HIS-03",
                        "POST /fhir/ServiceRequest → 422 bundle-required",
                        it -> it.server.post(
                                CLIENT, "/ServiceRequest", Messages.part(Messages.referral(1), ServiceRequest.class))),
                Fault.of("HIS-04", "409 duplicate", HisFaultsIT::usesANumberTwice),
                Fault.of("HIS-05", "POST /fhir → 422 bsn-refused", HisFaultsIT::sendsTheBsn),
                Fault.of("HIS-06", "consent-missing", it -> {
                    Bundle bare = Messages.referral(1);
                    Consents.takeAway(Messages.part(bare, Consent.class), "share-with-social");
                    it.his().send(bare);
                }),
                Fault.of("HIS-07", "feedback-request-missing", it -> {
                    Bundle bare = Messages.referral(1);
                    bare.getEntry().removeIf(entry -> entry.getResource() instanceof CommunicationRequest);
                    it.his().send(bare);
                }),
                Fault.of("HIS-08", "without ifNoneExist", it -> {
                    Bundle bare = Messages.referral(1);
                    bare.getEntryFirstRep().getRequest().setIfNoneExist(null);
                    it.his().send(bare);
                }),
                Fault.of(
                        "HIS-09",
                        "GET /fhir/Task?identifier → 200: wrong, nothing found",
                        it -> it.server.get(
                                CLIENT, "/Task?identifier=" + Canonicals.REFERRAL_NUMBER + "%7CWAW-0000000000")),
                Fault.of("HIS-10", "GET /fhir/Communication?category", it -> {
                    it.his().lookUntil(it.his().refer(), TaskStatus.COMPLETED);
                    it.server.get(CLIENT, "/Communication?category=message&sent=ge2100");
                }),
                Fault.of("HIS-11", "PUT /fhir/Communication/{id} → ", HisFaultsIT::confirmsForSomeoneElse),
                Fault.of("HIS-12", "under another number after a lost answer", it -> {
                    it.his().refer();
                    it.his().send(Messages.referral(1));
                    it.his().pause(2);
                    it.his().send(Messages.referral(1));
                }),
                Fault.of("HIS-13", "too early: Retry-After was 2 s", it -> {
                    it.his().refer();
                    Bundle second = Messages.referral(1);
                    it.his().send(second);
                    it.his().send(second);
                }),
                Fault.of("HIS-14", "answer-missing", HisFaultsIT::answersNothing));
    }

    static Stream<Fault<HisFaultsIT>> changing() {
        return Stream.of(
                Fault.of("HIS-15", "422 status-reason", it -> {
                    Task task = it.his().refer().first(Task.class);
                    it.server.put(CLIENT, task.setStatus(TaskStatus.CANCELLED));
                }),
                Fault.<HisFaultsIT>of("HIS-16", "PUT /fhir/Task/{id} → 428 version-required", it -> {
                            Task task = DemoHis.withdrawn(it.his().refer().first(Task.class));
                            it.server.send(it.server
                                    .request(CLIENT, "/" + Beside.reference(task))
                                    .header("Content-Type", "application/fhir+json")
                                    .PUT(BodyPublishers.ofString(it.server.json(task))));
                        })
                        .failsAlso("HIS-15"),
                Fault.<HisFaultsIT>of("HIS-17", "not read again first after 412", it -> {
                            Answer thea = it.his().refer();
                            Task seen = it.his().look(thea);
                            it.his().look(thea);
                            it.times(2, () -> it.server.put(CLIENT, DemoHis.withdrawn(seen)));
                        })
                        .failsAlso("HIS-15"),
                Fault.of("HIS-18", "POST /fhir/Task → ", it -> {
                    Task task = it.his().refer().first(Task.class);
                    it.server.post(CLIENT, "/Task", Beside.cancellation(task));
                }),
                Fault.of("HIS-19", "PUT /fhir/Consent/{id} → 422", it -> {
                    String consent = reference(it.his().refer(), Consent.class);
                    Consent gone = it.server.read(CLIENT, consent, Consent.class);
                    it.server.put(
                            CLIENT,
                            gone.setStatus(Consent.ConsentState.INACTIVE).setPatient(new Reference("Patient/4711")));
                }));
    }

    static Stream<Fault<HisFaultsIT>> conduct() {
        return Stream.of(
                Fault.of("HIS-20", "the same once more", it -> {
                    Bundle hasty =
                            changed(Messages.referral(1), request -> request.setPriority(ServiceRequestPriority.ASAP));
                    it.times(2, () -> it.his().send(hasty));
                }),
                Fault.of(
                        "HIS-21",
                        "422 crisis",
                        it -> it.his()
                                .send(changed(
                                        Messages.fresh(Messages.example("Bundle-TheaReferralCareful", Bundle.class)),
                                        request -> request.setPriority(ServiceRequestPriority.ASAP)))),
                Fault.of("HIS-22", "POST /fhir → 400 unreadable", it -> it.server.post(CLIENT, "", "{")),
                Fault.of(
                        "HIS-23",
                        "GET /fhir/Task?colour → 400 parameter-unknown",
                        it -> it.server.get(CLIENT, "/Task?colour=red")),
                Fault.of("HIS-24", "the same question too often", it -> {
                    Answer thea = it.his().refer();
                    it.times(31, () -> it.his().look(thea));
                }));
    }

    private void usesANumberTwice() {
        Bundle first = Messages.referral(1);
        his().send(first);
        his().send(changed(first, request -> request.getNoteFirstRep().setText("Iets anders.")));
    }

    private void sendsTheBsn() {
        Bundle bundle = Messages.referral(1);
        Messages.part(bundle, Patient.class)
                .addIdentifier()
                .setSystem(Canonicals.BSN)
                .setValue("999900006");
        his().send(bundle);
    }

    private void confirmsForSomeoneElse() {
        Answer thea = his().refer();
        his().lookUntil(thea, TaskStatus.COMPLETED);
        Communication feedback = his().feedback(thea).get(0);
        feedback.addExtension(Messages.read("PractitionerRole/gp-2"));
        server.put(CLIENT, feedback);
    }

    private void answersNothing() {
        his().refer();
        Bundle second = Messages.referral(1);
        his().send(second);
        his().pause(2);
        Answer thea = his().send(second);
        String open = "/Task?code=provide-information&part-of=" + reference(thea, Task.class);
        server.get(CLIENT, open);
        his().pause(2);
        his().look(thea);
        his().look(thea);
        List<Task> questions = server.get(CLIENT, open).all(Task.class);
        server.put(CLIENT, questions.get(0).setStatus(TaskStatus.COMPLETED));
    }

    private DemoHis his() {
        return new DemoHis(server, clock);
    }

    private void times(int count, Runnable deed) {
        for (int index = 0; index < count; index++) {
            deed.run();
        }
    }
}
