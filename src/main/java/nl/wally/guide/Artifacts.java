package nl.wally.guide;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.wally.conformance.Definitions;
import nl.wally.guide.Artifact.Kind;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StructureDefinition;

/** Every resource of the guide, by the name of its files. */
final class Artifacts {
    private final FhirContext context;
    private final Map<String, Artifact> byName = new LinkedHashMap<>();
    private final Map<String, Artifact> byUrl = new LinkedHashMap<>();

    Artifacts(FhirContext context, Definitions definitions, Sources sources, ExampleWords words) {
        this.context = context;
        for (MetadataResource definition : definitions.all()) {
            add(new Artifact(
                    kind(definition),
                    definition,
                    definition.hasTitle() ? definition.getTitle() : definition.getName(),
                    definition.hasDescription() ? definition.getDescription() : "",
                    json(definition)));
        }
        addAll(Kind.EXAMPLE, "examples", sources, words);
        addAll(Kind.COUNTER_EXAMPLE, "counter-examples", sources, words);
        byName.values().stream()
                .filter(artifact -> artifact.resource() instanceof MetadataResource)
                .forEach(artifact -> byUrl.put(((MetadataResource) artifact.resource()).getUrl(), artifact));
    }

    private void addAll(Kind kind, String folder, Sources sources, ExampleWords words) {
        for (String file : sources.found("classpath:profiles/" + folder + "/*.json")) {
            String text =
                    new String(sources.file("profiles/" + folder + "/" + file).orElseThrow(), StandardCharsets.UTF_8);
            var resource = (Resource) context.newJsonParser().parseResource(text);
            String id = resource.getIdElement().getIdPart();
            add(new Artifact(kind, resource, words.title(id), words.description(id), text));
        }
    }

    private void add(Artifact artifact) {
        byName.put(artifact.name(), artifact);
    }

    private String json(Resource resource) {
        return context.newJsonParser().setPrettyPrint(true).encodeResourceToString(resource);
    }

    String xml(Artifact artifact) {
        return context.newXmlParser().setPrettyPrint(true).encodeResourceToString(artifact.resource());
    }

    Collection<Artifact> all() {
        return byName.values();
    }

    List<Artifact> of(Kind kind) {
        return byName.values().stream()
                .filter(artifact -> artifact.kind() == kind)
                .sorted(Comparator.comparing(Artifact::title, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    /** The artifact of this canonical URL, with or without a version. */
    Optional<Artifact> ofUrl(String canonical) {
        return Optional.ofNullable(byUrl.get(canonical.split("\\|")[0]));
    }

    /** The example or definition that a reference such as {@code Task/TheaAccepted} means. */
    Optional<Artifact> ofReference(String reference) {
        return Optional.ofNullable(byName.get(reference.split("/_history")[0].replace('/', '-')));
    }

    private static Kind kind(MetadataResource definition) {
        return switch (definition.fhirType()) {
            case "StructureDefinition" ->
                "Extension".equals(((StructureDefinition) definition).getType()) ? Kind.EXTENSION : Kind.PROFILE;
            case "OperationDefinition" -> Kind.OPERATION;
            case "CapabilityStatement" -> Kind.CAPABILITY;
            case "SearchParameter" -> Kind.SEARCH_PARAMETER;
            case "Questionnaire" -> Kind.FORM;
            case "ValueSet" -> Kind.VALUE_SET;
            case "CodeSystem" -> Kind.CODE_SYSTEM;
            case "ConceptMap" -> Kind.CONCEPT_MAP;
            default -> Kind.OTHER;
        };
    }
}
