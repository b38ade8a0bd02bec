package nl.wally.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/** Breaks specimens at random, always in the same way for the same seed. */
final class Mutations {
    private final List<Specimen> specimens;
    private final Map<String, List<Specimen>> byType;
    private final List<String> codes = new ArrayList<>();
    private final List<String> systems = new ArrayList<>();

    Mutations(List<Specimen> specimens) {
        // Bundles are slow, and each of their parts is a specimen of its own.
        this.specimens = specimens.stream()
                .filter(specimen -> !specimen.type().equals("Bundle"))
                .toList();
        byType = this.specimens.stream().collect(Collectors.groupingBy(Specimen::type));
        for (Specimen specimen : this.specimens) {
            collect(specimen.json());
        }
    }

    private void collect(JsonNode node) {
        if (node.path("code").isTextual() && node.path("system").isTextual()) {
            codes.add(node.path("code").asText());
            systems.add(node.path("system").asText());
        }
        node.forEach(this::collect);
    }

    /** One specimen, changed in two to four places. */
    Specimen mutation(long seed) {
        var random = new Random(seed);
        Specimen origin = pick(random, specimens);
        ObjectNode json = origin.json().deepCopy();
        var name = new StringBuilder(origin.name()).append(" #").append(seed);
        int changes = 2 + random.nextInt(3);
        for (int i = 0; i < changes; i++) {
            Mutation mutation = pick(random, List.of(Mutation.values()));
            if (mutation.change(json, new Choice(random, this, origin))) {
                name.append(' ').append(mutation);
            }
        }
        return new Specimen(name.toString(), json, origin.profile());
    }

    private static <T> T pick(Random random, List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** What a mutation may choose from. */
    record Choice(Random random, Mutations mutations, Specimen origin) {
        <T> T of(List<T> list) {
            return pick(random, list);
        }

        String code() {
            return of(mutations.codes);
        }

        String system() {
            return of(mutations.systems);
        }

        /** Another resource of the same type. */
        ObjectNode relative() {
            return of(mutations.byType.get(origin.type())).json();
        }

        /** An object somewhere in the tree, the root included. */
        ObjectNode object(ObjectNode root) {
            return of(objects(root, new ArrayList<>()));
        }

        /** An array somewhere in the tree, or null. */
        ArrayNode array(ObjectNode root) {
            List<ArrayNode> arrays = new ArrayList<>();
            for (ObjectNode object : objects(root, new ArrayList<>())) {
                object.forEach(child -> {
                    if (child instanceof ArrayNode array && !array.isEmpty()) {
                        arrays.add(array);
                    }
                });
            }
            return arrays.isEmpty() ? null : of(arrays);
        }

        /** An object that has a text of this name, or null. */
        ObjectNode with(ObjectNode root, String name) {
            List<ObjectNode> fitting = objects(root, new ArrayList<>()).stream()
                    .filter(object -> object.path(name).isTextual())
                    .toList();
            return fitting.isEmpty() ? null : of(fitting);
        }

        private static List<ObjectNode> objects(JsonNode node, List<ObjectNode> found) {
            if (node instanceof ObjectNode object) {
                found.add(object);
            }
            node.forEach(child -> objects(child, found));
            return found;
        }
    }
}
