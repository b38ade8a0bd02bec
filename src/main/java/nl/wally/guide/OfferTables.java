package nl.wally.guide;

import java.util.stream.Collectors;
import nl.wally.conformance.Definitions;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceSearchParamComponent;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.OperationDefinition;

/** What the server offers, from its CapabilityStatement and what that names; and what its simulator can play. */
final class OfferTables {
    private final Definitions definitions;
    private final SpecLinks links;

    OfferTables(Definitions definitions, SpecLinks links) {
        this.definitions = definitions;
        this.links = links;
    }

    String operations() {
        HtmlTable table = new HtmlTable("Operations", "Operation", "Where", "What it does");
        for (OperationDefinition operation : definitions.all(OperationDefinition.class)) {
            String page = "OperationDefinition-" + operation.getIdElement().getIdPart() + ".html";
            table.row(
                    Html.linkTo(page, "$" + operation.getCode()),
                    OperationView.places(operation).stream().map(Html::code).collect(Collectors.joining(" ")),
                    Html.escape(operation.getDescription()));
        }
        return table.toString();
    }

    String searchParameters() {
        HtmlTable table = new HtmlTable("Search parameters by type", "Type", "Parameter", "Kind", "Meaning");
        for (CapabilityStatementRestResourceComponent type :
                definitions.serverStatement().getRestFirstRep().getResource()) {
            for (CapabilityStatementRestResourceSearchParamComponent search : type.getSearchParam()) {
                table.row(
                        Html.escape(type.getType()),
                        links.html(search.getDefinition(), search.getName()),
                        search.getType().toCode(),
                        Html.escape(search.getDocumentation()));
            }
        }
        return table.toString();
    }

    /** What a tag or a header makes the simulator do. */
    String sentinels() {
        ConceptWords simulation = new ConceptWords(definitions, nl.wally.conformance.Canonicals.SYSTEM_SIMULATION);
        HtmlTable table = new HtmlTable("What the simulator plays", "Code", "HTTP", "What happens", "In Dutch");
        for (ConceptDefinitionComponent concept : simulation.all()) {
            table.row(
                    "<span id=\"" + concept.getCode() + "\">" + Html.code(concept.getCode()) + "</span>",
                    ConceptWords.property(concept, "http-status"),
                    Html.escape(concept.hasDefinition() ? concept.getDefinition() : concept.getDisplay()),
                    "<span lang=\"nl\">" + Html.escape(ConceptWords.dutch(concept)) + "</span>");
        }
        return table.isEmpty() ? "<p>This server has no simulator.</p>" : table.toString();
    }
}
