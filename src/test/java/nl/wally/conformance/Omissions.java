package nl.wally.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Each element that the specimens of a profile have, left out once, and each of many given twice once, slice by slice. */
final class Omissions {
    private final Map<String, Specimen> found = new LinkedHashMap<>();

    private Omissions() {}

    static List<Specimen> of(List<Specimen> specimens) {
        var omissions = new Omissions();
        for (Specimen specimen : specimens) {
            if (!specimen.type().equals("Bundle")) {
                omissions.walk(specimen, specimen.json(), "", specimen.profile());
            }
        }
        return List.copyOf(omissions.found.values());
    }

    private void walk(Specimen specimen, JsonNode node, String pointer, String path) {
        node.fieldNames().forEachRemaining(name -> {
            if (!name.equals("resourceType")) {
                found.computeIfAbsent(path + "." + name, key -> without(specimen, pointer, name));
                walk(specimen, node.get(name), pointer + "/" + name, path + "." + name);
            }
        });
        for (int i = 0; node instanceof ArrayNode && i < node.size(); i++) {
            String slice = path + slice(node.get(i));
            int index = i;
            found.computeIfAbsent(slice + " again", key -> again(specimen, pointer, index));
            walk(specimen, node.get(i), pointer + "/" + i, slice);
        }
    }

    /** What slices are told apart by. */
    private static String slice(JsonNode item) {
        return Stream.of("/url", "/type/coding/0/code", "/role/0/coding/0/code", "/coding/0/code", "/system")
                .map(item::at)
                .filter(JsonNode::isTextual)
                .map(text -> ":" + text.asText())
                .findFirst()
                .orElse("");
    }

    private static Specimen without(Specimen specimen, String pointer, String name) {
        ObjectNode json = specimen.json().deepCopy();
        ((ObjectNode) json.at(pointer)).remove(name);
        return new Specimen(specimen.name() + " without " + pointer + "/" + name, json, specimen.profile());
    }

    private static Specimen again(Specimen specimen, String pointer, int index) {
        ObjectNode json = specimen.json().deepCopy();
        ArrayNode array = (ArrayNode) json.at(pointer);
        array.add(array.get(index).deepCopy());
        return new Specimen(specimen.name() + " again " + pointer + "/" + index, json, specimen.profile());
    }
}
