package nl.wally.fhir.search;

import ca.uhn.fhir.jpa.searchparam.matcher.InMemoryResourceMatcher;
import ca.uhn.fhir.jpa.searchparam.matcher.SearchParamMatcher;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import java.util.Arrays;
import nl.wally.conformance.Capabilities;
import nl.wally.fhir.Matching;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/** HAPI's own matcher, within what is promised. */
@Component
class MatchingInMemory implements Matching {
    private final SearchParamMatcher matcher;
    private final InMemoryResourceMatcher judge;
    private final Capabilities capabilities;

    MatchingInMemory(SearchParamMatcher matcher, InMemoryResourceMatcher judge, Capabilities capabilities) {
        this.matcher = matcher;
        this.judge = judge;
        this.capabilities = capabilities;
    }

    @Override
    public boolean canJudge(String type, String query) {
        return capabilities.offer(type).stream()
                .anyMatch(offer -> Arrays.stream(query.split("&", -1))
                                .allMatch(part -> part.indexOf('=') > 0
                                        && part.indexOf('=') < part.length() - 1
                                        && offer.searchParameters().containsKey(part.substring(0, part.indexOf('='))))
                        && canEvaluate(type, query));
    }

    private boolean canEvaluate(String type, String query) {
        try {
            return judge.canBeEvaluatedInMemory(type + "?" + query).supported();
        } catch (BaseServerResponseException | IllegalArgumentException unreadable) {
            return false;
        }
    }

    @Override
    public boolean meets(Resource resource, String query) {
        try {
            return matcher.match(resource.fhirType() + "?" + query, resource, new SystemRequestDetails())
                    .matched();
        } catch (BaseServerResponseException | IllegalArgumentException unreadable) {
            return false;
        }
    }
}
