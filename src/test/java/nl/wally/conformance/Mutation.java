package nl.wally.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import nl.wally.conformance.Mutations.Choice;

/** One way to break a resource. Each says whether it found something to break. */
enum Mutation {
    DROP {
        @Override
        boolean change(ObjectNode root, Choice choice) {
            ObjectNode object = choice.object(root);
            String name = anyName(object, choice);
            return name != null && !name.equals("resourceType") && object.remove(name) != null;
        }
    },
    DROP_AT_THE_TOP {
        @Override
        boolean change(ObjectNode root, Choice choice) {
            String name = anyName(root, choice);
            return name != null && !name.equals("resourceType") && root.remove(name) != null;
        }
    },
    DROP_OF_MANY {
        @Override
        boolean change(ObjectNode root, Choice choice) {
            ArrayNode array = choice.array(root);
            return array != null && array.remove(choice.random().nextInt(array.size())) != null;
        }
    },
    REPEAT {
        @Override
        boolean change(ObjectNode root, Choice choice) {
            ArrayNode array = choice.array(root);
            return array != null
                    && array.add(array.get(choice.random().nextInt(array.size()))
                                    .deepCopy())
                            != null;
        }
    },
    REVERSE {
        @Override
        boolean change(ObjectNode root, Choice choice) {
            ArrayNode array = choice.array(root);
            if (array == null || array.size() < 2) {
                return false;
            }
            array.add(array.remove(0));
            return true;
        }
    },
    /** An element of another resource of that type, in place of the own one or beside it. */
    BORROW {
        @Override
        boolean change(ObjectNode root, Choice choice) {
            ObjectNode relative = choice.relative();
            String name = anyName(relative, choice);
            JsonNode value = relative.get(name);
            if (value instanceof ArrayNode more && root.get(name) instanceof ArrayNode here) {
                here.addAll(more.deepCopy());
            } else {
                root.set(name, value.deepCopy());
            }
            return true;
        }
    },
    WRONG_TYPE {
        @Override
        boolean change(ObjectNode root, Choice choice) {
            ObjectNode object = choice.object(root);
            String name = anyName(object, choice);
            if (name == null || List.of("resourceType", "meta", "profile").contains(name)) {
                return false;
            }
            var other = object.objectNode().put("value", "x");
            object.set(
                    name, choice.of(List.of(IntNode.valueOf(7), TextNode.valueOf("seven"), other, object.arrayNode())));
            return true;
        }
    },
    ONE_IS_MANY {
        @Override
        boolean change(ObjectNode root, Choice choice) {
            ObjectNode object = choice.object(root);
            String name = anyName(object, choice);
            if (name == null || List.of("resourceType", "meta", "profile").contains(name)) {
                return false;
            }
            JsonNode value = object.get(name);
            object.set(
                    name,
                    value instanceof ArrayNode && value.size() > 0
                            ? value.get(0)
                            : object.arrayNode().add(value));
            return true;
        }
    },
    UNKNOWN_CODE(text("code", "status", "intent", "priority", "use", "language"), "no-such-code", "", " ", "Ä"),
    OTHER_CODE {
        @Override
        boolean change(ObjectNode root, Choice choice) {
            ObjectNode coding = choice.with(root, "code");
            return coding != null && coding.put("code", choice.code()) != null;
        }
    },
    OTHER_SYSTEM {
        @Override
        boolean change(ObjectNode root, Choice choice) {
            ObjectNode coding = choice.with(root, "system");
            return coding != null && coding.put("system", choice.system()) != null;
        }
    },
    UNKNOWN_SYSTEM(
            text("system"),
            "http://example.org/codes",
            "urn:oid:1.2.3",
            "codes",
            "http://loinc.org",
            "http://hl7.org/fhir/no-such-system"),
    OTHER_DISPLAY(text("display"), "Something else", "", "  spaces  "),
    OTHER_STATUS(text("status"), "completed", "draft", "active", "on-hold", "rejected", "failed", "cancelled"),
    OTHER_URL(
            text("url"),
            "http://example.org/x",
            "http://hl7.org/fhir/StructureDefinition/x",
            "http://hl7.org/fhir/5.0/StructureDefinition/extension-Task.x",
            "x"),
    WRONG_REFERENCE(
            text("reference"),
            "Medication/1",
            "Practitioner/1",
            "nonsense",
            "#gone",
            "http://example.org/fhir/Task/1",
            "urn:uuid:00000000-0000-4000-8000-000000000000",
            "Task/1/_history/2",
            ""),
    BAD_DATE(
            text("authoredOn", "sent", "dateTime", "start", "birthDate", "valueDate", "valueDateTime", "lastModified"),
            "2026-13-45",
            "yesterday",
            "2026-02-30T10:00:00Z",
            "2026-01-01T10:00:00",
            "1026-01-01",
            ""),
    EMPTY_TEXT(text("text", "value", "display", "valueString", "contentString", "title", "description"), "", " "),
    OTHER_TEXT(
            text("value", "valueString", "valueCode", "contentString", "linkId", "questionnaire", "id"),
            "x",
            "0",
            "a b"),
    UNKNOWN_ELEMENT {
        @Override
        boolean change(ObjectNode root, Choice choice) {
            return choice.object(root).put(choice.of(List.of("shoeSize", "Status", "_status")), 42) != null;
        }
    },
    UNKNOWN_EXTENSION {
        @Override
        boolean change(ObjectNode root, Choice choice) {
            String url = choice.of(List.of(
                    "http://example.org/extension",
                    "http://hl7.org/fhir/StructureDefinition/no-such-extension",
                    Canonicals.EXTENSION_CRISIS,
                    Canonicals.EXTENSION_OVERDUE,
                    Canonicals.EXTENSION_READ));
            ObjectNode extension = root.objectNode().put("url", url).put("valueString", "x");
            ObjectNode object = choice.object(root);
            return (object.get("extension") instanceof ArrayNode there
                            ? there.add(extension)
                            : object.set("extension", root.arrayNode().add(extension)))
                    != null;
        }
    },
    MODIFIER_EXTENSION {
        @Override
        boolean change(ObjectNode root, Choice choice) {
            ObjectNode extension =
                    root.objectNode().put("url", "http://example.org/modifier").put("valueBoolean", true);
            return choice.of(List.of(root, choice.object(root)))
                            .set("modifierExtension", root.arrayNode().add(extension))
                    != null;
        }
    },
    EMPTY_OBJECT {
        @Override
        boolean change(ObjectNode root, Choice choice) {
            ArrayNode array = choice.array(root);
            return array != null && array.addObject() != null;
        }
    },
    EMPTY_ARRAY {
        @Override
        boolean change(ObjectNode root, Choice choice) {
            ArrayNode array = choice.array(root);
            return array != null && array.removeAll() != null;
        }
    },
    OTHER_PROFILE {
        @Override
        boolean change(ObjectNode root, Choice choice) {
            ObjectNode meta = root.get("meta") instanceof ObjectNode there ? there : root.putObject("meta");
            meta.putArray("profile")
                    .add(choice.of(List.of(
                            "http://example.org/StructureDefinition/x",
                            Canonicals.BASE_DEFINITION
                                    + root.path("resourceType").asText(),
                            Canonicals.PROFILE_PATIENT,
                            choice.origin().profile() + "|0.0.1")));
            return true;
        }
    },
    CONTAINED {
        @Override
        boolean change(ObjectNode root, Choice choice) {
            ObjectNode inner = choice.relative().deepCopy();
            inner.put("id", choice.of(List.of("inner", "gone")));
            root.putArray("contained").add(inner);
            ObjectNode reference = choice.with(root, "reference");
            return reference == null || reference.put("reference", "#inner") != null;
        }
    },
    NARRATIVE {
        @Override
        boolean change(ObjectNode root, Choice choice) {
            root.putObject("text")
                    .put("status", "generated")
                    .put(
                            "div",
                            choice.of(List.of(
                                    "<div xmlns=\"http://www.w3.org/1999/xhtml\"><p id=\"a\">Tekst</p></div>",
                                    "<div xmlns=\"http://www.w3.org/1999/xhtml\"><script>x</script></div>",
                                    "<div xmlns=\"http://www.w3.org/1999/xhtml\"><a href=\"#b\">b</a></div>",
                                    "<p>Tekst</p>",
                                    "Tekst")));
            return true;
        }
    };

    private final List<String> names;
    private final List<String> values;

    Mutation(List<String> names, String... values) {
        this.names = names;
        this.values = List.of(values);
    }

    Mutation() {
        this(List.of());
    }

    private static List<String> text(String... names) {
        return List.of(names);
    }

    /** Without a body of its own: another value for a text with one of the names. */
    boolean change(ObjectNode root, Choice choice) {
        String name = choice.of(names);
        ObjectNode object = choice.with(root, name);
        return object != null && object.put(name, choice.of(values)) != null;
    }

    private static String anyName(ObjectNode object, Choice choice) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names.isEmpty() ? null : choice.of(names);
    }
}
