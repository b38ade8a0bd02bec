package nl.wally.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.wally.FhirClient.Answer;
import nl.wally.Messages;
import nl.wally.ReferralLife;
import nl.wally.ServerIT;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Somebody else's ids at every door that takes one (IDOR). An id may be learned: from a log, a screen, a colleague who left.
 * Whoever may not see what it names gets the very answer that an id of nothing gets: not a word, a header or a status more,
 * or the practice of a person could be found by trying.
 */
class ForeignIdsIT extends ServerIT {
    private static final List<String> STRANGERS = List.of("his-demo-2", "operator-demo", "privacy-demo");
    private static final List<Class<? extends Resource>> TYPES =
            List.of(Patient.class, Consent.class, ServiceRequest.class, Task.class, CommunicationRequest.class);

    private static ReferralLife hidden;

    @BeforeEach
    void aReferralOfAnotherPractice() {
        if (hidden == null) {
            hidden = ReferralLife.begin(server, 1);
        }
    }

    @TestFactory
    Stream<DynamicTest> anIdOfSomebodyElseIsAnIdOfNothing() {
        List<DynamicTest> tests = new ArrayList<>();
        for (String stranger : STRANGERS) {
            for (Class<? extends Resource> type : TYPES) {
                String foreign = hidden.reference(type);
                String nothing = type.getSimpleName() + "/" + UUID.randomUUID();
                doors(stranger, type)
                        .forEach((door, question) -> tests.add(DynamicTest.dynamicTest(
                                stranger + ", " + type.getSimpleName() + ", " + door,
                                () -> requireAlike(question, foreign, nothing))));
            }
        }
        return tests.stream();
    }

    private static void requireAlike(Function<String, Answer> question, String foreign, String nothing) {
        Answer hit = question.apply(foreign);
        Answer miss = question.apply(nothing);
        assertThat(hit.status()).as(hit.body()).isEqualTo(miss.status()).isLessThan(500);
        assertThat(neutral(hit.body(), foreign)).isEqualTo(neutral(miss.body(), nothing));
        assertThat(hit.header("ETag")).isEqualTo(miss.header("ETag"));
        assertThat(hit.header("Location")).isEqualTo(miss.header("Location"));
        assertThat(hit.header("Last-Modified").isPresent())
                .isEqualTo(miss.header("Last-Modified").isPresent());
        assertThat(hit.body()).doesNotContain("Thea", "de Vries");
    }

    /** What the caller wrote comes back in links, and each answer has an id and a time of its own. */
    private static String neutral(String body, String reference) {
        return body.replace(reference, "X")
                .replace(reference.substring(reference.indexOf('/') + 1), "X")
                .replaceAll("\"(id|timestamp|lastUpdated)\":\\s*\"[^\"]*\"", "")
                .replaceAll("_cursor=[\\w-]+", "");
    }

    private Map<String, Function<String, Answer>> doors(String client, Class<? extends Resource> type) {
        String name = type.getSimpleName();
        Map<String, Function<String, Answer>> doors = new LinkedHashMap<>();
        doors.put("read", id -> server.get(client, "/" + id));
        doors.put("read as XML", id -> server.get(client, "/" + id + "?_format=xml"));
        doors.put("read in part", id -> server.get(client, "/" + id + "?_elements=id"));
        doors.put("version", id -> server.get(client, "/" + id + "/_history/1"));
        doors.put("history", id -> server.get(client, "/" + id + "/_history"));
        doors.put("search by id", id -> server.get(client, "/" + name + "?_id=" + part(id)));
        doors.put("summary", id -> server.get(client, "/" + name + "?_id=" + part(id) + "&_summary=count"));
        doors.put("provenance of it", id -> server.get(client, "/Provenance?target=" + id));
        doors.put("tasks on it", id -> server.get(client, "/Task?focus=" + id + "&_include=Task:focus"));
        doors.put("tasks of it", id -> server.get(client, "/Task?patient=" + id + "&_include=Task:patient"));
        doors.put("parts of it", id -> server.get(client, "/Communication?part-of=" + id));
        doors.put("available actions", id -> server.get(client, "/" + id + "/$available-actions"));
        doors.put("update", id -> put(client, id, "W/\"1\"", own(type, id)));
        doors.put("stale update", id -> put(client, id, "W/\"9\"", own(type, id)));
        doors.put("JSON patch", id -> patch(client, id, "[{\"op\":\"test\",\"path\":\"/id\",\"value\":\"x\"}]"));
        doors.put("rehearsed update", id -> rehearse(client, id, own(type, id)));
        doors.put("update in a transaction", id -> transaction(client, id, own(type, id)));
        doors.put("reference in a message", id -> server.post(client, "/Communication", about(id)));
        doors.put("delete", id -> server.send(server.request(client, "/" + id).DELETE()));
        return doors;
    }

    /** A good resource of that type under that id, so that nothing else is wrong with it. */
    private static Resource own(Class<? extends Resource> type, String id) {
        Resource good = Messages.part(Messages.referral(1), type);
        good.setId(id);
        return good;
    }

    private static Communication about(String reference) {
        Communication message = new Communication();
        message.setStatus(Communication.CommunicationStatus.COMPLETED);
        message.addPartOf().setReference(reference);
        message.getSubject().setReference(reference);
        return message;
    }

    private Answer put(String client, String id, String match, Resource resource) {
        return server.send(server.request(client, "/" + id)
                .header("Content-Type", "application/fhir+json")
                .header("If-Match", match)
                .PUT(BodyPublishers.ofString(server.json(resource))));
    }

    private Answer patch(String client, String id, String operations) {
        return server.send(server.request(client, "/" + id)
                .header("Content-Type", "application/json-patch+json")
                .header("If-Match", "W/\"1\"")
                .method("PATCH", BodyPublishers.ofString(operations)));
    }

    private Answer rehearse(String client, String id, Resource resource) {
        return server.post(client, "/" + id + "/$validate?mode=update", resource);
    }

    private Answer transaction(String client, String id, Resource resource) {
        Bundle bundle = new Bundle().setType(Bundle.BundleType.TRANSACTION);
        bundle.addEntry()
                .setResource(resource)
                .getRequest()
                .setMethod(Bundle.HTTPVerb.PUT)
                .setUrl(id)
                .setIfMatch("W/\"1\"");
        return server.post(client, "", bundle);
    }

    private static String part(String reference) {
        return reference.substring(reference.indexOf('/') + 1);
    }
}
