package nl.wally.guide;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.wally.conformance.Canonicals;
import nl.wally.conformance.Profiles;
import nl.wally.guide.Artifact.Kind;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.Resource;

/** Which artifacts speak of which: definitions that use a definition, and examples of it. */
final class Uses {
    private static final Pattern OURS = Pattern.compile("\"(" + Pattern.quote(Canonicals.BASE) + "/[A-Z]\\w+/[\\w-]+)");

    private final Artifacts artifacts;
    private final Map<String, Set<Artifact>> byUrl = new LinkedHashMap<>();

    Uses(Artifacts artifacts) {
        this.artifacts = artifacts;
        for (Artifact artifact : artifacts.all()) {
            Matcher url = OURS.matcher(artifact.json());
            while (url.find()) {
                note(url.group(1), artifact);
            }
            if (!artifact.kind().isDefinition()) {
                parts(artifact.resource()).forEach(part -> note(Profiles.of(part), artifact));
            }
        }
    }

    private void note(String url, Artifact artifact) {
        byUrl.computeIfAbsent(url, missing -> new LinkedHashSet<>()).add(artifact);
    }

    private static List<Resource> parts(Resource resource) {
        return resource instanceof Bundle bundle
                ? bundle.getEntry().stream()
                        .filter(BundleEntryComponent::hasResource)
                        .map(BundleEntryComponent::getResource)
                        .toList()
                : List.of(resource);
    }

    /** The profile that the server holds an example to. */
    Optional<Artifact> profile(Artifact example) {
        return artifacts.ofUrl(Profiles.of(example.resource()));
    }

    /** What uses this artifact, and examples of it, as lists of links. */
    String html(Artifact artifact) {
        if (!(artifact.resource() instanceof MetadataResource definition)) {
            return "";
        }
        Set<Artifact> users = byUrl.getOrDefault(definition.getUrl(), Set.of());
        Html html = new Html();
        list(html, "Used by", "used-by", users, true, artifact);
        list(html, "Examples", "examples", users, false, artifact);
        return html.toString();
    }

    private static void list(
            Html html, String title, String id, Set<Artifact> users, boolean definitions, Artifact self) {
        List<Artifact> shown = users.stream()
                .filter(user -> !user.equals(self) && user.kind().isDefinition() == definitions)
                .toList();
        if (shown.isEmpty()) {
            return;
        }
        html.element("h2", title, "id", id).open("ul", "class", "columns");
        for (Artifact user : shown) {
            html.open("li").link(user.page(), user.title());
            html.element("span", user.kind() == Kind.COUNTER_EXAMPLE ? " refused" : "", "class", "quiet");
            html.close("li");
        }
        html.close("ul");
    }
}
