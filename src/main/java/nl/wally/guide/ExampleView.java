package nl.wally.guide;

import java.util.ArrayList;
import java.util.List;
import nl.wally.conformance.Canonicals;
import nl.wally.guide.Artifact.Kind;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Resource;

/** What an example says, element by element, for who does not read JSON; of a Bundle, what its entries are. */
final class ExampleView {
    private final Artifacts artifacts;
    private final SpecLinks links;

    ExampleView(Artifacts artifacts, SpecLinks links) {
        this.artifacts = artifacts;
        this.links = links;
    }

    String html(Artifact artifact) {
        Html html = new Html();
        if (artifact.kind() == Kind.COUNTER_EXAMPLE) {
            html.raw(refusal(artifact.resource()));
        }
        html.element("h2", "In short", "id", "in-short");
        if (artifact.resource() instanceof Bundle bundle) {
            html.raw(entries(bundle));
            for (BundleEntryComponent entry : bundle.getEntry()) {
                html.element("h3", entry.getResource().fhirType());
                html.raw(elements(entry.getResource()));
            }
        } else {
            html.raw(elements(artifact.resource()));
        }
        return html.toString();
    }

    private static String refusal(Resource resource) {
        Html html = new Html();
        for (Coding tag : resource.getMeta().getTag()) {
            if (Canonicals.SYSTEM_PROBLEM.equals(tag.getSystem())) {
                html.open("p", "class", "refused").text("Refused with ");
                html.raw("<a href=\"problems.html#" + Html.escape(tag.getCode()) + "\">" + Html.code(tag.getCode())
                        + "</a>");
                html.text(".").close("p");
            }
        }
        return html.toString();
    }

    private static String entries(Bundle bundle) {
        HtmlTable table = new HtmlTable("Entries of the transaction", "Resource", "Request");
        bundle.getEntry()
                .forEach(entry -> table.row(
                        Html.escape(entry.getResource().fhirType()),
                        Html.code(entry.getRequest().getMethod() + " "
                                + entry.getRequest().getUrl())));
        return table.toString();
    }

    private String elements(Resource resource) {
        HtmlTable table = new HtmlTable(resource.fhirType(), "Element", "Value");
        for (Property property : resource.children()) {
            List<String> values = new ArrayList<>();
            for (Base value : property.getValues()) {
                values.add(new ExampleValue(artifacts, links).html(value));
            }
            if (!values.isEmpty() && !property.getName().equals("meta")) {
                String name = property.getName().replace("[x]", "");
                table.row(Html.escape(name), String.join("<br>", values));
            }
        }
        return table.toString();
    }
}
