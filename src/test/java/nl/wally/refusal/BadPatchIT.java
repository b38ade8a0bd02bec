package nl.wally.refusal;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Patches that are none, on their own and in a transaction. */
class BadPatchIT extends RefusalIT {
    private static final Set<Integer> REFUSED = Set.of(400, 403, 404, 405, 409, 412, 422, 428);

    @TestFactory
    Stream<DynamicTest> refusesPatchEntriesThatAreNone() {
        Task task = server.post(GP, "", marked()).first(Task.class);
        String url = "Task/" + task.getIdElement().getIdPart();
        Map<String, String> resources = new LinkedHashMap<>();
        resources.put("a Task", server.json(task));
        resources.put("Parameters without operations", "{\"resourceType\":\"Parameters\"}");
        resources.put(
                "Parameters with another name",
                "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"kanarie\",\"valueString\":\"x\"}]}");
        resources.put("an operation without parts", operation(""));
        resources.put("an unknown operation", operation("{\"name\":\"type\",\"valueCode\":\"kanarie\"}"));
        for (String path : List.of("Task.kanarie", "(", "Patient.name", "Task", "1/0", "%resource")) {
            for (String type : List.of("replace", "delete", "insert", "move", "add")) {
                if (type.equals("delete")
                        && List.of("Task.kanarie", "Patient.name", "1/0").contains(path)) {
                    // FHIR: deleting what is not there is no error.
                    continue;
                }
                resources.put(
                        type + " " + path,
                        operation(
                                "{\"name\":\"type\",\"valueCode\":\"" + type
                                        + "\"},{\"name\":\"path\",\"valueString\":\"" + path
                                        + "\"},{\"name\":\"name\",\"valueString\":\"kanarie\"},{\"name\":\"value\",\"valueString\":\"Kanarie\"}"));
            }
        }
        for (String type : List.of("text/plain", "application/json", "application/json-patch+xml", "")) {
            resources.put("a Binary of " + type, binary(type, BadVersionIT.JSON_PATCH));
        }
        for (String patch : JsonPatches.BAD) {
            resources.put("a Binary with " + patch, binary("application/json-patch+json", patch));
        }
        resources.put(
                "a Binary without data",
                "{\"resourceType\":\"Binary\",\"contentType\":\"application/json-patch+json\"}");
        return resources.entrySet().stream()
                .map(resource -> refuses(
                        resource.getKey(),
                        REFUSED,
                        () -> Reply.of(server.post(
                                SANNE,
                                "",
                                "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[{\"resource\":"
                                        + resource.getValue() + ",\"request\":{\"method\":\"PATCH\",\"url\":\"" + url
                                        + "\",\"ifMatch\":\"W/\\\"1\\\"\"}}]}"))));
    }

    @TestFactory
    Stream<DynamicTest> refusesPatchesThatAreNone() {
        Task task = server.post(GP, "", marked()).first(Task.class);
        String path = "/Task/" + task.getIdElement().getIdPart();
        return JsonPatches.BAD.stream()
                .map(patch -> refuses(
                        "patch " + patch,
                        REFUSED,
                        () -> send(server.request(SANNE, path)
                                .header("Content-Type", "application/json-patch+json")
                                .header("If-Match", "W/\"1\"")
                                .method("PATCH", BodyPublishers.ofString(patch)))));
    }

    private static String operation(String parts) {
        return "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"operation\",\"part\":[" + parts + "]}]}";
    }

    private static String binary(String type, String data) {
        return "{\"resourceType\":\"Binary\",\"contentType\":\"" + type + "\",\"data\":\""
                + Base64.getEncoder().encodeToString(data.getBytes(StandardCharsets.UTF_8))
                + "\"}";
    }
}
