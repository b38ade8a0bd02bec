package nl.wally.guide;

import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.OperationDefinition;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.SearchParameter;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.ValueSet;

/** What the page of an artifact shows between its facts and its uses, by the type of the artifact. */
final class ArtifactViews {
    private final ProfileView profiles;
    private final CodeViews codes;
    private final CapabilityView capabilities;
    private final OperationView operations;
    private final ExampleView examples;
    private final SpecLinks links;

    ArtifactViews(Artifacts artifacts, SpecLinks links, ElementTables tables) {
        this.links = links;
        profiles = new ProfileView(tables, links);
        codes = new CodeViews(artifacts, links);
        capabilities = new CapabilityView(links);
        operations = new OperationView();
        examples = new ExampleView(artifacts, links);
    }

    String html(Artifact artifact) {
        Resource resource = artifact.resource();
        return switch (resource.fhirType()) {
            case "StructureDefinition" -> profiles.html((StructureDefinition) resource);
            case "CodeSystem" -> codes.system((CodeSystem) resource);
            case "ValueSet" -> codes.set((ValueSet) resource);
            case "ConceptMap" -> codes.map((ConceptMap) resource);
            case "CapabilityStatement" -> capabilities.html((CapabilityStatement) resource);
            case "OperationDefinition" -> operations.html((OperationDefinition) resource);
            case "SearchParameter" -> parameter((SearchParameter) resource);
            case "Questionnaire" -> QuestionnaireView.html((Questionnaire) resource, links);
            default -> examples.html(artifact);
        };
    }

    private static String parameter(SearchParameter parameter) {
        HtmlTable table = new HtmlTable("Definition", "What", "Value");
        table.row("Parameter", Html.code(parameter.getCode()));
        table.row(
                "On",
                parameter.getBase().stream()
                        .map(type -> Html.linkTo(SpecLinks.type(type.getValue()), type.getValue()))
                        .collect(Collectors.joining(", ")));
        table.row(
                "Type",
                Html.linkTo(
                        SpecLinks.SPECIFICATION + "search.html#"
                                + parameter.getType().toCode(),
                        parameter.getType().toCode()));
        table.row("Expression", Html.code(parameter.getExpression()));
        if (parameter.hasTarget()) {
            table.row(
                    "Leads to",
                    parameter.getTarget().stream()
                            .map(type -> Html.escape(type.getValue()))
                            .collect(Collectors.joining(", ")));
        }
        return new Html()
                .element("h2", "Definition", "id", "definition")
                .raw(table.toString())
                .toString();
    }
}
