package nl.wally.refusal;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The wrong resource in the right URL, and the right one in the wrong URL. */
class WrongResourceIT extends RefusalIT {
    @TestFactory
    Stream<DynamicTest> refusesAnotherResourceThanTheUrlNames() {
        var sent = server.post(GP, "", marked());
        Task task = sent.first(Task.class);
        Patient patient = sent.first(Patient.class);
        String id = task.getIdElement().getIdPart();
        return Stream.of(
                refuses("a Patient as Task", Set.of(400, 422), () -> put(SANNE, "/Task/" + id, server.json(patient))),
                refuses(
                        "a Task as Patient",
                        Set.of(400, 422),
                        () -> put(GP, "/Patient/" + patient.getIdElement().getIdPart(), server.json(task))),
                refuses("a Bundle as Task", Set.of(400, 422), () -> put(SANNE, "/Task/" + id, markedJson())));
    }

    @TestFactory
    Stream<DynamicTest> refusesAnotherIdThanTheUrlNames() {
        var sent = server.post(GP, "", marked());
        Task task = sent.first(Task.class);
        Patient patient = sent.first(Patient.class);
        String id = task.getIdElement().getIdPart();
        String fresh = UUID.randomUUID().toString();
        Task another = task.copy();
        another.setId(fresh);
        Task bare = task.copy();
        bare.setIdElement(null);
        return Stream.of(
                refuses("another id", Set.of(400, 422), () -> put(SANNE, "/Task/" + id, server.json(another))),
                refuses("no id", Set.of(400, 422), () -> put(SANNE, "/Task/" + id, server.json(bare))),
                refuses("a new id", Set.of(404, 405), () -> put(SANNE, "/Task/" + fresh, server.json(another))),
                refuses("a new id of a Patient", Set.of(404, 405), () -> {
                    Patient copy = patient.copy();
                    copy.setId(fresh);
                    return put(GP, "/Patient/" + fresh, server.json(copy));
                }),
                refuses(
                        "a new id of an Organization",
                        Set.of(404, 405),
                        () -> put(
                                "coordinator-demo",
                                "/Organization/kanarie",
                                "{\"resourceType\":\"Organization\",\"id\":\"kanarie\",\"name\":\"Kanarie\"}")));
    }

    @TestFactory
    Stream<DynamicTest> refusesUrlsThatTakeNoUpdate() {
        Task task = server.post(GP, "", marked()).first(Task.class);
        String id = task.getIdElement().getIdPart();
        return Stream.of(
                refuses("no id in the URL", Set.of(400, 405), () -> put(SANNE, "/Task", server.json(task))),
                refuses(
                        "a condition in the URL",
                        Set.of(400, 405),
                        () -> put(SANNE, "/Task?identifier=kanarie", server.json(task))),
                refuses(
                        "a version in the URL",
                        Set.of(400, 405),
                        () -> put(SANNE, "/Task/" + id + "/_history/1", server.json(task))));
    }

    @TestFactory
    Stream<DynamicTest> refusesResourcesPostedWhereTheyDoNotBelong() {
        var sent = server.post(GP, "", marked());
        Task task = sent.first(Task.class);
        Patient patient = sent.first(Patient.class);
        Task bare = task.copy();
        bare.setIdElement(null);
        return Stream.of(
                refuses("a Patient posted to Task", Set.of(400, 422), () -> post("/Task", JSON, server.json(patient))),
                refuses("a Task on its own", Set.of(422), () -> post("/Task", JSON, server.json(bare))),
                refuses("a Bundle posted to Bundle", Set.of(404, 405), () -> post("/Bundle", JSON, markedJson())),
                refuses("a Patient posted to the base", Set.of(400), () -> post("", JSON, server.json(patient))));
    }

    @TestFactory
    Stream<DynamicTest> refusesADeletionAndOtherPatches() {
        Task task = server.post(GP, "", marked()).first(Task.class);
        String id = task.getIdElement().getIdPart();
        return Stream.of(
                refuses(
                        "a deletion",
                        Set.of(405),
                        () -> send(server.request(GP, "/Task/" + id).DELETE())),
                refuses(
                        "a JSON Patch to PUT",
                        415,
                        () -> send(server.request(SANNE, "/Task/" + id)
                                .header("Content-Type", "application/json-patch+json")
                                .header("If-Match", "W/\"1\"")
                                .PUT(BodyPublishers.ofString(BadVersionIT.JSON_PATCH)))),
                refuses(
                        "an XML patch",
                        415,
                        () -> send(server.request(SANNE, "/Task/" + id)
                                .header("Content-Type", "application/xml-patch+xml")
                                .header("If-Match", "W/\"1\"")
                                .method("PATCH", BodyPublishers.ofString("<diff/>")))),
                refuses(
                        "a Task as patch",
                        Set.of(400, 415),
                        () -> send(server.request(SANNE, "/Task/" + id)
                                .header("Content-Type", JSON)
                                .header("If-Match", "W/\"1\"")
                                .method("PATCH", BodyPublishers.ofString(server.json(task))))));
    }

    private Reply put(String client, String path, String body) {
        return send(server.request(client, path)
                .header("Content-Type", JSON)
                .header("If-Match", "W/\"1\"")
                .PUT(BodyPublishers.ofString(body)));
    }
}
