package nl.wally.refusal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Transactions that are none, or that ask for what is not offered. */
class BadTransactionIT extends RefusalIT {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Set<Integer> REFUSED = Set.of(400, 403, 404, 405, 409, 412, 422, 428);

    @TestFactory
    Stream<DynamicTest> refusesBundlesOfAnotherTypeOrWithOtherEntries() {
        Map<String, Consumer<ObjectNode>> changes = new LinkedHashMap<>();
        for (String type : List.of(
                "batch",
                "searchset",
                "collection",
                "document",
                "message",
                "history",
                "batch-response",
                "transaction-response",
                "kanarie",
                "")) {
            changes.put("type " + type, bundle -> bundle.put("type", type));
        }
        changes.put("no type", bundle -> bundle.remove("type"));
        changes.put("no entries", bundle -> bundle.remove("entry"));
        changes.put("an empty list of entries", bundle -> entries(bundle).removeAll());
        changes.put("an empty entry", bundle -> entries(bundle).addObject());
        changes.put("a null entry", bundle -> entries(bundle).addNull());
        changes.put("51 entries", bundle -> {
            for (int more = 0; more < 46; more++) {
                entries(bundle).add(entries(bundle).get(0).deepCopy());
            }
        });
        changes.put("5,000 entries", bundle -> {
            for (int more = 0; more < 5_000; more++) {
                entries(bundle).addObject().put("fullUrl", "urn:uuid:" + UUID.randomUUID());
            }
        });
        changes.put(
                "a nested transaction",
                bundle -> entries(bundle)
                        .addObject()
                        .<ObjectNode>set("resource", bundle.deepCopy())
                        .putObject("request")
                        .put("method", "POST")
                        .put("url", "Bundle"));
        changes.put(
                "a search beside the referral",
                bundle -> entries(bundle)
                        .addObject()
                        .putObject("request")
                        .put("method", "GET")
                        .put("url", "Patient?name=Kanarie"));
        return refusesChanged(changes);
    }

    @TestFactory
    Stream<DynamicTest> refusesReferralsWithAPartLeftOutOrTwice() {
        Map<String, Consumer<ObjectNode>> changes = new LinkedHashMap<>();
        for (int index = 0; index < 5; index++) {
            int at = index;
            changes.put("part " + at + " left out", bundle -> entries(bundle).remove(at));
            changes.put(
                    "part " + at + " twice",
                    bundle -> entries(bundle).add(entries(bundle).get(at).deepCopy()));
            changes.put("part " + at + " twice with its own fullUrl", bundle -> {
                ObjectNode copy = entries(bundle).get(at).deepCopy();
                entries(bundle).add(copy.put("fullUrl", "urn:uuid:" + UUID.randomUUID()));
            });
            changes.put(
                    "request " + at + " left out", bundle -> entry(bundle, at).remove("request"));
            changes.put(
                    "resource " + at + " left out", bundle -> entry(bundle, at).remove("resource"));
            changes.put(
                    "method " + at + " left out", bundle -> request(bundle, at).remove("method"));
            changes.put("url " + at + " left out", bundle -> request(bundle, at).remove("url"));
        }
        return refusesChanged(changes);
    }

    @TestFactory
    Stream<DynamicTest> refusesPartsWithAnotherMethodOrUrl() {
        Map<String, Consumer<ObjectNode>> changes = new LinkedHashMap<>();
        for (int index = 0; index < 5; index++) {
            int at = index;
            for (String method : List.of("GET", "HEAD", "DELETE", "PUT", "PATCH", "kanarie")) {
                changes.put(method + " " + at, bundle -> request(bundle, at).put("method", method));
                changes.put(
                        method + " " + at + " with an id",
                        bundle -> request(bundle, at)
                                .put("method", method)
                                .put("url", request(bundle, at).get("url").asText() + "/" + UUID.randomUUID()));
            }
            for (String url : List.of(
                    "Binary",
                    "Kanarie",
                    "",
                    "/",
                    "Patient/1/2",
                    "../Patient",
                    "http://kanarie.example/Patient",
                    "Task?identifier=kanarie",
                    "$process-message",
                    "Patient/$everything",
                    "patient")) {
                changes.put(
                        "url " + at + " " + url, bundle -> request(bundle, at).put("url", url));
            }
        }
        return refusesChanged(changes);
    }

    @TestFactory
    Stream<DynamicTest> refusesPartsWithAnotherConditionOrResource() {
        Map<String, Consumer<ObjectNode>> changes = new LinkedHashMap<>();
        for (int index = 0; index < 5; index++) {
            int at = index;
            if (at > 0) {
                changes.put(
                        "ifNoneExist " + at, bundle -> request(bundle, at).put("ifNoneExist", "identifier=kanarie"));
            }
            changes.put(
                    "ifMatch on the create " + at, bundle -> request(bundle, at).put("ifMatch", "W/\"1\""));
            changes.put("ifNoneMatch " + at, bundle -> request(bundle, at).put("ifNoneMatch", "*"));
            changes.put(
                    "a Bundle as resource " + at,
                    bundle ->
                            entry(bundle, at).set("resource", bundle.deepCopy().put("type", "collection")));
            changes.put(
                    "a Binary as resource " + at,
                    bundle -> entry(bundle, at)
                            .putObject("resource")
                            .put("resourceType", "Binary")
                            .put("contentType", "text/plain")
                            .put("data", "a2FuYXJpZQ=="));
            changes.put(
                    "all parts with the fullUrl of the next " + at,
                    bundle -> entry(bundle, at)
                            .put(
                                    "fullUrl",
                                    entry(bundle, (at + 1) % 5).get("fullUrl").asText()));
        }
        return refusesChanged(changes);
    }

    @TestFactory
    Stream<DynamicTest> refusesConditionsThatAreNone() {
        Map<String, Consumer<ObjectNode>> changes = new LinkedHashMap<>();
        for (String garbage : List.of(
                "kanarie",
                "identifier",
                "identifier=",
                "identifier=|",
                "identifier=kanarie",
                "name=Kanarie",
                "Task?identifier=x",
                "identifier=a|b&identifier=c|d",
                "_id=1",
                "?",
                "%",
                "identifier=https%3A",
                "identifier=https://practice-1.example/patient|other-kanarie")) {
            changes.put("ifNoneExist " + garbage, bundle -> request(bundle, 0).put("ifNoneExist", garbage));
        }
        return refusesChanged(changes);
    }

    private Stream<DynamicTest> refusesChanged(Map<String, Consumer<ObjectNode>> changes) {
        return changes.entrySet().stream()
                .map(change -> refuses(change.getKey(), REFUSED, () -> {
                    ObjectNode bundle = tree();
                    change.getValue().accept(bundle);
                    return post(bundle.toString());
                }));
    }

    private ObjectNode tree() {
        try {
            return (ObjectNode) MAPPER.readTree(markedJson());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static ArrayNode entries(JsonNode bundle) {
        return (ArrayNode) bundle.get("entry");
    }

    private static ObjectNode entry(JsonNode bundle, int index) {
        return (ObjectNode) entries(bundle).get(index);
    }

    private static ObjectNode request(JsonNode bundle, int index) {
        return (ObjectNode) entry(bundle, index).get("request");
    }
}
