package nl.wally.refusal;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.wally.shared.Problem;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** G-MATCH: nobody changes what they have not read, in whatever way they send the change. */
class BadVersionIT extends RefusalIT {
    static final String JSON_PATCH = "[{\"op\":\"replace\",\"path\":\"/status\",\"value\":\"received\"}]";

    private static final List<String> RUBBISH = List.of(
            "*",
            "W/*",
            "1",
            "W/1",
            "w/\"1\"",
            "'1'",
            "W/\"\"",
            "\"\"",
            "W/\"0\"",
            "W/\"01\"",
            "W/\"-1\"",
            "W/\"1",
            "1\"",
            "W/\"abc\"",
            "W/\"1\", W/\"2\"",
            "W/\"1.0\"",
            "W/\"99999999999999999999\"",
            "Kanarie",
            "W/\"1\"Kanarie",
            "W/\"1'; drop table hfj_resource; --\"",
            "null",
            "%00",
            "W/W/\"1\"");

    @TestFactory
    Stream<DynamicTest> refusesWritesOfAVersionThatIsNotTheCurrentOne() {
        Task task = server.post(GP, "", marked()).first(Task.class);
        task.setStatus(Task.TaskStatus.RECEIVED);
        String url = "Task/" + task.getIdElement().getIdPart();
        Map<String, Function<@Nullable String, Reply>> ways = new LinkedHashMap<>();
        ways.put("PUT", etag -> write("PUT", url, JSON, server.json(task), etag));
        ways.put("JSON Patch", etag -> write("PATCH", url, "application/json-patch+json", JSON_PATCH, etag));
        ways.put("FHIRPath Patch", etag -> write("PATCH", url, JSON, server.json(fhirPathPatch()), etag));
        ways.put("PUT in a transaction", etag -> transaction(Bundle.HTTPVerb.PUT, url, task, etag));
        ways.put("JSON Patch in a transaction", etag -> transaction(Bundle.HTTPVerb.PATCH, url, jsonPatch(), etag));
        ways.put(
                "FHIRPath Patch in a transaction",
                etag -> transaction(Bundle.HTTPVerb.PATCH, url, fhirPathPatch(), etag));
        return ways.entrySet().stream().flatMap(way -> {
            Function<@Nullable String, Reply> send = way.getValue();
            return Stream.concat(
                    Stream.of(
                            refuses(way.getKey() + " without", Problem.VERSION_REQUIRED, 428, () -> send.apply(null)),
                            refuses(way.getKey() + " stale", Problem.VERSION_STALE, 412, () -> send.apply("W/\"9\"")),
                            refuses(
                                    way.getKey() + " stale strong",
                                    Problem.VERSION_STALE,
                                    412,
                                    () -> send.apply("\"9\""))),
                    RUBBISH.stream()
                            .map(etag -> refuses(
                                    way.getKey() + " " + etag, Problem.VERSION_INVALID, 400, () -> send.apply(etag))));
        });
    }

    @TestFactory
    Stream<DynamicTest> refusesTwoHeaders() {
        Task task = server.post(GP, "", marked()).first(Task.class);
        String path = "/Task/" + task.getIdElement().getIdPart();
        return Stream.of(refuses(
                "If-Match twice",
                Problem.VERSION_INVALID,
                400,
                () -> send(server.request(SANNE, path)
                        .header("Content-Type", "application/json-patch+json")
                        .header("If-Match", "W/\"1\"")
                        .header("If-Match", "W/\"2\"")
                        .method("PATCH", BodyPublishers.ofString(JSON_PATCH)))));
    }

    private Reply write(String method, String url, String type, String body, @Nullable String etag) {
        var request = server.request(SANNE, "/" + url).header("Content-Type", type);
        if (etag != null) {
            request.header("If-Match", etag);
        }
        return send(request.method(method, BodyPublishers.ofString(body)));
    }

    private Reply transaction(Bundle.HTTPVerb method, String url, Resource resource, @Nullable String etag) {
        var bundle = new Bundle().setType(Bundle.BundleType.TRANSACTION);
        bundle.addEntry()
                .setResource(resource)
                .getRequest()
                .setMethod(method)
                .setUrl(url)
                .setIfMatch(etag);
        return Reply.of(server.post(SANNE, "", bundle));
    }

    private static Binary jsonPatch() {
        return new Binary()
                .setContentType("application/json-patch+json")
                .setData(JSON_PATCH.getBytes(StandardCharsets.UTF_8));
    }

    private static Parameters fhirPathPatch() {
        var patch = new Parameters();
        var operation = patch.addParameter().setName("operation");
        operation.addPart().setName("type").setValue(new CodeType("replace"));
        operation.addPart().setName("path").setValue(new StringType("Task.status"));
        operation.addPart().setName("value").setValue(new CodeType("received"));
        return patch;
    }
}
