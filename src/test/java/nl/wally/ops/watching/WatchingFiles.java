package nl.wally.ops.watching;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/** The files of {@code docker/watching}, as the tests read them. */
final class WatchingFiles {
    /** Only where the server itself has a certificate; only where it is told of the backup ({@link BackupMarkTest}). */
    static final Set<String> NOT_EVERYWHERE =
            Set.of("ssl_chain_expiry_seconds", "wally_backup_verified_timestamp_seconds");

    private static final Path FOLDER = Path.of("docker/watching");
    private static final Pattern METRIC =
            Pattern.compile("\\b(?:wally|http|jvm|hikaricp|process|system|disk|ssl|application)_\\w+");

    private WatchingFiles() {}

    /** The alerts, as the keys of Prometheus. */
    static List<Map<String, Object>> alerts() throws IOException {
        Map<String, Object> file = new Yaml().load(Files.readString(FOLDER.resolve("alerts.yml")));
        return list(file.get("groups")).stream()
                .flatMap(group -> list(group.get("rules")).stream())
                .toList();
    }

    static JsonNode dashboard() throws IOException {
        return new ObjectMapper().readTree(Files.readString(FOLDER.resolve("dashboard.json")));
    }

    static Set<String> metricsOfAlerts() throws IOException {
        return metrics(alerts().stream().map(alert -> String.valueOf(alert.get("expr"))));
    }

    static Set<String> metricsOfDashboard() throws IOException {
        List<String> asked = new ArrayList<>();
        dashboard().findValues("expr").forEach(text -> asked.add(text.asText()));
        return metrics(asked.stream());
    }

    private static Set<String> metrics(Stream<String> asked) {
        Set<String> names = new TreeSet<>();
        asked.forEach(text -> METRIC.matcher(text).results().forEach(hit -> names.add(hit.group())));
        return names;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Object value) {
        return (List<Map<String, Object>>) value;
    }
}
