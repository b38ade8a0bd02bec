package nl.wally.conformance;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.IValidationSupport;
import java.util.List;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Questionnaire;
import org.jspecify.annotations.Nullable;

/** Gives the validator the forms of the guide, so that it judges answers by the questions; HAPI's own support has none. */
class KnownForms implements IValidationSupport {
    private final FhirContext context;
    private final List<Questionnaire> forms;

    KnownForms(FhirContext context, List<Questionnaire> forms) {
        this.context = context;
        this.forms = List.copyOf(forms);
    }

    @Override
    public FhirContext getFhirContext() {
        return context;
    }

    @Override
    public <T extends IBaseResource> @Nullable T fetchResource(@Nullable Class<T> type, String canonical) {
        return type == null || !type.isAssignableFrom(Questionnaire.class)
                ? null
                : forms.stream()
                        .filter(form -> canonical.equals(form.getUrl())
                                || canonical.equals(form.getUrl() + "|" + form.getVersion()))
                        .map(type::cast)
                        .findFirst()
                        .orElse(null);
    }
}
