package nl.wally.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.ElementDefinition;
import org.hl7.fhir.r4.model.StructureDefinition;

/** What a profile does not use, added once, and another word where it fixes one or asks for one of a few. */
final class Additions {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Additions() {}

    static List<Specimen> of(Definitions definitions, List<Specimen> specimens) {
        List<Specimen> all = new ArrayList<>();
        for (StructureDefinition profile : definitions.all(StructureDefinition.class)) {
            List<Specimen> fitting = specimens.stream()
                    .filter(specimen -> specimen.profile().equals(profile.getUrl()))
                    .toList();
            for (ElementDefinition element : profile.getDifferential().getElement()) {
                if (!element.getId().contains(":") && element.getPath().contains(".")) {
                    fitting.stream()
                            .map(specimen -> changed(specimen, whole(profile, element)))
                            .flatMap(Optional::stream)
                            .findFirst()
                            .ifPresent(all::add);
                }
            }
        }
        return all;
    }

    /** What no example has, and the profiles have rules for. */
    static List<Specimen> rare(List<Specimen> specimens) {
        ObjectNode coach = JSON.objectNode();
        coach.putArray("role")
                .addObject()
                .putArray("coding")
                .addObject()
                .put("system", Canonicals.SYSTEM_TEAM_ROLE)
                .put("code", "coach");
        ObjectNode begun = coach.deepCopy();
        begun.putObject("period").put("end", "2999-01-01");
        ObjectNode absence = JSON.objectNode().put("description", "Ik ben er even niet");
        ObjectNode without = absence.deepCopy();
        without.putObject("during").put("end", "2026-12-31");
        ObjectNode number =
                JSON.objectNode().put("system", Canonicals.REFERRAL_NUMBER).put("value", "WAW-1");
        number.putObject("type")
                .putArray("coding")
                .addObject()
                .put("system", Canonicals.IDENTIFIER_TYPE)
                .put("code", "FILL");
        return List.of(
                with(specimens, Canonicals.PROFILE_REFERRAL, "identifier", number),
                with(specimens, Canonicals.PROFILE_PRACTICE_TEAM, "participant", coach, coach, begun),
                with(specimens, Canonicals.PROFILE_GP_ROLE, "notAvailable", absence, without),
                with(
                        specimens,
                        Canonicals.PROFILE_REPRESENTATIVE,
                        "name",
                        JSON.objectNode().put("use", "usual")));
    }

    /** What breaks rules that FHIR has for every element, which are not asked about where they are seen to be met. */
    static List<Specimen> everywhere(List<Specimen> specimens) {
        ObjectNode empty = JSON.objectNode().put("url", "http://example.org/x");
        ObjectNode both = empty.deepCopy().put("valueString", "x");
        both.putArray("extension").add(empty.deepCopy().put("valueString", "x"));
        ObjectNode within = JSON.objectNode()
                .put("resourceType", "Organization")
                .put("id", "a")
                .put("name", "x");
        ObjectNode nested = within.deepCopy();
        nested.putArray("contained").add(within);
        ObjectNode versioned = within.deepCopy();
        versioned.putObject("meta").put("versionId", "1");
        ObjectNode labelled = within.deepCopy();
        labelled.putObject("meta").putArray("security").addObject().put("code", "R");
        ObjectNode nobody = JSON.objectNode().put("reference", "#nobody");
        String patient = Canonicals.PROFILE_PATIENT;
        return List.of(
                with(specimens, patient, "extension", empty, both),
                with(specimens, patient, "name", JSON.objectNode().put("id", "x")),
                with(specimens, patient, "contained", nested),
                with(specimens, patient, "contained", versioned),
                with(specimens, patient, "contained", labelled),
                with(specimens, patient, "generalPractitioner", nobody));
    }

    private static Specimen with(List<Specimen> specimens, String profile, String name, ObjectNode... values) {
        Specimen specimen = specimens.stream()
                .filter(one -> one.profile().equals(profile))
                .findFirst()
                .orElseThrow();
        ObjectNode json = specimen.json().deepCopy();
        json.withArray(name).addAll(List.of(values));
        return new Specimen(specimen.name() + " with more " + name, json, profile);
    }

    private static ElementDefinition whole(StructureDefinition profile, ElementDefinition element) {
        return profile.getSnapshot().getElement().stream()
                .filter(other -> other.getId().equals(element.getId()))
                .findFirst()
                .orElseThrow();
    }

    private static Optional<Specimen> changed(Specimen specimen, ElementDefinition element) {
        ObjectNode json = specimen.json().deepCopy();
        JsonNode parent = json;
        String[] path = element.getPath().split("\\.");
        for (int i = 1; i < path.length - 1; i++) {
            parent = parent.path(path[i]);
            parent = parent instanceof ArrayNode many ? many.path(0) : parent;
        }
        String last = path[path.length - 1];
        if (!(parent instanceof ObjectNode object)) {
            return Optional.empty();
        }
        if (element.getMax().equals("0")) {
            String type = element.hasType() ? element.getTypeFirstRep().getCode() : "";
            String name = last.replace("[x]", type);
            boolean many = !element.getBase().getMax().equals("1");
            object.set(name, many ? JSON.arrayNode().add(sample(type)) : sample(type));
        } else if ((element.hasFixed() || element.hasPattern() || element.hasBinding())
                && object.path(last).isTextual()) {
            object.put(last, element.hasBinding() && !element.hasFixed() && !element.hasPattern() ? "unknown" : "plan");
        } else {
            return Optional.empty();
        }
        return Optional.of(
                new Specimen(specimen.name() + " with other " + element.getPath(), json, specimen.profile()));
    }

    private static JsonNode sample(String type) {
        ObjectNode object = JSON.objectNode();
        return switch (type) {
            case "Reference" -> object.put("reference", "Location/1");
            case "CodeableConcept", "Annotation" -> object.put("text", "x");
            case "Identifier" -> object.put("value", "x");
            case "Attachment" -> object.put("title", "x");
            case "Period" -> object.put("start", "2026-01-01");
            case "Extension" -> object.put("url", "http://example.org/x").put("valueString", "x");
            case "Resource" -> object.put("resourceType", "Basic").put("id", "x");
            case "boolean" -> JSON.booleanNode(true);
            case "positiveInt" -> JSON.numberNode(3);
            case "string", "code", "uri", "canonical", "markdown" -> JSON.textNode("http://example.org/x");
            default -> object.put("id", "x");
        };
    }
}
