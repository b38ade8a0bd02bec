package nl.wally.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Reference;

/** A value in words: what a coding is called, where a reference leads, and of anything else its parts. */
record ExampleValue(Artifacts artifacts, SpecLinks links) {
    String html(Base value) {
        if (value.isPrimitive()) {
            return Html.escape(value.primitiveValue());
        }
        if (value instanceof Coding coding) {
            return coding(coding);
        }
        if (value instanceof CodeableConcept concept) {
            String codes = concept.getCoding().stream()
                    .map(ExampleValue::coding)
                    .reduce((one, other) -> one + ", " + other)
                    .orElse("");
            return concept.hasText() ? codes + " “" + Html.escape(concept.getText()) + "”" : codes;
        }
        if (value instanceof Reference reference) {
            return reference(reference);
        }
        if (value instanceof Extension extension) {
            String url = extension.getUrl();
            String name = artifacts.ofUrl(url).map(Artifact::title).orElse(url);
            String content = extension.hasValue() ? html(extension.getValue()) : parts(extension);
            return links.html(url, name) + ": " + content;
        }
        return parts(value);
    }

    private static String coding(Coding coding) {
        String name = coding.hasDisplay() ? Html.escape(coding.getDisplay()) + " " : "";
        return name + Html.code(coding.getCode());
    }

    private String reference(Reference reference) {
        String target = Optional.ofNullable(reference.getReference()).orElse("");
        String text = reference.hasDisplay() ? reference.getDisplay() : target;
        return artifacts
                .ofReference(target)
                .map(found -> Html.linkTo(found.page(), text))
                .orElseGet(() -> reference.hasDisplay() ? Html.escape(text) : Html.code(target));
    }

    private String parts(Base value) {
        List<String> parts = new ArrayList<>();
        for (Property property : value.children()) {
            for (Base part : property.getValues()) {
                parts.add("<span class=\"quiet\">"
                        + Html.escape(property.getName().replace("[x]", "")) + "</span> " + html(part));
            }
        }
        return String.join(", ", parts);
    }
}
