package nl.wally.fuzz;

import ca.uhn.fhir.context.BaseRuntimeChildDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementDefinition;
import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Values to put into a message: of the type that belongs there, or of none. */
final class Values {
    private static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);
    private static final Pattern DATE = Pattern.compile("-?\\d{4,}(-\\d\\d.*)?");
    private static final int DEEPER_THAN_ALLOWED = 120;
    private static final int LARGE = 1_000_000;

    private final FhirContext context;
    private final Choices choices;

    Values(FhirContext context, Choices choices) {
        this.context = context;
        this.choices = choices;
    }

    /** What FHIR knows of the type of a resource, or null. */
    BaseRuntimeElementDefinition<?> definition(ObjectNode resource) {
        try {
            return context.getResourceDefinition(resource.path("resourceType").asText());
        } catch (DataFormatException | IllegalArgumentException unknown) {
            return null;
        }
    }

    /** The elements of a type but extensions, which are added otherwise. */
    static List<BaseRuntimeChildDefinition> children(BaseRuntimeElementDefinition<?> definition) {
        return definition.getChildren().stream()
                .filter(child -> !child.getElementName().endsWith("xtension"))
                .toList();
    }

    /** Another one that looks like this one, to who goes by its name and its letters. */
    JsonNode like(String name, JsonNode value) {
        if (value instanceof ArrayNode array && !array.isEmpty()) {
            ArrayNode copy = array.deepCopy();
            copy.set(choices.below(copy.size()), like(name, copy.get(0)));
            return copy;
        }
        if (value == null || value.isContainerNode()) {
            return NODES.textNode(text());
        }
        if (value.isNumber()) {
            return number();
        }
        if (value.isBoolean()) {
            return NODES.booleanNode(!value.asBoolean());
        }
        return NODES.textNode(textLike(name, value.asText()));
    }

    private String textLike(String name, String text) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (DATE.matcher(text).matches()) {
            return choices.of(Oddities.DATES);
        }
        if (lower.equals("reference") || text.startsWith("urn:uuid:")) {
            return choices.of(Oddities.REFERENCES);
        }
        if (List.of("url", "system", "profile", "endpoint", "criteria").contains(lower) || text.startsWith("http")) {
            return choices.of(Oddities.ADDRESSES);
        }
        if (List.of("code", "status", "intent", "priority", "use", "type").contains(lower)) {
            return choices.of(Oddities.CODES);
        }
        return choices.once(4) ? text + text() : text();
    }

    JsonNode ofOtherKind(ObjectNode object) {
        return switch (choices.below(7)) {
            case 0 -> NODES.nullNode();
            case 1 -> number();
            case 2 -> NODES.booleanNode(true);
            case 3 -> NODES.objectNode();
            case 4 -> NODES.arrayNode();
            case 5 -> NODES.arrayNode().add(object.deepCopy());
            default -> NODES.textNode(text());
        };
    }

    /** Very deep, or very long. */
    JsonNode deep(ObjectNode object) {
        if (choices.once(8)) {
            return NODES.textNode("\u20ac".repeat(LARGE / 3));
        }
        JsonNode deep = NODES.textNode("x");
        int levels = choices.once(2) ? DEEPER_THAN_ALLOWED : 60;
        for (int level = 0; level < levels; level++) {
            ObjectNode around = NODES.objectNode().put("url", "http://deep.example");
            around.putArray("extension").add(deep.isTextual() ? extension() : deep);
            deep = around;
        }
        return NODES.arrayNode().add(deep);
    }

    ObjectNode extension() {
        ObjectNode extension = NODES.objectNode().put("url", choices.of(Oddities.ADDRESSES));
        switch (choices.below(6)) {
            case 0 -> extension.put("valueBoolean", true);
            case 1 -> extension.put("valueString", text());
            case 2 -> extension.put("valueDateTime", choices.of(Oddities.DATES));
            case 3 -> extension.set("valueReference", reference());
            case 4 ->
                extension
                        .putArray("extension")
                        .addObject()
                        .put("url", "by")
                        .put("valueCode", choices.of(Oddities.CODES));
            default -> extension.set("valueDecimal", number());
        }
        return extension;
    }

    ObjectNode coding() {
        return NODES.objectNode()
                .put("system", choices.of(Oddities.ADDRESSES))
                .put("code", choices.of(Oddities.CODES))
                .put("display", text());
    }

    private ObjectNode reference() {
        ObjectNode reference = NODES.objectNode().put("reference", choices.of(Oddities.REFERENCES));
        return choices.once(3) ? reference.put("type", "Patient").put("display", text()) : reference;
    }

    private JsonNode number() {
        return DecimalNode.valueOf(new BigDecimal(choices.of(Oddities.NUMBERS)));
    }

    private String text() {
        return choices.of(Oddities.TEXTS);
    }

    /** Of this type, with elements of its own down to some levels; null where the type is open. */
    JsonNode of(BaseRuntimeElementDefinition<?> definition, int levels) {
        if (definition == null) {
            return NODES.objectNode().put("resourceType", "Basic");
        }
        return switch (definition.getName()) {
            case "boolean" -> NODES.booleanNode(true);
            case "integer", "decimal", "positiveInt", "unsignedInt" -> number();
            case "date", "dateTime", "instant", "time" -> NODES.textNode(choices.of(Oddities.DATES));
            case "code" -> NODES.textNode(choices.of(Oddities.CODES));
            case "uri", "url", "canonical", "oid", "uuid" -> NODES.textNode(choices.of(Oddities.ADDRESSES));
            case "base64Binary" -> NODES.textNode(choices.of(List.of("AAAA", "A", "=", "====")));
            case "xhtml" ->
                NODES.textNode(choices.of(List.of(
                        "<div xmlns=\"http://www.w3.org/1999/xhtml\">x</div>",
                        "<div>x</div>",
                        "<div xmlns=\"http://www.w3.org/1999/xhtml\"><script>x</script></div>",
                        "<!DOCTYPE div [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><div>&e;</div>")));
            case "string", "markdown", "id" -> NODES.textNode(text());
            case "Reference" -> reference();
            case "Extension" -> extension();
            case "Coding" -> coding();
            default -> composite(definition, levels);
        };
    }

    private ObjectNode composite(BaseRuntimeElementDefinition<?> definition, int levels) {
        ObjectNode composite = NODES.objectNode();
        if (levels == 0 || children(definition).isEmpty()) {
            return composite;
        }
        for (int times = 1 + choices.below(3); times > 0; times--) {
            var child = choices.of(children(definition));
            String name = choices.of(List.copyOf(child.getValidChildNames()));
            JsonNode value = of(child.getChildByName(name), levels - 1);
            composite.set(name, child.getMax() == 1 ? value : NODES.arrayNode().add(value));
        }
        return composite;
    }
}
