package nl.wally.ops.packages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** YAML files as trees, with what {@code <<} merges. */
final class Yaml {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Yaml() {}

    static JsonNode one(Path file) throws IOException {
        return all(file).get(0);
    }

    static List<JsonNode> all(Path file) throws IOException {
        return all(Files.readString(file));
    }

    /** Each document of the text. */
    static List<JsonNode> all(String text) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        List<JsonNode> documents = new ArrayList<>();
        new org.yaml.snakeyaml.Yaml(new SafeConstructor(options))
                .loadAll(text)
                .forEach(document -> documents.add(JSON.valueToTree(document)));
        return documents;
    }

    /** The items of a list, or the values of a map. */
    static Stream<JsonNode> items(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false);
    }

    /** Each leaf with its path, in which the steps stand between dots and items of a list have no number. */
    static void leaves(JsonNode node, String path, BiConsumer<String, String> seen) {
        if (node.isObject()) {
            node.fields()
                    .forEachRemaining(field -> leaves(
                            field.getValue(), path.isEmpty() ? field.getKey() : path + "." + field.getKey(), seen));
        } else if (node.isArray()) {
            node.forEach(item -> leaves(item, path, seen));
        } else {
            seen.accept(path, node.asText());
        }
    }
}
