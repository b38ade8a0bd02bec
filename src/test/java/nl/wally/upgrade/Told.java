package nl.wally.upgrade;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import nl.wally.FhirClient;
import nl.wally.FhirClient.Answer;

/**
 * What a server told somebody who asked.
 *
 * @param client who asked
 * @param path below {@code /fhir}
 * @param body JSON null when only the status was of interest
 */
record Told(String client, String path, int status, JsonNode body) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Told by(FhirClient server, String client, String path) {
        Answer answer = server.get(client, path);
        try {
            return new Told(
                    client,
                    path,
                    answer.status(),
                    answer.status() == 200 ? JSON.readTree(answer.body()) : NullNode.getInstance());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static Told of(String line) {
        try {
            return JSON.readValue(line, Told.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    String line() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
