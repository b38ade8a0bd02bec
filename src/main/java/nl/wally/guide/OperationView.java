package nl.wally.guide;

import java.util.List;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.OperationDefinition;
import org.hl7.fhir.r4.model.OperationDefinition.OperationDefinitionParameterComponent;
import org.hl7.fhir.r4.model.OperationDefinition.OperationParameterUse;

/** An operation: where it is called and what goes in and comes out. */
final class OperationView {
    String html(OperationDefinition operation) {
        Html html = new Html().element("h2", "Where", "id", "where").open("ul");
        for (String place : places(operation)) {
            html.open("li").raw(Html.code(place)).close("li");
        }
        html.close("ul");
        html.element("p", operation.getAffectsState() ? "By POST: it may change something." : "It changes nothing.");
        parameters(html, operation, OperationParameterUse.IN, "In", "in");
        parameters(html, operation, OperationParameterUse.OUT, "Out", "out");
        return html.toString();
    }

    /** The addresses below {@code /fhir} at which an operation is called. */
    static List<String> places(OperationDefinition operation) {
        String name = "$" + operation.getCode();
        List<String> types =
                operation.getResource().stream().map(CodeType::getValue).toList();
        List<String> named = types.isEmpty() || types.contains("Resource") ? List.of("{type}") : types;
        return java.util.stream.Stream.of(
                        operation.getSystem() ? List.of("/fhir/" + name) : List.<String>of(),
                        operation.getType()
                                ? named.stream()
                                        .map(type -> "/fhir/" + type + "/" + name)
                                        .toList()
                                : List.<String>of(),
                        operation.getInstance()
                                ? named.stream()
                                        .map(type -> "/fhir/" + type + "/{id}/" + name)
                                        .toList()
                                : List.<String>of())
                .flatMap(List::stream)
                .collect(Collectors.toList());
    }

    private static void parameters(
            Html html, OperationDefinition operation, OperationParameterUse use, String title, String id) {
        HtmlTable table = new HtmlTable("Parameters: " + title, "Parameter", "Card.", "Type", "Meaning");
        operation.getParameter().stream()
                .filter(parameter -> parameter.getUse() == use)
                .forEach(parameter -> row(table, parameter, ""));
        if (!table.isEmpty()) {
            html.element("h2", title, "id", id).raw(table.toString());
        }
    }

    private static void row(HtmlTable table, OperationDefinitionParameterComponent parameter, String above) {
        String name = above + parameter.getName();
        table.row(
                Html.code(name),
                parameter.getMin() + ".." + parameter.getMax(),
                parameter.hasType() && SpecLinks.isType(parameter.getType())
                        ? Html.linkTo(SpecLinks.type(parameter.getType()), parameter.getType())
                        : Html.escape(parameter.getType()),
                Html.escape(parameter.getDocumentation()));
        parameter.getPart().forEach(part -> row(table, part, name + "."));
    }
}
