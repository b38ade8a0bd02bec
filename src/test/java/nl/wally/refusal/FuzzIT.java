package nl.wally.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import nl.wally.Messages;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Whatever is done to a good message, the answer is a success or a refusal that tells why; the same 600 each time. */
class FuzzIT extends RefusalIT {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int REFERRALS = 400;
    private static final int ENDINGS = 200;
    private static final List<String> STRINGS = List.of(
            "",
            " ",
            "\u00e9\ud83d\ude00",
            "null",
            "true",
            "0",
            "-1",
            "2026",
            "2026-01-01",
            "urn:uuid:x",
            "Patient/1",
            "#x",
            "Kanarie",
            "'; drop table referral; --",
            "%s%n",
            "<b>",
            "a b",
            "x".repeat(5_000),
            "http://kanarie.example",
            "$x",
            "1".repeat(30),
            "\n",
            "transaction",
            "POST",
            "requested",
            "completed");

    @Test
    void answersEveryMutationWithSuccessOrARefusal() throws JsonProcessingException {
        Map<Integer, Integer> counts = new TreeMap<>();
        for (int seed = 0; seed < REFERRALS; seed++) {
            attack(GP, server.json(marked()), seed, counts);
        }
        var sent = server.post(GP, "", marked());
        Task task = sent.first(Task.class);
        Bundle ending = Messages.ending(task, Messages.feedback(task, sent.first(CommunicationRequest.class)));
        String json = server.json(ending);
        for (int seed = 0; seed < ENDINGS; seed++) {
            attack(SANNE, json, REFERRALS + seed, counts);
        }
        LoggerFactory.getLogger(FuzzIT.class).info("Mutations by status: {}", counts);
        assertThat(counts.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(REFERRALS + ENDINGS);
    }

    private void attack(String client, String json, int seed, Map<Integer, Integer> counts)
            throws JsonProcessingException {
        Random random = new Random(seed);
        JsonNode message = MAPPER.readTree(json);
        int mutations = 1 + random.nextInt(3);
        for (int mutation = 0; mutation < mutations; mutation++) {
            mutate(message, random);
        }
        Reply reply = Reply.of(server.post(client, "", message.toString()));
        counts.merge(reply.status(), 1, Integer::sum);
        assertThat(reply.status()).as("seed %s: %s %s", seed, reply, message).isLessThan(500);
        if (reply.status() >= 300) {
            requireTellingOutcome("seed " + seed, reply);
        }
    }

    private static void mutate(JsonNode message, Random random) {
        List<JsonNode> containers = new ArrayList<>();
        collect(message, containers);
        JsonNode container = containers.get(random.nextInt(containers.size()));
        if (container.isEmpty()) {
            return;
        }
        int at = random.nextInt(container.size());
        if (container instanceof ArrayNode array) {
            switch (random.nextInt(4)) {
                case 0 -> array.remove(at);
                case 1 -> array.add(array.get(at).deepCopy());
                case 2 -> array.removeAll();
                default -> array.set(at, value(random));
            }
            return;
        }
        ObjectNode object = (ObjectNode) container;
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        String name = names.get(at);
        switch (random.nextInt(5)) {
            case 0 -> object.remove(name);
            case 1 -> object.set(name, NODES.arrayNode().add(object.get(name)));
            case 2 ->
                object.set(
                        names.get(random.nextInt(names.size())),
                        object.get(name).deepCopy());
            case 3 -> object.put(name, STRINGS.get(random.nextInt(STRINGS.size())));
            default -> object.set(name, value(random));
        }
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainerNode()) {
            containers.add(node);
            node.forEach(child -> collect(child, containers));
        }
    }

    private static JsonNode value(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.numberNode(random.nextInt());
            case 2 -> NODES.booleanNode(random.nextBoolean());
            case 3 -> NODES.objectNode();
            case 4 -> NODES.arrayNode();
            default -> NODES.textNode(STRINGS.get(random.nextInt(STRINGS.size())));
        };
    }
}
