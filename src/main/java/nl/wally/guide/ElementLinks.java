package nl.wally.guide;

import ca.uhn.fhir.context.FhirContext;
import org.hl7.fhir.common.hapi.validation.validator.ProfileKnowledgeWorkerR5;
import org.hl7.fhir.r5.conformance.profile.BindingResolution;
import org.hl7.fhir.r5.model.ElementDefinition.ElementDefinitionBindingComponent;
import org.hl7.fhir.r5.model.StructureDefinition;
import org.jspecify.annotations.Nullable;

/** Tells HL7's renderer where types, profiles and value sets are explained. */
final class ElementLinks extends ProfileKnowledgeWorkerR5 {
    private final SpecLinks links;

    ElementLinks(FhirContext context, SpecLinks links) {
        super(context);
        this.links = links;
    }

    @Override
    public boolean hasLinkFor(String type) {
        return SpecLinks.isType(type);
    }

    @Override
    public String getLinkFor(String corePath, String type) {
        return SpecLinks.type(type);
    }

    @Override
    public @Nullable String getLinkForUrl(String corePath, String url) {
        return links.page(url).orElse(null);
    }

    /** Link and name in one, as the renderer wants it. */
    @Override
    public String getLinkForProfile(@Nullable StructureDefinition profile, String url) {
        String name = url.substring(url.lastIndexOf('/') + 1);
        return links.page(url).orElse(url) + "|" + name;
    }

    @Override
    public BindingResolution resolveBinding(
            StructureDefinition profile, ElementDefinitionBindingComponent binding, String path) {
        return resolveBinding(profile, binding.getValueSet(), path);
    }

    @Override
    public BindingResolution resolveBinding(StructureDefinition profile, String url, String path) {
        String plain = url.split("\\|")[0];
        BindingResolution resolution = new BindingResolution();
        resolution.url = links.page(url).orElse(plain);
        resolution.uri = plain;
        resolution.display = plain.substring(plain.lastIndexOf('/') + 1);
        return resolution;
    }
}
