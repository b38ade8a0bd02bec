package nl.wally.fhir.rest;

import static nl.wally.shared.Words.words;

import ca.uhn.fhir.context.BaseRuntimeChildDefinition;
import ca.uhn.fhir.context.BaseRuntimeElementDefinition;
import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.StreamSupport;
import nl.wally.fhir.Characters;
import nl.wally.shared.Place;
import nl.wally.shared.Problem;
import nl.wally.shared.Refusal;
import nl.wally.shared.RefusedException;
import nl.wally.shared.Words;
import org.jspecify.annotations.Nullable;

/**
 * Holds JSON to the letter of RFC 8259 and https://hl7.org/fhir/R4/json.html where HAPI is lenient: a key that occurs
 * twice, an array where a single value belongs or a number in quotes would otherwise be understood in a way that the
 * sender did not mean.
 */
final class JsonForm {
    /** FHIR sets no limit; the deepest message of the guide has twelve levels. */
    private static final int DEEPEST = 100;

    /** Digits, also of a number that is written with an exponent: HAPI writes it out, and of 1e999999999 that is a gigabyte. */
    private static final int LONGEST_NUMBER = 100;

    private static final Words UNWRITABLE = words("A number is too large or too precise to be written out");
    private static final Set<String> NUMBERS = Set.of("integer", "decimal", "positiveInt", "unsignedInt", "integer64");

    private static final Set<String> BESIDE = Set.of("id", "extension");

    private final FhirContext context;
    private final ObjectMapper strict = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    JsonForm(FhirContext context) {
        this.context = context;
        strict.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxNumberLength(LONGEST_NUMBER)
                        .build());
    }

    /** Refuses a body that is not one resource in proper JSON; returns its type. */
    String requireResource(byte[] body) {
        JsonNode node = read(body);
        resource(node);
        return node.path("resourceType").asText();
    }

    /** Refuses a body that is not proper JSON, whatever it says. */
    JsonNode read(byte[] body) {
        try {
            // As UTF-8 and nothing else: of bytes Jackson would guess, and read what HAPI does not.
            JsonNode node = strict.readTree(new String(body, StandardCharsets.UTF_8));
            if (node == null || node.isMissingNode()) {
                throw unreadable(words("The body of the request is empty"));
            }
            numbers(node);
            return node;
        } catch (JsonProcessingException malformed) {
            var at = malformed.getLocation();
            Words what = words(
                    "The body is no proper JSON: check that it is well-formed and whole, that no key occurs twice and that it"
                            + " is not nested deeper than {0} levels",
                    DEEPEST);
            throw unreadable(what, at == null ? Place.UNKNOWN : new Place(at.getLineNr(), at.getColumnNr()));
        } catch (NumberFormatException beyond) {
            throw unreadable(UNWRITABLE);
        }
    }

    private void resource(JsonNode node) {
        if (!node.path("resourceType").isTextual()
                || node.path("resourceType").asText().isBlank()) {
            throw unreadable(words("A resource is a JSON object with a resourceType"));
        }
        try {
            object(node, context.getResourceDefinition(node.path("resourceType").asText()));
        } catch (DataFormatException unknownType) {
            throw unreadable(words("There is no such resourceType in FHIR R4"));
        }
    }

    private void object(JsonNode node, BaseRuntimeElementDefinition<?> definition) {
        node.fields().forEachRemaining(field -> {
            String name = field.getKey();
            if (name.startsWith("_")) {
                beside(name, field.getValue(), definition);
                return;
            }
            // HAPI knows the definition of both by the name of one.
            String known = name.equals("modifierExtension") ? "extension" : name;
            BaseRuntimeChildDefinition child = definition.getChildByName(known);
            if (name.isEmpty() || child == null && known.equals("extension")) {
                // HAPI looks at its first letter; and an extension of a Bundle, which FHIR does not have, it reads and
                // forgets.
                throw unreadable(words("An element does not exist here"));
            }
            if (child != null) {
                values(name, field.getValue(), child, child.getChildByName(known));
            } else {
                characters(field.getValue());
            }
        });
    }

    /** The id and the extensions of a primitive value, which HAPI takes anywhere and in any form. */
    private void beside(String name, JsonNode value, BaseRuntimeElementDefinition<?> definition) {
        String plain = name.substring(1);
        BaseRuntimeChildDefinition child =
                plain.isEmpty() || plain.endsWith("xtension") ? null : definition.getChildByName(plain);
        BaseRuntimeElementDefinition<?> type = child == null ? null : child.getChildByName(plain);
        if (child == null || type == null || !isPrimitive(type)) {
            throw unreadable(words("An element does not exist here"));
        }
        if (child.getMax() == 1) {
            half(name, value);
            return;
        }
        if (!value.isArray()) {
            throw mistyped(name, words("an array"));
        }
        value.forEach(item -> {
            if (!item.isNull()) {
                half(name, item);
            }
        });
    }

    private void half(String name, JsonNode value) {
        requireObject(name, value);
        if (!StreamSupport.stream(((Iterable<String>) value::fieldNames).spliterator(), false)
                .allMatch(BESIDE::contains)) {
            throw unreadable(words("An element does not exist here"));
        }
        // The definition of an element itself is not to be had; an extension has an id and extensions too.
        object(value, Objects.requireNonNull(context.getElementDefinition("Extension")));
    }

    private void values(
            String name,
            JsonNode value,
            BaseRuntimeChildDefinition child,
            @Nullable BaseRuntimeElementDefinition<?> definition) {
        if (child.getMax() != 1 && !value.isArray()) {
            throw mistyped(name, words("an array"));
        }
        if (child.getMax() == 1) {
            value(name, value, definition, false);
        } else {
            value.forEach(item -> value(name, item, definition, true));
        }
    }

    private void value(
            String name, JsonNode value, @Nullable BaseRuntimeElementDefinition<?> definition, boolean repeating) {
        if (definition == null || value.isObject() && value.has("resourceType")) {
            requireObject(name, value);
            resource(value);
            return;
        }
        if (isPrimitive(definition)) {
            primitive(name, value, definition.getName(), repeating);
        } else {
            requireObject(name, value);
            object(value, definition);
        }
    }

    private static boolean isPrimitive(BaseRuntimeElementDefinition<?> definition) {
        return switch (definition.getChildType()) {
            case PRIMITIVE_DATATYPE, ID_DATATYPE, PRIMITIVE_XHTML, PRIMITIVE_XHTML_HL7ORG -> true;
            default -> false;
        };
    }

    private static void requireObject(String name, JsonNode value) {
        if (!value.isObject()) {
            throw mistyped(name, words("an object"));
        }
    }

    private static void primitive(String name, JsonNode value, String type, boolean repeating) {
        if (value.isNull() && repeating) {
            // Stands for an item that has only an id or extensions.
            return;
        }
        if (type.equals("boolean") && !value.isBoolean()) {
            throw mistyped(name, words("true or false, without quotes"));
        }
        if (NUMBERS.contains(type) && !value.isNumber()) {
            throw mistyped(name, words("a number, without quotes"));
        }
        if (!type.equals("boolean")
                && !NUMBERS.contains(type)
                && (!value.isTextual() || value.asText().isEmpty())) {
            throw mistyped(name, words("a string that is not empty"));
        }
        characters(value);
    }

    /** What PostgreSQL, XML or UTF-8 cannot carry; a control character is no text in FHIR. */
    private static void characters(JsonNode value) {
        if (value.isContainerNode()) {
            value.forEach(JsonForm::characters);
        } else if (value.isTextual() && !Characters.areText(value.asText())) {
            throw unreadable(words("A string holds a control character or half a surrogate pair"));
        }
    }

    private static void numbers(JsonNode value) {
        value.forEach(JsonForm::numbers);
        if (value.isBigDecimal()) {
            requireWritable(value.decimalValue());
        }
    }

    /** Refuses a number of more digits than anybody writes and what is no number at all. */
    static void requireWritable(String number) {
        try {
            requireWritable(new BigDecimal(number));
        } catch (NumberFormatException beyond) {
            throw unreadable(UNWRITABLE);
        }
    }

    private static void requireWritable(BigDecimal number) {
        if (Math.abs((long) number.scale()) > LONGEST_NUMBER || number.precision() > LONGEST_NUMBER) {
            throw unreadable(UNWRITABLE);
        }
    }

    private static RefusedException mistyped(String name, Words expected) {
        return unreadable(words("Element {0} must be {1}", name, expected));
    }

    private static RefusedException unreadable(Words explanation) {
        return unreadable(explanation, Place.UNKNOWN);
    }

    private static RefusedException unreadable(Words explanation, Place place) {
        return new RefusedException(List.of(new Refusal(Problem.UNREADABLE, "", explanation).at(place)));
    }
}
