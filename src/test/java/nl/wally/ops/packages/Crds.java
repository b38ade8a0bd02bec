package nl.wally.ops.packages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the CRDs in a folder say of the kinds that they define. */
final class Crds {
    private final Map<String, JsonNode> specifications = new TreeMap<>();

    Crds(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.toString().endsWith(".yaml")).toList();
        }
        for (Path file : files) {
            JsonNode crd = Yaml.one(file);
            specifications.put(
                    crd.at("/spec/names/kind").asText(),
                    crd.at("/spec/versions/0/schema/openAPIV3Schema/properties/spec"));
        }
    }

    /** Whether there is such a field: the kind and the names on the way to it, between dots. */
    boolean know(String path) {
        String[] steps = path.split("\\.");
        JsonNode here = specifications.getOrDefault(steps[0], MissingNode.getInstance());
        for (int i = 1; i < steps.length; i++) {
            if (here.has("additionalProperties")) {
                // A map: the rest of the path is a name that is free.
                return true;
            }
            JsonNode holder = here.has("items") ? here.path("items") : here;
            here = holder.path("properties").path(steps[i]);
        }
        return !here.isMissingNode();
    }
}
