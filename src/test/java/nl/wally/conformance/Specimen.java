package nl.wally.conformance;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.hl7.fhir.r4.model.Resource;

/**
 * A resource to be validated, as a tree that can be changed in ways that no model of FHIR allows.
 *
 * @param name the file it comes from, its place in a Bundle, and what was done to it
 * @param profile what it is held against
 */
record Specimen(String name, ObjectNode json, String profile) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Every example and counter-example, and every resource in those that are Bundles. */
    static List<Specimen> all(FhirContext fhir) {
        List<Specimen> all = new ArrayList<>();
        Stream.of(ProfileFiles.ofExamples(), ProfileFiles.ofCounterExamples())
                .flatMap(folder -> folder.paths().stream())
                .forEach(file -> add(fhir, file.getFileName().toString(), read(file), all));
        return all;
    }

    private static void add(FhirContext fhir, String name, ObjectNode json, List<Specimen> all) {
        var resource = (Resource) fhir.newJsonParser().parseResource(json.toString());
        all.add(new Specimen(name, json, Profiles.of(resource)));
        for (JsonNode entry : json.path("entry")) {
            if (entry.get("resource") instanceof ObjectNode part) {
                add(fhir, name + "#" + part.path("resourceType").asText(), part, all);
            }
        }
    }

    private static ObjectNode read(Path file) {
        try {
            return (ObjectNode) JSON.readTree(Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    String type() {
        return json.path("resourceType").asText();
    }

    /** HAPI's own validator stumbles over a profile that is no text before it begins. */
    boolean isReadByHapi() {
        JsonNode meta = json.path("meta");
        boolean texts =
                StreamSupport.stream(meta.path("profile").spliterator(), false).allMatch(JsonNode::isTextual);
        return texts && (meta.isObject() || meta.isMissingNode());
    }

    /** Pretty, so that lines differ. */
    String text() {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
