package nl.wally.fuzz;

import static nl.wally.fuzz.Call.encoded;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** Creates, updates, patches and subscribes. */
final class Changes {
    private static final String CURRENT = "W/\"1\"";
    private static final Set<String> OF_COORDINATORS =
            Set.of("HealthcareService", "Organization", "Practitioner", "PractitionerRole", "CareTeam", "Appointment");
    private static final List<String> PATCHED = List.of("Task", "Consent", "Patient");

    /** What others on this server live by is left alone. */
    private static final Set<String> NOT_SENT = Set.of(
            "Bundle", "AuditEvent", "Subscription", "Organization", "PractitionerRole", "CareTeam", "Appointment");

    private static final List<ObjectNode> PARTS = Examples.all().stream()
            .filter(example -> !NOT_SENT.contains(type(example)))
            .toList();

    private static final List<String> PATHS = List.of(
            "/status",
            "/note/-",
            "/note/0/text",
            "/id",
            "/meta",
            "/meta/versionId",
            "/resourceType",
            "/contained/-",
            "/extension/0",
            "/extension/99999999999",
            "/owner/reference",
            "/for",
            "",
            "/",
            "//",
            "/~2",
            "/\u0000",
            "/identifier/0/value",
            "/provision/provision/0");

    private static final List<String> EXPRESSIONS = List.of(
            "",
            ".note",
            ".where(status = 'x').note",
            ".repeat(children())",
            ".descendants()",
            ".note.first()",
            ".extension('http://x')",
            ".status.trace('x')",
            "(".repeat(500),
            ".id");

    private final Calls calls;

    Changes(Calls calls) {
        this.calls = calls;
    }

    Call create(Household from, Choices choices) {
        ObjectNode example = choices.of(PARTS);
        ObjectNode message =
                calls.mutant(OF_COORDINATORS.contains(type(example)) ? example : from.own(example), choices);
        message.remove("id");
        String type = type(message);
        String place = choices.once(20) ? "Task" : encoded(type);
        return calls.body("POST", "/fhir/" + place, sender(type, from, choices), message, choices);
    }

    Call update(Household from, Choices choices) {
        ObjectNode example = choices.of(PARTS);
        ObjectNode message = calls.mutant(from.own(example), choices);
        String type = message.path("resourceType").asText();
        String place =
                OF_COORDINATORS.contains(type) ? type + "/" + example.path("id").asText() : from.reference(type);
        if (choices.once(12)) {
            place = type + "/" + encoded(choices.of(Oddities.TEXTS));
        }
        message.put("id", place.substring(place.indexOf('/') + 1));
        return calls.body("PUT", "/fhir/" + place, sender(type, from, choices), message, choices)
                .with("If-Match", version(choices));
    }

    Call patch(Household from, Choices choices) {
        String type = choices.of(PATCHED);
        ObjectNode whole = Examples.read("{\"steps\": []}");
        ArrayNode steps = whole.withArray("steps");
        steps.addObject().put("op", "replace").put("path", "/status").put("value", choices.of(Oddities.CODES));
        for (int step = choices.below(3); step > 0; step--) {
            ObjectNode one = steps.addObject()
                    .put("op", choices.of(List.of("replace", "add", "remove", "move", "copy", "test", "")))
                    .put("path", choices.of(PATHS));
            one.put("from", choices.of(PATHS));
            one.put("value", choices.of(Oddities.TEXTS));
        }
        String body = calls.mutant(whole, choices).path("steps").toString();
        return Call.of("PATCH", "/fhir/" + from.reference(type), from.sender(choices))
                .with("If-Match", version(choices))
                .with("application/json-patch+json", body.getBytes(StandardCharsets.UTF_8));
    }

    Call fhirPathPatch(Household from, Choices choices) {
        String type = choices.of(PATCHED);
        ObjectNode patch =
                Examples.read("{\"resourceType\": \"Parameters\", \"parameter\": [{\"name\": \"operation\"}]}");
        ArrayNode part = ((ObjectNode) patch.withArray("parameter").get(0)).putArray("part");
        String operation = choices.of(List.of("replace", "add", "delete", "insert", "move", ""));
        part.addObject().put("name", "type").put("valueCode", operation);
        part.addObject()
                .put("name", "path")
                .put("valueString", type + (operation.equals("replace") ? ".status" : choices.of(EXPRESSIONS)));
        if (!operation.equals("delete")) {
            part.addObject().put("name", "value").put("valueCode", choices.of(Oddities.CODES));
        }
        if (operation.equals("add")) {
            part.addObject().put("name", "name").put("valueString", choices.of(List.of("note", "status", "id", "x y")));
        }
        if (operation.equals("insert") || operation.equals("move")) {
            part.addObject().put("name", "index").put("valueInteger", choices.below(3) - 1);
            part.addObject().put("name", "source").put("valueInteger", choices.below(3) - 1);
            part.addObject().put("name", "destination").put("valueInteger", Integer.MAX_VALUE);
        }
        return calls.body(
                        "PATCH",
                        "/fhir/" + from.reference(type),
                        from.sender(choices),
                        calls.mutant(patch, choices),
                        choices)
                .with("If-Match", version(choices));
    }

    Call subscribe(Household from, Choices choices) {
        ObjectNode asked = subscription(from.own(Examples.of("Subscription").get(0)), choices);
        return calls.body("POST", "/fhir/Subscription", from.his(), calls.mutant(asked, choices), choices);
    }

    private static String type(ObjectNode message) {
        return message.path("resourceType").asText();
    }

    private static String sender(String type, Household from, Choices choices) {
        return OF_COORDINATORS.contains(type) ? "coordinator-demo" : from.sender(choices);
    }

    private static String version(Choices choices) {
        return choices.once(4) ? choices.of(Oddities.VERSIONS) : CURRENT;
    }

    private static ObjectNode subscription(ObjectNode example, Choices choices) {
        example.remove(List.of("id", "extension"));
        example.put("status", "requested");
        ObjectNode channel = (ObjectNode) example.get("channel");
        channel.put(
                "endpoint",
                choices.of(List.of(
                        "http://localhost:1/hook",
                        "http://127.0.0.1:1/",
                        "http://localhost@kanarie.invalid/",
                        "http://[::1]:1/x",
                        "http://localhost:99999/",
                        "file:///etc/passwd",
                        "http://localhost:1/" + "a/".repeat(5000),
                        "http://localhost:1/%zz")));
        channel.putArray("header")
                .add(choices.of(List.of(
                        "Authorization: Bearer x",
                        "X-A: a\r\nX-B: b",
                        "Host: x",
                        "X-Forwarded-For: x",
                        ":",
                        "X-\u00e9: x",
                        "Authorization: ********",
                        "X-Long: " + "x".repeat(1999))));
        return example;
    }
}
