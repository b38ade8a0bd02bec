package nl.wally.fhir.search;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.util.UrlUtil;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import nl.wally.conformance.Capabilities;
import nl.wally.conformance.Definitions;
import nl.wally.shared.RefusedException;

/** Search parameters are refused with a reason, or become a query of what is offered. The first byte chooses the type. */
class QueryFuzz {
    private static final Capabilities OFFERED = new Capabilities(new Definitions(FhirContext.forR4Cached()));
    private static final List<String> TYPES = List.copyOf(OFFERED.types());

    /** Refused at the door, see RequestFormFilter. */
    private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    @FuzzTest
    void query(byte[] input) {
        String text = input.length == 0 ? "" : new String(input, 1, input.length - 1, StandardCharsets.UTF_8);
        if (BROKEN_ESCAPE.matcher(text).find()) {
            return;
        }
        String type = TYPES.get(input.length == 0 ? 0 : (input[0] & 0xff) % TYPES.size());
        var offer = OFFERED.offer(type).orElseThrow();
        Map<String, String[]> parameters = UrlUtil.parseQueryStrings(text);
        try {
            Query query = Query.of(type, offer, parameters);
            if (!offer.searchParameters().keySet().containsAll(query.criteria().keySet()) || query.count() < 1) {
                throw new AssertionError("Not offered: " + query);
            }
            Query.shape(parameters);
        } catch (RefusedException refused) {
            assert !refused.refusals().isEmpty();
        }
        try {
            Query.versions(parameters);
        } catch (RefusedException refused) {
            assert !refused.refusals().isEmpty();
        }
    }
}
