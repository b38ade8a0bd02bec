package nl.wally.ops.packages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.wally.ops.settings.KnownSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The small installation ({@code docker/compose.yaml}), as far as that can be told without an engine to run it. */
class ComposeTest {
    private static final Path FOLDER = Path.of("docker");
    private static final Path SCHEMA =
            Path.of(System.getProperty("wally.compose.schema", "src/test/resources/packages/compose-spec.json"));
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)}");
    private static final Pattern ASSIGNED = Pattern.compile("^(#?)([A-Z_]+)=(.*)$");
    private static final Pattern OUR_SETTING = Pattern.compile("(WALLY|SPRING|SERVER|MANAGEMENT|LOGGING)_.*");

    private String text = "";
    private JsonNode compose;

    @BeforeEach
    void read() throws IOException {
        text = Files.readString(FOLDER.resolve("compose.yaml"));
        compose = Yaml.all(text).get(0);
    }

    @Test
    void keepsToTheSpecification() throws IOException {
        // Younger than the schema, and a plain text.
        ((ObjectNode) compose).remove("name");
        assertThat(schema().validate(compose)).isEmpty();
    }

    /** Without the names of its parts: nothing refers to them, and each draft writes them in another way. */
    private static JsonSchema schema() throws IOException {
        JsonNode schema = new ObjectMapper().readTree(Files.readString(SCHEMA));
        for (String name : List.of("id", "$id", "$schema")) {
            schema.findParents(name).stream()
                    .filter(part -> part.path(name).isTextual())
                    .forEach(part -> ((ObjectNode) part).remove(name));
        }
        // What it calls a duration (10s) is none of ISO 8601.
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
                .getSchema(
                        schema,
                        SchemaValidatorsConfig.builder()
                                .formatAssertionsEnabled(false)
                                .build());
    }

    @Test
    void everyVariableIsExplainedAndNoneInVain() throws IOException {
        Set<String> used = new TreeSet<>();
        VARIABLE.matcher(text).results().forEach(variable -> used.add(variable.group(1)));
        Set<String> offered = new TreeSet<>();
        String above = "";
        for (String line : Files.readAllLines(FOLDER.resolve(".env.example"))) {
            Matcher assigned = ASSIGNED.matcher(line);
            if (assigned.matches()) {
                assertThat(above).as("above %s", line).isNotBlank();
                offered.add(assigned.group(2));
            } else {
                above = line;
            }
        }
        // Compose reads that one itself.
        offered.remove("COMPOSE_PROFILES");
        assertThat(offered).isEqualTo(used);
    }

    @Test
    void everySettingOfTheServerExists() throws IOException {
        var known = new KnownSettings();
        List<String> settings = new ArrayList<>();
        compose.at("/services/server/environment").fieldNames().forEachRemaining(settings::add);
        assertThat(settings)
                .hasSizeGreaterThan(15)
                .allMatch(name -> OUR_SETTING.matcher(name).matches());
        // What stands there as a comment, to be taken into use.
        String offered = Files.readString(FOLDER.resolve("config/application.example.yaml"))
                .replaceAll("(?m)^# \\S.*$", "")
                .replaceAll("(?m)^#", "");
        Yaml.leaves(Yaml.all(offered).get(0), "", (name, value) -> settings.add(name));
        assertThat(settings).filteredOn(name -> !known.contains(name)).isEmpty();
    }

    @Test
    void everySecretThatIsMadeForTheServerIsASetting() throws IOException {
        var known = new KnownSettings();
        Set<String> files = Pattern.compile("secrets/server/([\\w.-]+\\.[\\w.-]+)")
                .matcher(Files.readString(FOLDER.resolve("prepare")))
                .results()
                .map(file -> file.group(1))
                .collect(Collectors.toSet());
        assertThat(files).hasSizeGreaterThan(1).allMatch(known::contains);
    }

    @Test
    void everyImageIsPinned() {
        services()
                .forEach(service -> assertThat(service.path("image").asText())
                        .matches("[a-z0-9./-]+:(\\$\\{WALLY_VERSION}|\\d+\\.\\d+.*)"));
    }

    @Test
    void everyContainerIsConfined() {
        services().forEach(service -> {
            assertThat(service.path("cap_drop").path(0).asText()).isEqualTo("ALL");
            assertThat(service.path("security_opt").path(0).asText()).isEqualTo("no-new-privileges:true");
            assertThat(service.path("restart").asText()).isEqualTo("unless-stopped");
            assertThat(service.path("logging").path("options").has("max-size")).isTrue();
            assertThat(service.has("mem_limit")).isTrue();
            assertThat(service.has("privileged")).isFalse();
        });
        // Keycloak builds itself into its own files.
        assertThat(services().filter(service -> !service.path("read_only").asBoolean()))
                .hasSize(1);
    }

    @Test
    void onlyTheProxyIsReachedFromOutside() {
        assertThat(services().filter(service -> service.has("ports"))).hasSize(1);
        assertThat(compose.at("/services/proxy/networks").has("data")).isFalse();
        assertThat(compose.at("/networks/data/internal").asBoolean()).isTrue();
        assertThat(compose.at("/services/postgres/networks").toString()).isEqualTo("[\"data\"]");
    }

    @Test
    void whatIsMountedFromHereIsHereOrIsMade() throws IOException {
        String prepare = Files.readString(FOLDER.resolve("prepare"));
        assertThat(mounted())
                .isNotEmpty()
                .filteredOn(path ->
                        !Files.exists(FOLDER.resolve(path)) && !path.equals(".env") && !path.startsWith("secrets"))
                .isEmpty();
        assertThat(mounted())
                .filteredOn(path -> path.startsWith("secrets/"))
                .allMatch(path -> prepare.contains(path.substring("secrets/".length())));
    }

    private Set<String> mounted() {
        return services()
                .flatMap(service -> Yaml.items(service.path("volumes")))
                .map(JsonNode::asText)
                .filter(volume -> volume.startsWith("./"))
                .map(volume -> volume.substring(2, volume.indexOf(':')))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Stream<JsonNode> services() {
        return Yaml.items(compose.path("services"));
    }
}
