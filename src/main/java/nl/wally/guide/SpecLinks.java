package nl.wally.guide;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.wally.conformance.Canonicals;
import org.hl7.fhir.r4.model.Enumerations.FHIRAllTypes;
import org.hl7.fhir.r4.model.ResourceType;

/** Where canonical URLs are explained to people: here, in the specification of FHIR R4, or in HL7 Terminology. */
final class SpecLinks {
    static final String SPECIFICATION = "https://hl7.org/fhir/R4/";

    private static final String TERMINOLOGY = Canonicals.TERMINOLOGY_BASE;
    private static final String HL7 = Canonicals.HL7_BASE;
    private static final Map<String, String> OWN_PAGES = Map.of(
            "Extension", "extensibility.html#Extension",
            "Reference", "references.html#Reference",
            "canonical", "references.html#canonical",
            "Meta", "resource.html#Meta",
            "Narrative", "narrative.html#Narrative",
            "Dosage", "dosage.html#Dosage",
            "ElementDefinition", "elementdefinition.html#ElementDefinition",
            "BackboneElement", "backboneelement.html",
            "Element", "element.html",
            "xhtml", "narrative.html#xhtml");
    private static final Set<String> METADATA_TYPES = Set.of(
            "ContactDetail",
            "Contributor",
            "DataRequirement",
            "ParameterDefinition",
            "RelatedArtifact",
            "TriggerDefinition",
            "UsageContext",
            "Expression");

    private final Artifacts artifacts;

    SpecLinks(Artifacts artifacts) {
        this.artifacts = artifacts;
    }

    /** The page of a type of FHIR R4, for instance {@code CodeableConcept} or {@code Task}. */
    static String type(String name) {
        if (OWN_PAGES.containsKey(name)) {
            return SPECIFICATION + OWN_PAGES.get(name);
        }
        if (METADATA_TYPES.contains(name)) {
            return SPECIFICATION + "metadatatypes.html#" + name;
        }
        boolean resource = "Resource".equals(name) || "DomainResource".equals(name) || isResource(name);
        return SPECIFICATION + (resource ? name.toLowerCase(Locale.ROOT) + ".html" : "datatypes.html#" + name);
    }

    static boolean isType(String name) {
        for (FHIRAllTypes type : FHIRAllTypes.values()) {
            if (type != FHIRAllTypes.NULL && type.toCode().equals(name)) {
                return true;
            }
        }
        return OWN_PAGES.containsKey(name);
    }

    private static boolean isResource(String name) {
        for (ResourceType type : ResourceType.values()) {
            if (type.name().equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** The page about a canonical URL; empty when nobody explains it. */
    Optional<String> page(String canonical) {
        Optional<String> ours = artifacts.ofUrl(canonical).map(Artifact::page);
        return ours.isPresent() ? ours : outside(canonical.split("\\|")[0]);
    }

    private static Optional<String> outside(String url) {
        String last = url.substring(url.lastIndexOf('/') + 1);
        if (url.startsWith(TERMINOLOGY)) {
            return Optional.of("https" + TERMINOLOGY.substring("http".length())
                    + url.substring(TERMINOLOGY.length()).replace('/', '-') + ".html");
        }
        if (url.startsWith(HL7 + "StructureDefinition/")) {
            return Optional.of(isType(last) ? type(last) : SPECIFICATION + "extension-" + last + ".html");
        }
        if (url.startsWith(HL7 + "ValueSet/")) {
            return Optional.of(SPECIFICATION + "valueset-" + last + ".html");
        }
        if (url.startsWith(HL7 + "SearchParameter/")) {
            return Optional.of(SPECIFICATION + "searchparameter-registry.html#" + last);
        }
        return url.startsWith(HL7) && url.indexOf('/', HL7.length()) < 0
                ? Optional.of(SPECIFICATION + "codesystem-" + last + ".html")
                : Optional.empty();
    }

    /** A link where there is a page, else the text as code. */
    String html(String canonical, String text) {
        return page(canonical).map(page -> Html.linkTo(page, text)).orElseGet(() -> Html.code(text));
    }
}
