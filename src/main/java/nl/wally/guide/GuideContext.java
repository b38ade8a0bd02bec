package nl.wally.guide;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import java.util.List;
import java.util.Locale;
import nl.wally.conformance.Definitions;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.WorkerContextValidationSupportAdapter;
import org.hl7.fhir.r5.model.CanonicalResource;
import org.hl7.fhir.r5.model.Resource;
import org.jspecify.annotations.Nullable;

/** Gives HL7's renderer the definitions, each with the address of its page. */
final class GuideContext extends WorkerContextValidationSupportAdapter {
    private final SpecLinks links;

    GuideContext(FhirContext context, Definitions definitions, SpecLinks links) {
        super(chain(context, definitions));
        this.links = links;
        setLocale(Locale.ENGLISH);
    }

    private static ValidationSupportChain chain(FhirContext context, Definitions definitions) {
        var own = new PrePopulatedValidationSupport(context);
        definitions.all().forEach(own::addResource);
        return new ValidationSupportChain(
                new DefaultProfileValidationSupport(context),
                own,
                new InMemoryTerminologyServerValidationSupport(context),
                new CommonCodeSystemsTerminologyService(context));
    }

    @Override
    public <T extends Resource> @Nullable T fetchResource(Class<T> type, String url) {
        T found = super.fetchResource(type, url);
        if (found instanceof CanonicalResource definition && !definition.hasWebPath()) {
            links.page(definition.getUrl()).ifPresent(definition::setWebPath);
        }
        return found;
    }

    /** The renderer looks here for definitions that it might mention; ours say themselves what belongs to them. */
    @Override
    public <T extends Resource> List<T> fetchResourcesByType(Class<T> type) {
        return List.of();
    }
}
