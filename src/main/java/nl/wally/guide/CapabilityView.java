package nl.wally.guide;

import java.util.List;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceOperationComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceSearchParamComponent;
import org.hl7.fhir.r4.model.StringType;

/** A CapabilityStatement: an overview of all types, then each type with its searches. */
final class CapabilityView {
    private final SpecLinks links;

    CapabilityView(SpecLinks links) {
        this.links = links;
    }

    String html(CapabilityStatement statement) {
        Html html = new Html();
        for (CapabilityStatementRestComponent rest : statement.getRest()) {
            html.element("h2", "In short", "id", "in-short");
            paragraph(html, rest.getDocumentation());
            paragraph(html, rest.getSecurity().getDescription());
            HtmlTable table = new HtmlTable("Types and interactions", "Type", "Interactions", "Operations", "Profiles");
            rest.getResource()
                    .forEach(type -> table.row(
                            Html.linkTo("#" + type.getType(), type.getType()),
                            Html.escape(interactions(type)),
                            type.getOperation().stream().map(this::operation).collect(Collectors.joining(", ")),
                            profiles(type)));
            html.raw(table.toString());
            if (rest.hasInteraction()) {
                html.open("p").text("For the server as a whole: ");
                html.text(rest.getInteraction().stream()
                        .map(interaction -> interaction.getCode().toCode())
                        .collect(Collectors.joining(", ")));
                html.text(".").close("p");
            }
            rest.getResource().forEach(type -> type(html, type));
        }
        return html.toString();
    }

    private void type(Html html, CapabilityStatementRestResourceComponent type) {
        html.element("h2", type.getType(), "id", type.getType());
        paragraph(html, type.getDocumentation());
        HtmlTable table = new HtmlTable("Search parameters of " + type.getType(), "Parameter", "Type", "Meaning");
        for (CapabilityStatementRestResourceSearchParamComponent search : type.getSearchParam()) {
            table.row(
                    links.html(search.getDefinition(), search.getName()),
                    search.getType().toCode(),
                    Html.escape(search.getDocumentation()));
        }
        if (!table.isEmpty()) {
            html.raw(table.toString());
        }
        values(html, "Includes", type.getSearchInclude());
        values(html, "Includes of what points here", type.getSearchRevInclude());
    }

    private static void values(Html html, String name, List<StringType> values) {
        if (!values.isEmpty()) {
            html.open("p").text(name + ": ");
            html.raw(values.stream().map(StringType::getValue).map(Html::code).collect(Collectors.joining(", ")));
            html.text(".").close("p");
        }
    }

    private static String interactions(CapabilityStatementRestResourceComponent type) {
        return type.getInteraction().stream()
                .map(interaction -> interaction.getCode().toCode())
                .collect(Collectors.joining(", "));
    }

    private String operation(CapabilityStatementRestResourceOperationComponent operation) {
        return links.html(operation.getDefinition(), "$" + operation.getName());
    }

    private String profiles(CapabilityStatementRestResourceComponent type) {
        List<CanonicalType> profiles = type.hasSupportedProfile()
                ? type.getSupportedProfile()
                : type.hasProfile() ? List.of(type.getProfileElement()) : List.of();
        return profiles.stream()
                .map(CanonicalType::getValue)
                .map(url -> links.html(url, url.substring(url.lastIndexOf('/') + 1)))
                .collect(Collectors.joining(", "));
    }

    private static void paragraph(Html html, @org.jspecify.annotations.Nullable String text) {
        if (text != null && !text.isBlank()) {
            html.element("p", text);
        }
    }
}
