package nl.wally.privacy;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import nl.wally.conformance.Definitions;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.Coding;
import org.springframework.stereotype.Component;

/** What things are called in Dutch: parts of resources, and the codes of this guide. */
@Component
class Labels {
    private static final String FILE = "/privacy/labels.properties";

    private final Properties parts = new Properties();
    private final Map<String, String> concepts = new HashMap<>();

    Labels(Definitions definitions) {
        try (var file = new InputStreamReader(
                Objects.requireNonNull(Labels.class.getResourceAsStream(FILE), FILE), StandardCharsets.UTF_8)) {
            parts.load(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        definitions.all(CodeSystem.class).forEach(system -> take(system.getUrl(), system.getConcept()));
    }

    private void take(String system, List<ConceptDefinitionComponent> defined) {
        for (ConceptDefinitionComponent concept : defined) {
            concept.getDesignation().stream()
                    .filter(designation -> "nl".equals(designation.getLanguage()))
                    .findFirst()
                    .ifPresent(dutch -> concepts.put(system + "|" + concept.getCode(), dutch.getValue()));
        }
    }

    /** What a part of a resource, or a type of resource, is called. */
    String of(String part) {
        return parts.getProperty(part, part);
    }

    /** What one of FHIR's own codes, or yes and no, is called. */
    String ofCode(String code) {
        return parts.getProperty("code." + code, code);
    }

    /** What a code is called: in Dutch where the guide says so, otherwise as whoever sent it called it. */
    String of(Coding coding) {
        String dutch = concepts.get(coding.getSystem() + "|" + coding.getCode());
        if (dutch != null) {
            return coding.hasDisplay() && !coding.getDisplay().equals(dutch)
                    ? dutch + " (" + coding.getDisplay() + ")"
                    : dutch;
        }
        return coding.hasDisplay() ? coding.getDisplay() : Objects.requireNonNullElse(coding.getCode(), "");
    }
}
