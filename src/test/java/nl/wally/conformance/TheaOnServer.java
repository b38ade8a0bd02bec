package nl.wally.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import nl.wally.FhirClient;
import nl.wally.FhirClient.Answer;
import nl.wally.Messages;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;

/** A referral of Thea on the server, led by the examples of the guide, as {@code ig/README.md} says. */
final class TheaOnServer {
    static final String GP = "his-demo-1";
    static final String SANNE = "wally-demo-1";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern THEA = Pattern.compile("\"([A-Za-z]+)/(Thea[A-Za-z]*)\"");

    /** What the server writes; whoever sends an update leaves it as it was read. */
    private static final Set<String> WRITTEN_BY_SERVER =
            Set.of("id", "meta", "lastModified", "executionPeriod", "received");

    private static final Map<String, String> ON_THE_WAY_TO = Map.of(
            "requested", "",
            "received", "Task-TheaReceived",
            "accepted", "Task-TheaReceived Task-TheaAccepted",
            "in-progress", "Task-TheaReceived Task-TheaAccepted Task-TheaInProgress",
            "completed",
                    "Task-TheaReceived Task-TheaAccepted Task-TheaInProgress Task-TheaInterimFeedback"
                            + " Task-TheaReferredOnward Task-TheaCompleted");

    private final FhirClient server;
    private final FhirContext context = FhirContext.forR4Cached();
    private final Map<String, String> stored = new HashMap<>();
    private Task task;
    private String played = "Task-TheaRequested";

    private TheaOnServer(FhirClient server, Answer intake) {
        this.server = server;
        this.task = intake.first(Task.class);
        intake.all(Resource.class).forEach(resource -> stored.put(resource.fhirType(), key(resource)));
    }

    /** A fresh referral, just taken in. */
    static TheaOnServer referred(FhirClient server) {
        return referred(server, Messages.referral(1));
    }

    static TheaOnServer referred(FhirClient server, Bundle referral) {
        Answer intake = server.post(GP, "", referral);
        assertThat(intake.status()).as(intake.body()).isEqualTo(200);
        return new TheaOnServer(server, intake);
    }

    /** Brings the Task into a status as its example shows it. */
    TheaOnServer inStatus(String status) {
        play(ON_THE_WAY_TO.get(status));
        return this;
    }

    /** Plays these examples one after the other, each by the owner, and expects each to be accepted. */
    Resource play(String examples) {
        Resource last = task;
        for (String name : examples.isEmpty() ? new String[0] : examples.split(" ")) {
            last = play(SANNE, name);
        }
        return last;
    }

    /** Sends one example as this client and expects it to be accepted. */
    Resource play(String client, String name) {
        if (name.startsWith("Communication-")) {
            return tell(client, name);
        }
        Task wanted = wanted(Messages.example(name, Task.class));
        Answer foretold = Rehearsed.by(server, client, wanted, "update");
        Answer answer = server.put(client, wanted);
        assertThat(answer.status()).as(name + ": " + answer.body()).isEqualTo(200);
        task = answer.resource(Task.class);
        requireForetold(name, foretold);
        played = name;
        return task;
    }

    /** What came of it is what the server had said would come of it. */
    private void requireForetold(String name, Answer foretold) {
        assertThat(Rehearsed.errors(foretold)).as(name).isEmpty();
        assertThat(Rehearsed.foretold(foretold, ".status"))
                .as(name)
                .isEqualTo(task.getStatus().toCode());
        assertThat(Rehearsed.foretold(foretold, ".owner"))
                .as(name)
                .isEqualTo(task.hasOwner() ? task.getOwner().getReference() : "");
        assertThat(Rehearsed.foretold(foretold, ".businessStatus"))
                .as(name)
                .isEqualTo(
                        task.hasBusinessStatus()
                                ? task.getBusinessStatus().getCodingFirstRep().getCode()
                                : "");
    }

    Task task() {
        return task;
    }

    /** The resource of this type that came with the referral, as {@code Type/id}. */
    String reference(String type) {
        return stored.get(type);
    }

    /** The Task as just read, with what this example changes in the example played last. */
    Task wanted(Task example) {
        return merged(task, Messages.example(played, Task.class), example);
    }

    /** What was read, with what differs between two examples. */
    <T extends Resource> T merged(T read, T from, T to) {
        ObjectNode result = tree(read);
        ObjectNode before = tree(from);
        ObjectNode after = tree(to);
        Set<String> names = new TreeSet<>();
        before.fieldNames().forEachRemaining(names::add);
        after.fieldNames().forEachRemaining(names::add);
        names.removeAll(WRITTEN_BY_SERVER);
        for (String name : names) {
            if (name.equals("extension")) {
                mergeExtensions(result, before, after);
            } else if (!before.path(name).equals(after.path(name))) {
                if (after.has(name)) {
                    result.set(name, after.get(name));
                } else {
                    result.remove(name);
                }
            }
        }
        return parsed(result.toString(), to);
    }

    /** An example in which the references to Thea's resources are those on this server. */
    <T extends Resource> T translated(T example) {
        return parsed(context.newJsonParser().encodeResourceToString(example), example);
    }

    private void mergeExtensions(ObjectNode result, ObjectNode before, ObjectNode after) {
        for (JsonNode extension : before.path("extension")) {
            if (!contains(after, extension)) {
                var all = result.withArray("extension").elements();
                while (all.hasNext()) {
                    if (all.next().get("url").equals(extension.get("url"))) {
                        all.remove();
                    }
                }
            }
        }
        for (JsonNode extension : after.path("extension")) {
            if (!contains(before, extension)) {
                result.withArray("extension").add(extension);
            }
        }
    }

    private static boolean contains(ObjectNode resource, JsonNode extension) {
        for (JsonNode each : resource.path("extension")) {
            if (each.equals(extension)) {
                return true;
            }
        }
        return false;
    }

    private <T extends Resource> T parsed(String json, T like) {
        String here = THEA.matcher(json).replaceAll(match -> "\"" + here(match.group(1), match.group(2)) + "\"");
        @SuppressWarnings("unchecked")
        T resource = (T) context.newJsonParser().parseResource(like.getClass(), here);
        return resource;
    }

    /** Feedback that an example refers to is stored when it is first needed. */
    private String here(String type, String name) {
        if (!type.equals("Communication")) {
            return stored.get(type);
        }
        String example = type + "-" + name;
        if (!stored.containsKey(example)) {
            tell(SANNE, example);
        }
        return stored.get(example);
    }

    private Communication tell(String client, String name) {
        var example = translated(Messages.example(name, Communication.class));
        example.setId((String) null);
        Answer answer = server.post(client, "/Communication", example);
        assertThat(answer.status()).as(name + ": " + answer.body()).isEqualTo(201);
        Communication told = answer.resource(Communication.class);
        stored.put(name, key(told));
        return told;
    }

    private ObjectNode tree(Resource resource) {
        try {
            return (ObjectNode) JSON.readTree(context.newJsonParser().encodeResourceToString(resource));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String key(Resource resource) {
        return resource.fhirType() + "/" + resource.getIdElement().getIdPart();
    }
}
