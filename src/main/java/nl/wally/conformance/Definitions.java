package nl.wally.conformance;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.SearchParameter;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** All conformance resources of {@code profiles/}, read once at start, and the search parameters of FHIR R4 itself. */
@Component
public class Definitions {
    private final FhirContext context;
    private final Map<String, MetadataResource> byUrl = new LinkedHashMap<>();

    public Definitions(FhirContext context) {
        this.context = context;
        try {
            var parser = context.newJsonParser();
            for (var file : new PathMatchingResourcePatternResolver().getResources("classpath:profiles/*.json")) {
                try (InputStream content = file.getInputStream()) {
                    if (parser.parseResource(content) instanceof MetadataResource definition) {
                        byUrl.put(definition.getUrl(), definition);
                    }
                }
            }
        } catch (IOException problem) {
            throw new UncheckedIOException("The profiles on the class path cannot be read", problem);
        }
    }

    /** Every conformance resource of the project, in the order of the file names. */
    public List<MetadataResource> all() {
        return List.copyOf(byUrl.values());
    }

    /** All resources of one type. */
    public <T extends MetadataResource> List<T> all(Class<T> type) {
        return byUrl.values().stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** The contract of the server: what it names exists, nothing else does. */
    public CapabilityStatement serverStatement() {
        if (byUrl.get(Canonicals.CAPABILITY_STATEMENT) instanceof CapabilityStatement statement) {
            return statement;
        }
        throw new IllegalStateException("profiles/ lacks " + Canonicals.CAPABILITY_STATEMENT);
    }

    /** Search parameters of this project and of FHIR R4. */
    public Stream<SearchParameter> searchParameters() {
        List<SearchParameter> core = new DefaultProfileValidationSupport(context).fetchAllSearchParameters();
        return Stream.concat(all(SearchParameter.class).stream(), core == null ? Stream.empty() : core.stream());
    }
}
