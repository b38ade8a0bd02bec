package nl.wally.fuzz;

import ca.uhn.fhir.context.BaseRuntimeElementDefinition;
import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A message in FHIR's JSON, changed in places. It knows which elements a type has and what looks like what, so that most of
 * what it makes is read, and breaks something further in.
 */
public final class Mutant {
    private static final Set<String> ONE_OF_A_KIND = Set.of("resourceType");

    private final FhirContext context;
    private final Choices choices;
    private final ObjectNode root;
    private final Values values;

    private Mutant(FhirContext context, Choices choices, ObjectNode root) {
        this.context = context;
        this.choices = choices;
        this.root = root;
        this.values = new Values(context, choices);
    }

    /** The message, with at most so many changes; none while the choices are the first ones. */
    public static ObjectNode of(FhirContext context, ObjectNode message, Choices choices, int most) {
        Mutant mutant = new Mutant(context, choices, message.deepCopy());
        int changes = choices.below(most + 1);
        for (int change = 0; change < changes; change++) {
            mutant.change();
        }
        return mutant.root;
    }

    private void change() {
        List<ObjectNode> objects = objects(root, new ArrayList<>());
        ObjectNode object = choices.of(objects);
        String name = name(object);
        switch (choices.below(16)) {
            case 1 -> object.remove(name);
            case 2 -> duplicate(object, name);
            case 3 -> move(object, name, choices.of(objects));
            case 4 -> object.set(name, values.ofOtherKind(object));
            case 5 -> object.set(name, values.deep(object));
            case 6 -> grow(choices.of(resources(root, new ArrayList<>())));
            case 7 -> extend(object, choices.once(4) ? "modifierExtension" : "extension");
            case 8 -> underscore(object, name);
            case 9 -> contain(choices.of(resources(root, new ArrayList<>())), objects);
            case 10 -> meta(choices.of(resources(root, new ArrayList<>())));
            case 11 -> request(objects);
            case 12 -> object.set(name, choices.of(objects).deepCopy());
            case 13 -> object.put("id", choices.of(List.of("inner", "", "a b", "x".repeat(65), "\u0000", "1")));
            default -> object.set(name, values.like(name, object.get(name)));
        }
    }

    private String name(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        names.removeAll(ONE_OF_A_KIND);
        return names.isEmpty() ? "id" : choices.of(names);
    }

    private static void duplicate(ObjectNode object, String name) {
        JsonNode value = object.get(name);
        if (value instanceof ArrayNode array) {
            array.addAll(array.deepCopy());
        } else if (value != null) {
            object.putArray(name).add(value).add(value.deepCopy());
        }
    }

    private static void move(ObjectNode from, String name, ObjectNode to) {
        JsonNode value = from.remove(name);
        if (value != null) {
            // A copy: an object moved into itself would have no end.
            to.set(name, value.deepCopy());
        }
    }

    /** An element that the type has and this resource had not. */
    private void grow(ObjectNode resource) {
        BaseRuntimeElementDefinition<?> definition = values.definition(resource);
        if (definition != null) {
            var child = choices.of(Values.children(definition));
            String name = choices.of(List.copyOf(child.getValidChildNames()));
            JsonNode value = values.of(child.getChildByName(name), 2);
            resource.set(
                    name, child.getMax() == 1 ? value : resource.arrayNode().add(value));
        }
    }

    private void extend(ObjectNode object, String kind) {
        ObjectNode extension = values.extension();
        if (object.get(kind) instanceof ArrayNode there) {
            there.add(extension);
        } else {
            object.putArray(kind).add(extension);
        }
    }

    /** What JSON has beside a primitive value, with the value or in its place. */
    private void underscore(ObjectNode object, String name) {
        ObjectNode beside = object.objectNode();
        beside.putArray("extension").add(values.extension());
        object.set(
                "_" + name,
                object.get(name) instanceof ArrayNode
                        ? object.arrayNode().addNull().add(beside)
                        : beside);
        if (choices.once(2)) {
            object.remove(name);
        }
    }

    /** Another resource, or itself, inside; and something that refers to it. */
    private void contain(ObjectNode resource, List<ObjectNode> objects) {
        ObjectNode inner = choices.once(3)
                ? resource.deepCopy()
                : choices.of(resources(root, new ArrayList<>())).deepCopy();
        inner.put("id", "inner");
        resource.putArray("contained").add(inner);
        List<ObjectNode> pointing = objects.stream()
                .filter(object -> object.path("reference").isTextual())
                .toList();
        if (!pointing.isEmpty()) {
            choices.of(pointing).put("reference", choices.of(List.of("#inner", "#", "#gone")));
        }
    }

    private void meta(ObjectNode resource) {
        ObjectNode meta = resource.get("meta") instanceof ObjectNode there ? there : resource.putObject("meta");
        switch (choices.below(6)) {
            case 0 -> meta.putArray("profile").add(choices.of(Oddities.ADDRESSES));
            case 1 -> meta.put("versionId", choices.of(Oddities.NUMBERS));
            case 2 -> meta.put("lastUpdated", choices.of(Oddities.DATES));
            case 3 -> meta.put("source", choices.of(Oddities.ADDRESSES));
            case 4 -> meta.putArray("tag").add(values.coding());
            default -> meta.putArray("security").add(values.coding());
        }
    }

    /** How an entry is to be carried out, and what it is called. */
    private void request(List<ObjectNode> objects) {
        List<ObjectNode> entries = objects.stream()
                .filter(object -> object.get("request") instanceof ObjectNode)
                .toList();
        if (entries.isEmpty()) {
            return;
        }
        ObjectNode entry = choices.of(entries);
        ObjectNode request = (ObjectNode) entry.get("request");
        switch (choices.below(6)) {
            case 0 ->
                request.put(
                        "method", choices.of(List.of("POST", "PUT", "PATCH", "GET", "DELETE", "HEAD", "OPTIONS", "")));
            case 1 -> request.put("url", choices.of(Oddities.PLACES));
            case 2 -> request.put("ifMatch", choices.of(Oddities.VERSIONS));
            case 3 -> request.put("ifNoneExist", choices.of(Oddities.QUESTIONS));
            case 4 -> entry.put("fullUrl", choices.of(Oddities.REFERENCES));
            default -> entry.put("fullUrl", choices.of(entries).path("fullUrl").asText());
        }
    }

    private static List<ObjectNode> objects(JsonNode node, List<ObjectNode> found) {
        if (node instanceof ObjectNode object) {
            found.add(object);
        }
        node.forEach(child -> objects(child, found));
        return found;
    }

    private static List<ObjectNode> resources(JsonNode node, List<ObjectNode> found) {
        if (node instanceof ObjectNode object && (object.has("resourceType") || found.isEmpty())) {
            found.add(object);
        }
        node.forEach(child -> resources(child, found));
        return found;
    }
}
