package nl.wally.guide;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Style sheet, scripts and the sign of the guide, as they lie in {@code guide/assets}. */
final class Assets {
    private static final Map<String, String> MEDIA_TYPES = Map.of(
            "css", "text/css;charset=UTF-8",
            "js", "text/javascript;charset=UTF-8",
            "svg", "image/svg+xml");

    private final Sources sources;

    Assets(Sources sources) {
        this.sources = sources;
    }

    Map<String, Supplier<Served>> files() {
        Map<String, Supplier<Served>> files = new LinkedHashMap<>();
        for (String name : sources.names("assets", "")) {
            String type = MEDIA_TYPES.get(name.substring(name.lastIndexOf('.') + 1));
            if (type != null) {
                files.put(
                        name,
                        () -> Served.of(type, sources.bytes("assets/" + name).orElseThrow()));
            }
        }
        return files;
    }
}
