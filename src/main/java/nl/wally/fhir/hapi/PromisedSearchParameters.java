package nl.wally.fhir.hapi;

import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.jpa.searchparam.registry.ISearchParamProvider;
import ca.uhn.fhir.rest.api.server.IBundleProvider;
import ca.uhn.fhir.rest.server.SimpleBundleProvider;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.wally.conformance.Capabilities;
import nl.wally.conformance.Definitions;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.SearchParameter;

/**
 * Gives HAPI exactly the search parameters that the CapabilityStatement promises, for exactly the types it promises
 * them for: every other index would cost rows on each write and answer questions nobody was promised an answer to.
 */
class PromisedSearchParameters implements ISearchParamProvider {
    private final List<SearchParameter> promised;

    PromisedSearchParameters(Definitions definitions, Capabilities capabilities) {
        Map<String, SearchParameter> byUrl = new LinkedHashMap<>();
        definitions.searchParameters().forEach(parameter -> byUrl.putIfAbsent(parameter.getUrl(), parameter));
        promised = byUrl.values().stream()
                .map(parameter -> forPromisedTypes(parameter, capabilities))
                .filter(SearchParameter::hasBase)
                .toList();
    }

    private static SearchParameter forPromisedTypes(SearchParameter parameter, Capabilities capabilities) {
        SearchParameter copy = parameter.copy();
        copy.setId(copy.getIdElement().getIdPart());
        copy.setStatus(org.hl7.fhir.r4.model.Enumerations.PublicationStatus.ACTIVE);
        copy.getBase().clear();
        capabilities.types().stream()
                .filter(type -> capabilities
                        .offer(type)
                        .filter(offer -> offer.searchParameters().containsValue(parameter.getUrl()))
                        .isPresent())
                .forEach(copy::addBase);
        // What is not kept here cannot be pointed to: without this an include names a hundred and fifty types.
        copy.getTarget().removeIf(target -> !capabilities.types().contains(target.getValue()));
        return copy;
    }

    @Override
    public IBundleProvider search(SearchParameterMap ignored) {
        return new SimpleBundleProvider(promised);
    }

    @Override
    public IBaseResource read(IIdType id) {
        return promised.stream()
                .filter(parameter -> parameter.getIdElement().getIdPart().equals(id.getIdPart()))
                .findFirst()
                .orElseThrow();
    }
}
