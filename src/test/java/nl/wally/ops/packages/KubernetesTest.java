package nl.wally.ops.packages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.kubernetes.client.openapi.models.V1StatefulSet;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.wally.ops.settings.KnownSettings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The manifests ({@code docker/kubernetes}), as far as that can be told without a cluster. */
class KubernetesTest {
    private static final Path FOLDER = Path.of("docker/kubernetes");
    private static final Path LOOKED_UP = Path.of("src/test/resources/packages/cloudnative-pg.txt");
    private static final String OPERATOR = "postgresql.cnpg.io/v1";
    /** Of a plugin that is none of these; its form follows the plugin's documentation. */
    private static final String PLUGIN = "barmancloud.cnpg.io/v1";

    private static final List<JsonNode> MANIFESTS = new ArrayList<>();

    @BeforeAll
    static void read() throws IOException {
        for (JsonNode file : Yaml.one(FOLDER.resolve("kustomization.yaml")).path("resources")) {
            MANIFESTS.addAll(Yaml.all(FOLDER.resolve(file.asText())));
        }
    }

    @Test
    void everyFileTakesPart() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.filter(file -> file.toString().endsWith(".yaml")))
                    .hasSize(1
                            + Yaml.one(FOLDER.resolve("kustomization.yaml"))
                                    .path("resources")
                                    .size());
        }
    }

    @Test
    void builtInKindsKeepToTheApiOfKubernetes() throws ReflectiveOperationException {
        int seen = 0;
        for (JsonNode manifest : MANIFESTS) {
            String version = manifest.path("apiVersion").asText();
            if (!version.equals(OPERATOR) && !version.equals(PLUGIN)) {
                assertThat(version).matches("(apps/|policy/|networking\\.k8s\\.io/)?v1");
                check(manifest);
                seen++;
            }
        }
        assertThat(seen).isGreaterThan(10);
    }

    /** The model of each kind says which fields there are, of which form, and which must not be left out. */
    private static void check(JsonNode manifest) throws ReflectiveOperationException {
        Class<?> kind = Class.forName(V1StatefulSet.class.getPackageName() + ".V1"
                + manifest.path("kind").asText());
        try {
            kind.getMethod("validateJsonElement", JsonElement.class)
                    .invoke(null, JsonParser.parseString(manifest.toString()));
        } catch (InvocationTargetException wrong) {
            throw new AssertionError(name(manifest) + ": " + wrong.getCause().getMessage(), wrong.getCause());
        }
    }

    @Test
    void kindsOfCloudNativePgUseOnlyWhatWasLookedUpInItsCrds() throws IOException {
        Set<String> used = new TreeSet<>();
        for (JsonNode manifest : MANIFESTS) {
            if (manifest.path("apiVersion").asText().equals(OPERATOR)) {
                Yaml.leaves(manifest.path("spec"), manifest.path("kind").asText(), (path, value) -> used.add(path));
            }
        }
        if (System.getProperty("wally.cnpg.crds") != null) {
            Crds crds = new Crds(Path.of(System.getProperty("wally.cnpg.crds")));
            assertThat(used).filteredOn(path -> !crds.know(path)).isEmpty();
            Files.write(LOOKED_UP, used);
        }
        assertThat(used).isEqualTo(new TreeSet<>(Files.readAllLines(LOOKED_UP)));
    }

    @Test
    void everySettingOfTheServerExists() throws IOException {
        var known = new KnownSettings();
        List<String> settings = new ArrayList<>();
        String file =
                one("ConfigMap", "wally").path("data").path("application.yaml").asText();
        Yaml.leaves(Yaml.all(file).get(0), "", (name, value) -> settings.add(name));
        container()
                .path("env")
                .forEach(variable -> settings.add(variable.path("name").asText()));
        one("StatefulSet", "wally")
                .findValues("items")
                .forEach(items -> items.forEach(item -> {
                    if (!item.path("path").asText().endsWith(".crt")) {
                        settings.add(item.path("path").asText());
                    }
                }));
        assertThat(settings)
                .hasSizeGreaterThan(15)
                .filteredOn(name -> !known.contains(name))
                .isEmpty();
    }

    @Test
    void imagesArePinned() throws IOException {
        JsonNode image = Yaml.one(FOLDER.resolve("kustomization.yaml")).at("/images/0");
        assertThat(image.path("name")).isEqualTo(container().path("image"));
        assertThat(image.path("newTag").asText()).matches("\\d+\\.\\d+.*");
        assertThat(one("Cluster", "wally-db").at("/spec/imageName").asText()).matches(".+:\\d+\\.\\d+.*");
    }

    /** Mounts lead to volumes, services to the pods, policies to both. */
    @Test
    void namesFitTogether() {
        JsonNode set = one("StatefulSet", "wally");
        Set<String> volumes = new TreeSet<>(texts(set.at("/spec/template/spec/volumes"), "name"));
        set.at("/spec/volumeClaimTemplates")
                .forEach(claim -> volumes.add(claim.at("/metadata/name").asText()));
        assertThat(new TreeSet<>(texts(container().path("volumeMounts"), "name")))
                .isEqualTo(volumes);
        JsonNode labels = set.at("/spec/template/metadata/labels");
        assertThat(set.at("/spec/selector/matchLabels")).isEqualTo(labels);
        assertThat(one("Service", "wally").at("/spec/selector")).isEqualTo(labels);
        assertThat(one("PodDisruptionBudget", "wally").at("/spec/selector/matchLabels"))
                .isEqualTo(labels);
        assertThat(one("NetworkPolicy", "server").at("/spec/podSelector/matchLabels"))
                .isEqualTo(labels);
        assertThat(texts(container().path("ports"), "name"))
                .contains(container().at("/readinessProbe/httpGet/port").asText());
        assertThat(set.at("/spec/serviceName").asText())
                .isEqualTo(one("Service", "wally-nodes").at("/metadata/name").asText());
    }

    private static JsonNode container() {
        return one("StatefulSet", "wally").at("/spec/template/spec/containers/0");
    }

    private static Collection<String> texts(JsonNode list, String field) {
        return Yaml.items(list).map(item -> item.path(field).asText()).toList();
    }

    private static JsonNode one(String kind, String name) {
        return MANIFESTS.stream()
                .filter(manifest -> name(manifest).equals(kind + "/" + name))
                .findFirst()
                .orElseThrow();
    }

    private static String name(JsonNode manifest) {
        return manifest.path("kind").asText() + "/"
                + manifest.at("/metadata/name").asText();
    }
}
