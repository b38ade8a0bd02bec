package nl.wally.guide;

import java.util.List;
import nl.wally.guide.Artifact.Kind;
import org.hl7.fhir.r4.model.StructureDefinition;

/** The form of the try-it page, with the profiles to choose from. */
final class TryItForm {
    private final Sources sources;
    private final Artifacts artifacts;

    TryItForm(Sources sources, Artifacts artifacts) {
        this.sources = sources;
        this.artifacts = artifacts;
    }

    String html(Language language) {
        Html profiles = new Html();
        List<Artifact> offered = artifacts.of(Kind.PROFILE);
        for (Artifact profile : offered) {
            StructureDefinition definition = (StructureDefinition) profile.resource();
            profiles.element(
                    "option",
                    definition.getType() + ": " + profile.title(),
                    "value",
                    definition.getUrl(),
                    "lang",
                    language == Language.DUTCH ? "en" : null);
        }
        return sources.text("parts/try-it-" + language.getCode() + ".html")
                .orElseThrow()
                .replace("<!--profiles-->", profiles.toString());
    }
}
