package nl.wally.ops.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Every setting that the server or a library of it reads: a mistyped one would be passed over in silence. */
public final class KnownSettings {
    private static final String DESCRIPTIONS = "META-INF/spring-configuration-metadata.json";

    private final Set<String> names = new HashSet<>();

    /** Reads our own from the code and the others' from what their libraries say of themselves. */
    public KnownSettings() throws IOException {
        DeclaredSettings.all().keySet().forEach(name -> names.add(canonical(name)));
        var json = new ObjectMapper();
        for (URL url : Collections.list(KnownSettings.class.getClassLoader().getResources(DESCRIPTIONS))) {
            for (JsonNode property : json.readTree(url).path("properties")) {
                names.add(canonical(property.path("name").asText()));
            }
        }
        // Boot reads these two before anything that describes itself.
        names.add(canonical("spring.config.import"));
        names.add(canonical("spring.config.additional-location"));
    }

    /** Whether this is one, written as a key, as a variable of the environment, or as the name of a file. */
    public boolean contains(String name) {
        return names.contains(canonical(name));
    }

    private static String canonical(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
