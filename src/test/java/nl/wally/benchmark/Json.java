package nl.wally.benchmark;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.hl7.fhir.r4.model.Resource;

/** JSON, as resources and, where the driver must be cheap, as trees. */
final class Json {
    private static final FhirContext CONTEXT = FhirContext.forR4Cached();
    private static final ObjectMapper TREES = new ObjectMapper();

    private Json() {}

    static Resource resource(String json) {
        return (Resource) CONTEXT.newJsonParser().parseResource(json);
    }

    static String text(Resource resource) {
        return CONTEXT.newJsonParser().encodeResourceToString(resource);
    }

    static ObjectNode tree(String json) {
        try {
            return (ObjectNode) TREES.readTree(json);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(broken);
        }
    }
}
