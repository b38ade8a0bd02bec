package nl.wally.guide;

import org.hl7.fhir.r4.model.ElementDefinition;
import org.hl7.fhir.r4.model.ElementDefinition.ElementDefinitionBindingComponent;
import org.hl7.fhir.r4.model.ElementDefinition.ElementDefinitionConstraintComponent;
import org.hl7.fhir.r4.model.ElementDefinition.ElementDefinitionMappingComponent;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.StructureDefinition.StructureDefinitionContextComponent;
import org.hl7.fhir.r4.model.StructureDefinition.StructureDefinitionMappingComponent;

/** A profile or an extension: its elements, its rules, its codes and what they are called elsewhere. */
final class ProfileView {
    private static final String LEGEND =
            "S: must be supported. ?!: changes the meaning of what stands around it. Σ: part of the summary. "
                    + "C: a rule below speaks of it. Struck out: may not be there.";

    private final ElementTables tables;
    private final SpecLinks links;

    ProfileView(ElementTables tables, SpecLinks links) {
        this.tables = tables;
        this.links = links;
    }

    String html(StructureDefinition profile) {
        Html html = new Html();
        html.open("p")
                .text("Derived from ")
                .raw(links.html(profile.getBaseDefinition(), tail(profile.getBaseDefinition())));
        if (profile.hasContext()) {
            html.text(". Stands in: ");
            html.raw(profile.getContext().stream()
                    .map(StructureDefinitionContextComponent::getExpression)
                    .map(Html::code)
                    .reduce((one, other) -> one + ", " + other)
                    .orElse(""));
        }
        html.text(".").close("p");
        html.element("h2", "What it adds (differential)", "id", "differential")
                .element("p", LEGEND, "class", "quiet")
                .raw(tables.differential(profile.getUrl(), "Elements that this definition adds or narrows"));
        html.raw(rules(profile)).raw(bindings(profile)).raw(mappings(profile));
        html.element("h2", "All elements (snapshot)", "id", "snapshot")
                .raw(tables.snapshot(profile.getUrl(), "All elements"));
        return html.toString();
    }

    private static String rules(StructureDefinition profile) {
        HtmlTable table =
                new HtmlTable("Rules of this definition", "Rule", "Element", "Severity", "What it says", "FHIRPath");
        for (ElementDefinition element : profile.getDifferential().getElement()) {
            for (ElementDefinitionConstraintComponent rule : element.getConstraint()) {
                table.row(
                        "<span id=\"rule-" + Html.escape(rule.getKey()) + "\">" + Html.code(rule.getKey()) + "</span>",
                        Html.code(element.getId()),
                        rule.getSeverity().toCode(),
                        Html.escape(rule.getHuman()),
                        Html.code(rule.getExpression()));
            }
        }
        return section("Rules", "rules", table);
    }

    private String bindings(StructureDefinition profile) {
        HtmlTable table = new HtmlTable("Codes of this definition", "Element", "Strength", "Value set");
        for (ElementDefinition element : profile.getDifferential().getElement()) {
            ElementDefinitionBindingComponent binding = element.getBinding();
            if (binding.hasValueSet()) {
                table.row(
                        Html.code(element.getId()),
                        binding.getStrength().toCode(),
                        links.html(binding.getValueSet(), tail(binding.getValueSet())));
            }
        }
        return section("Codes", "codes", table);
    }

    private static String mappings(StructureDefinition profile) {
        Html html = new Html();
        for (StructureDefinitionMappingComponent mapping : profile.getMapping()) {
            HtmlTable table = new HtmlTable("The same in " + mapping.getName(), "Element", "There", "Remark");
            for (ElementDefinition element : profile.getDifferential().getElement()) {
                for (ElementDefinitionMappingComponent to : element.getMapping()) {
                    if (to.getIdentity().equals(mapping.getIdentity())) {
                        table.row(Html.code(element.getId()), Html.code(to.getMap()), Html.escape(to.getComment()));
                    }
                }
            }
            String title = mapping.hasName() ? mapping.getName() : mapping.getIdentity();
            html.raw(section("Mapping to " + title, "mapping-" + Markdown.id(mapping.getIdentity()), table));
        }
        return html.toString();
    }

    private static String section(String title, String id, HtmlTable table) {
        return table.isEmpty()
                ? ""
                : new Html()
                        .element("h2", title, "id", id)
                        .raw(table.toString())
                        .toString();
    }

    private static String tail(String url) {
        return url.substring(url.lastIndexOf('/') + 1);
    }
}
