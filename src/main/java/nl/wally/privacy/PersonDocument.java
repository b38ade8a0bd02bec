package nl.wally.privacy;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.commons.text.StringEscapeUtils;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Narrative;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;

/**
 * All that is kept of a person as a page in Dutch. It walks through everything there is instead of picking what it knows, so
 * that nothing can be left out; only what machines need, such as the names of code systems, is.
 */
final class PersonDocument {
    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d-M-yyyy HH:mm").withZone(ZONE);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d-M-yyyy").withZone(ZONE);
    private static final Set<String> FOR_MACHINES = Set.of("id", "meta", "system", "url", "implicitRules", "div");

    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="nl">
            <head>
            <meta charset="utf-8">
            <title>Wat wij van u bewaren</title>
            <style>
            body { font-family: sans-serif; line-height: 1.5; max-width: 50em; margin: 2em auto; padding: 0 1em; }
            section { border-top: 1px solid #767676; margin-top: 1.5em; }
            dt { font-weight: bold; }
            dd { margin: 0 0 0.4em 1.5em; white-space: pre-wrap; }
            dl { margin: 0; }
            </style>
            </head>
            <body>
            <main>
            <h1>Wat wij van u bewaren</h1>
            """;

    private final Labels labels;
    private final Function<String, String> names;
    private final StringBuilder html = new StringBuilder(HEAD);

    /**
     * @param names what a person or organisation that works here is called, by its reference; empty when unknown
     */
    PersonDocument(Labels labels, Function<String, String> names) {
        this.labels = labels;
        this.names = names;
    }

    /**
     * The page.
     *
     * @param side who keeps it and answers, by name
     */
    String of(List<Resource> resources, String side, Instant now) {
        html.append("<p>Dit is alles wat op ")
                .append(MOMENT.format(now))
                .append(" over u in het verwijssysteem staat en waarvoor ")
                .append(escaped(side))
                .append(" u antwoord geeft. Klopt er iets niet, of wilt u dat het wordt gewist? Vraag het daar.</p>\n");
        for (Resource resource : resources) {
            html.append("<section>\n<h2>").append(escaped(labels.of(resource.fhirType())));
            if (resource.getMeta().hasLastUpdated()) {
                html.append(", ")
                        .append(MOMENT.format(
                                resource.getMeta().getLastUpdated().toInstant()));
            }
            html.append("</h2>\n");
            parts(resource);
            html.append("</section>\n");
        }
        return html.append("</main>\n</body>\n</html>\n").toString();
    }

    private void parts(Base element) {
        html.append("<dl>\n");
        for (Property property : element.children()) {
            for (Base value : property.getValues()) {
                if (!FOR_MACHINES.contains(property.getName())) {
                    part(property.getName().replace("[x]", ""), value);
                }
            }
        }
        html.append("</dl>\n");
    }

    private void part(String name, Base value) {
        String label = value instanceof Extension extension ? extension.getUrl().replaceFirst(".*/(waw-)?", "") : name;
        String text = text(value instanceof Extension simple && simple.hasValue() ? simple.getValue() : value);
        boolean composed = text.isEmpty() && value.children().stream().anyMatch(Property::hasValues);
        if (!text.isEmpty() || composed) {
            html.append("<dt>")
                    .append(escaped(labels.of(label)))
                    .append("</dt>\n<dd>")
                    .append(escaped(text));
            if (composed) {
                parts(value);
            }
            html.append("</dd>\n");
        }
    }

    /** What stands for itself in a line; empty when it has parts to be told one by one. */
    private String text(Base value) {
        if (value instanceof BaseDateTimeType moment && moment.getValue() != null) {
            return written(moment);
        }
        if (value instanceof Coding coding) {
            return labels.of(coding);
        }
        if (value instanceof CodeableConcept concept) {
            String codes = String.join(
                    ", ", concept.getCoding().stream().map(labels::of).toList());
            return concept.hasText() ? concept.getText() + (codes.isEmpty() ? "" : " (" + codes + ")") : codes;
        }
        if (value instanceof Reference reference) {
            return named(reference);
        }
        if (value instanceof Narrative told) {
            return told.hasDiv() ? told.getDiv().allText() : "";
        }
        return value instanceof PrimitiveType<?> primitive && primitive.hasValue()
                ? value instanceof StringType
                        ? primitive.getValueAsString()
                        : labels.ofCode(primitive.getValueAsString())
                : "";
    }

    /** As exactly as it was said: what is a month stays a month. */
    private static String written(BaseDateTimeType moment) {
        int exactness = moment.getPrecision().compareTo(TemporalPrecisionEnum.DAY);
        if (exactness < 0) {
            return moment.getValueAsString();
        }
        return (exactness == 0 ? DAY : MOMENT).format(moment.getValue().toInstant());
    }

    private String named(Reference reference) {
        String key = reference.hasReference() ? reference.getReference() : "";
        String name = names.apply(key);
        String said = reference.hasDisplay() ? reference.getDisplay() : "";
        if (name.isEmpty() && said.isEmpty()) {
            return key.isEmpty() ? "" : labels.of(key.replaceFirst("/.*", ""));
        }
        return name.isEmpty() || name.equals(said) ? said : said.isEmpty() ? name : name + " (" + said + ")";
    }

    private static String escaped(String text) {
        return StringEscapeUtils.escapeHtml4(text);
    }
}
