package nl.wally.fhir.rest;

import static nl.wally.shared.Words.words;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.wally.shared.Problem;
import nl.wally.shared.RefusedException;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** What an operation is given, in the address or as a Parameters resource. */
final class OperationParameters {
    /** Parameters of every request, which have nothing to do with an operation. */
    private static final Set<String> GENERAL = Set.of("_format", "_pretty");

    private OperationParameters() {}

    /**
     * All values by name.
     *
     * @throws RefusedException for a body of another type, or a parameter that is not among these
     */
    static Map<String, List<String>> of(@Nullable Resource body, RequestDetails request, Set<String> known) {
        Map<String, List<String>> values = new HashMap<>();
        request.getParameters().forEach((name, given) -> {
            if (!GENERAL.contains(name)) {
                values.put(name, Arrays.asList(given));
            }
        });
        if (body instanceof Parameters sent) {
            sent.getParameter()
                    .forEach(part -> values.computeIfAbsent(String.valueOf(part.getName()), name -> new ArrayList<>())
                            .add(
                                    part.hasValue()
                                            ? String.valueOf(part.getValue().primitiveValue())
                                            : ""));
        } else if (body != null) {
            throw new RefusedException(
                    Problem.UNREADABLE, body.fhirType(), words("The body of this operation is a Parameters resource"));
        }
        if (!known.containsAll(values.keySet())) {
            throw new RefusedException(
                    Problem.PARAMETER_UNKNOWN, "", words("This operation knows no such parameter: see the guide"));
        }
        return values;
    }
}
