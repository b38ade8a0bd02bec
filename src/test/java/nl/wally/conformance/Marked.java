package nl.wally.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Messages gone wrong, each in one way or two, with a mark in the text that must not come back. The mark looks like what it
 * replaces: a code, a name, a date that is none.
 */
public final class Marked {
    public static final String MARK = "zqmark";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Random random;

    public Marked(Random random) {
        this.random = random;
    }

    /** The same message, broken. */
    public String broken(JsonNode message) {
        ObjectNode copy = message.deepCopy();
        int faults = 1 + random.nextInt(2);
        for (int fault = 0; fault < faults; fault++) {
            breakOnce(copy);
        }
        return copy.toString();
    }

    /** The same message with the mark in every text but the type. */
    public String everywhere(JsonNode message) {
        ObjectNode copy = message.deepCopy();
        walk(copy, spot -> {
            if (spot.value().isTextual() && !spot.name().equals("resourceType")) {
                spot.put(marked(spot.value().asText()));
            }
        });
        return copy.toString();
    }

    private void breakOnce(ObjectNode message) {
        List<Spot> spots = new ArrayList<>();
        walk(message, spot -> {
            if (!spot.name().equals("resourceType")) {
                spots.add(spot);
            }
        });
        Spot spot = spots.get(random.nextInt(spots.size()));
        switch (random.nextInt(12)) {
            case 0 -> spot.remove();
            case 1, 2, 3 -> spot.put(marked(spot.value().asText()));
            case 4 -> spot.put(NODES.numberNode(random.nextInt(5)));
            case 5 -> spot.put(NODES.objectNode().put("url", "http://" + MARK).put("valueString", MARK));
            case 6 -> spot.put(NODES.arrayNode().add(spot.value()).add(spot.value()));
            case 7 -> spot.put(NODES.textNode("Device/" + MARK));
            case 8 -> spot.object().put(MARK + "Name", MARK);
            case 9 ->
                array(spot.object(), random.nextBoolean() ? "extension" : "modifierExtension")
                        .addObject()
                        .put("url", "http://" + MARK + "/x")
                        .put("valueString", MARK);
            case 10 -> spot.put(NODES.textNode(""));
            default -> repeat(spot);
        }
    }

    /** The one that is there, unless an earlier fault put something else in its place. */
    private static ArrayNode array(ObjectNode object, String name) {
        return object.get(name) instanceof ArrayNode there ? there : object.putArray(name);
    }

    private void repeat(Spot spot) {
        if (spot.value() instanceof ArrayNode array && !array.isEmpty()) {
            array.add(array.get(0).deepCopy());
        } else if (spot.value() instanceof ObjectNode object && object.has("reference")) {
            object.put("reference", "Medication/" + MARK);
        } else {
            spot.put(NODES.textNode("2026-13-45" + MARK));
        }
    }

    private JsonNode marked(String text) {
        return NODES.textNode(
                switch (random.nextInt(4)) {
                    case 0 -> MARK;
                    case 1 -> text + MARK;
                    case 2 -> "http://" + MARK + ".example/" + MARK;
                    default -> MARK + " de Vries";
                });
    }

    private static void walk(JsonNode node, Consumer<Spot> visitor) {
        if (node instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                JsonNode child = object.get(name);
                visitor.accept(new Spot(object, name, child));
                walk(child, visitor);
            }
        } else if (node instanceof ArrayNode array) {
            array.forEach(item -> walk(item, visitor));
        }
    }

    public static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (com.fasterxml.jackson.core.JsonProcessingException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }

    private record Spot(ObjectNode object, String name, JsonNode value) {
        void put(JsonNode other) {
            object.set(name, other);
        }

        void remove() {
            object.remove(name);
        }
    }
}
