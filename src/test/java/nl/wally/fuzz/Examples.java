package nl.wally.fuzz;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The examples of the guide as trees, and how trees become bytes. */
public final class Examples {
    /** As people would write them, and with everything but ASCII escaped: so half a surrogate pair gets through too. */
    private static final ObjectMapper PLAIN = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final ObjectMapper ESCAPED =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private static final List<ObjectNode> ALL = load();

    private Examples() {}

    public static List<ObjectNode> all() {
        return ALL;
    }

    public static List<ObjectNode> of(String type) {
        return ALL.stream()
                .filter(example -> example.path("resourceType").asText().equals(type))
                .toList();
    }

    public static byte[] bytes(ObjectNode message) {
        try {
            return ESCAPED.writeValueAsBytes(message);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    public static ObjectNode read(String json) {
        try {
            return (ObjectNode) PLAIN.readTree(json);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static List<ObjectNode> load() {
        try (var files = Files.list(Path.of("profiles/examples"))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(file -> {
                        try {
                            return read(Files.readString(file));
                        } catch (IOException unreadable) {
                            throw new UncheckedIOException(unreadable);
                        }
                    })
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
