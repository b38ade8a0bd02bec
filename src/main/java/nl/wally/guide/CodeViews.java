package nl.wally.guide;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.CodeSystem.ConceptPropertyComponent;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.ConceptMap.ConceptMapGroupComponent;
import org.hl7.fhir.r4.model.ConceptMap.SourceElementComponent;
import org.hl7.fhir.r4.model.ConceptMap.TargetElementComponent;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.ConceptReferenceComponent;
import org.hl7.fhir.r4.model.ValueSet.ConceptSetComponent;

/** Code systems, value sets and concept maps: every code with its Dutch and English words. */
final class CodeViews {
    private final Artifacts artifacts;
    private final SpecLinks links;

    CodeViews(Artifacts artifacts, SpecLinks links) {
        this.artifacts = artifacts;
        this.links = links;
    }

    String system(CodeSystem system) {
        HtmlTable table = new HtmlTable("Codes", "Code", "English", "Dutch", "Meaning");
        for (ConceptDefinitionComponent concept : system.getConcept()) {
            table.row(
                    "<span id=\"" + Html.escape(system.getIdElement().getIdPart() + "-" + concept.getCode()) + "\">"
                            + Html.code(concept.getCode()) + "</span>",
                    Html.escape(english(system, concept)),
                    dutch(system, concept),
                    Html.escape(concept.getDefinition()) + properties(concept));
        }
        return new Html()
                .element("h2", "Codes", "id", "codes")
                .raw(table.toString())
                .toString();
    }

    private static String english(CodeSystem system, ConceptDefinitionComponent concept) {
        return isDutch(system) ? "" : concept.getDisplay();
    }

    private static String dutch(CodeSystem system, ConceptDefinitionComponent concept) {
        String word = isDutch(system)
                ? concept.getDisplay()
                : concept.getDesignation().stream()
                        .filter(designation -> "nl".equals(designation.getLanguage()))
                        .map(designation -> designation.getValue())
                        .findFirst()
                        .orElse("");
        return word.isEmpty() ? "" : "<span lang=\"nl\">" + Html.escape(word) + "</span>";
    }

    private static boolean isDutch(CodeSystem system) {
        return system.hasLanguage() && system.getLanguage().startsWith("nl");
    }

    private static String properties(ConceptDefinitionComponent concept) {
        Html html = new Html();
        for (ConceptPropertyComponent property : concept.getProperty()) {
            html.raw(" ")
                    .element(
                            "small",
                            property.getCode() + ": " + property.getValue().primitiveValue(),
                            "class",
                            "quiet");
        }
        return html.toString();
    }

    String set(ValueSet set) {
        Html html = new Html().element("h2", "Codes", "id", "codes");
        for (ConceptSetComponent include : set.getCompose().getInclude()) {
            html.open("p")
                    .text(include.hasConcept() ? "These codes of " : "All codes of ")
                    .raw(links.html(include.getSystem(), name(include.getSystem())))
                    .text(":")
                    .close("p");
            HtmlTable table = new HtmlTable("Codes of " + include.getSystem(), "Code", "English", "Dutch");
            CodeSystem ours = artifacts
                    .ofUrl(include.getSystem())
                    .map(found -> (CodeSystem) found.resource())
                    .orElse(null);
            List<ConceptReferenceComponent> listed = include.getConcept();
            if (ours != null) {
                ours.getConcept().stream()
                        .filter(concept -> listed.isEmpty()
                                || listed.stream()
                                        .anyMatch(code -> code.getCode().equals(concept.getCode())))
                        .forEach(concept -> table.row(
                                code(ours, concept.getCode()),
                                Html.escape(english(ours, concept)),
                                dutch(ours, concept)));
            } else {
                listed.forEach(
                        concept -> table.row(Html.code(concept.getCode()), Html.escape(concept.getDisplay()), ""));
            }
            html.raw(table.toString());
        }
        return html.toString();
    }

    private static String code(CodeSystem system, String code) {
        String id = system.getIdElement().getIdPart();
        return "<a href=\"CodeSystem-" + id + ".html#" + id + "-" + Html.escape(code) + "\">" + Html.code(code)
                + "</a>";
    }

    private String name(String url) {
        return artifacts.ofUrl(url).map(Artifact::title).orElse(url);
    }

    String map(ConceptMap map) {
        Html html = new Html();
        for (ConceptMapGroupComponent group : map.getGroup()) {
            html.element("h2", "Codes", "id", "codes").open("p").text("From ");
            html.raw(links.html(group.getSource(), name(group.getSource()))).text(" to ");
            html.raw(links.html(group.getTarget(), name(group.getTarget())))
                    .text(".")
                    .close("p");
            HtmlTable table = new HtmlTable("Codes here and there", "Here", "Relation", "There", "Remark");
            for (SourceElementComponent source : group.getElement()) {
                for (TargetElementComponent target : source.getTarget()) {
                    table.row(
                            Html.code(source.getCode()) + " " + Html.escape(source.getDisplay()),
                            Html.escape(Optional.ofNullable(target.getEquivalence())
                                    .map(relation -> relation.toCode())
                                    .orElse("")),
                            Html.code(target.getCode()) + " " + Html.escape(target.getDisplay()),
                            Html.escape(target.getComment()));
                }
            }
            html.raw(table.toString());
        }
        return html.toString();
    }
}
