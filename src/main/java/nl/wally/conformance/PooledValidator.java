package nl.wally.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import ca.uhn.fhir.context.FhirContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.common.hapi.validation.validator.FhirDefaultPolicyAdvisor;
import org.hl7.fhir.common.hapi.validation.validator.WorkerContextValidationSupportAdapter;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r5.conformance.profile.ProfileUtilities;
import org.hl7.fhir.r5.elementmodel.Element;
import org.hl7.fhir.r5.elementmodel.JsonParser;
import org.hl7.fhir.r5.elementmodel.Manager;
import org.hl7.fhir.r5.elementmodel.Manager.FhirFormat;
import org.hl7.fhir.r5.elementmodel.ParserBase;
import org.hl7.fhir.r5.elementmodel.ParserBase.ValidationPolicy;
import org.hl7.fhir.r5.elementmodel.ValidatedFragment;
import org.hl7.fhir.r5.elementmodel.XmlParser;
import org.hl7.fhir.r5.fhirpath.FHIRPathEngine;
import org.hl7.fhir.r5.model.StructureDefinition;
import org.hl7.fhir.r5.utils.validation.IResourceValidator;
import org.hl7.fhir.r5.utils.validation.constants.BestPracticeWarningLevel;
import org.hl7.fhir.r5.utils.validation.constants.IdStatus;
import org.hl7.fhir.r5.utils.validation.constants.ReferenceValidationPolicy;
import org.hl7.fhir.utilities.i18n.I18nConstants;
import org.hl7.fhir.utilities.validation.ValidationMessage;
import org.hl7.fhir.utilities.validation.ValidationMessage.IssueSeverity;
import org.hl7.fhir.validation.instance.InstanceValidator;
import org.jspecify.annotations.Nullable;

/**
 * One reusable {@link InstanceValidator}, with the settings of HAPI's own wrapper. Making one costs more than ten
 * validations; left alone it keeps what it has seen for ever, so it is made to
 * forget after each resource, and thrown away after a thousand. Not thread-safe.
 */
class PooledValidator {
    static final int MOST_USES = 1000;

    private final FhirContext fhir;
    private final WorkerContextValidationSupportAdapter context;
    private final ProfileUtilities utilities;
    private final Elements elements;
    private final InstanceValidator validator;
    private final Leftovers leftovers;
    private int uses;

    PooledValidator(FhirContext fhir, WorkerContextValidationSupportAdapter context) {
        this.fhir = fhir;
        this.context = context;
        utilities = new ProfileUtilities(context, null, null, new FHIRPathEngine(context));
        elements = new Elements(context, utilities);
        try {
            validator = new SightedValidator(context);
        } catch (RuntimeException unusable) {
            throw new IllegalStateException("The validator cannot be made", unusable);
        }
        validator.setBestPracticeWarningLevel(BestPracticeWarningLevel.Ignore);
        validator.setAnyExtensionsAllowed(true);
        validator.setResourceIdRule(IdStatus.OPTIONAL);
        validator.setUnknownCodeSystemsCauseErrors(true);
        validator.setErrorForUnknownProfiles(false);
        validator.setAllowExamples(false);
        validator.setAllowXsiLocation(true);
        validator.setPolicyAdvisor(new ReferenceTypes());
        validator.setFetcher(new NothingElsewhere(context, utilities));
        leftovers = new Leftovers(validator);
    }

    /** Whether references lead anywhere is checked elsewhere; here it is whether they may lead to that type. */
    static class ReferenceTypes extends FhirDefaultPolicyAdvisor {
        @Override
        public ReferenceValidationPolicy policyForReference(
                IResourceValidator validator,
                Object appContext,
                String path,
                String url,
                ReferenceDestinationType destinationType) {
            return ReferenceValidationPolicy.CHECK_TYPE_IF_EXISTS;
        }
    }

    boolean isWornOut() {
        return uses >= MOST_USES;
    }

    /** Everything that it has to say about a resource of the model; lines are not known. */
    List<ValidationMessage> validate(Resource resource, List<String> profiles) {
        Optional<Element> element = elements.of(resource);
        return element.isPresent()
                ? validate(element.get(), profiles)
                : validate(
                        fhir.newJsonParser().encodeResourceToString(resource).getBytes(UTF_8),
                        FhirFormat.JSON,
                        profiles);
    }

    /** Everything that it has to say about a text as it was received, lines included. */
    List<ValidationMessage> validate(byte[] text, FhirFormat format, List<String> profiles) {
        List<ValidationMessage> messages = new ArrayList<>();
        Optional<Element> element = parse(text, format, messages);
        element.ifPresent(resource -> messages.addAll(validate(resource, profiles)));
        return messages;
    }

    /** The elements of a text, with lines. */
    Optional<Element> parse(byte[] text, FhirFormat format, List<ValidationMessage> messages) {
        ParserBase parser =
                format == FhirFormat.JSON ? new JsonParser(context, utilities) : Manager.makeParser(context, format);
        parser.setupValidation(ValidationPolicy.EVERYTHING);
        if (parser instanceof XmlParser xml) {
            xml.setAllowXsiLocation(true);
        }
        try {
            List<ValidatedFragment> fragments = parser.parse(new ByteArrayInputStream(text));
            fragments.forEach(fragment -> messages.addAll(fragment.getErrors()));
            return fragments.stream().findFirst().map(ValidatedFragment::getElement);
        } catch (IOException impossible) {
            throw new UncheckedIOException("Bytes in memory cannot be read", impossible);
        }
    }

    /** Everything that it has to say about a resource that has been parsed. */
    List<ValidationMessage> validate(Element resource, List<String> profiles) {
        uses++;
        ProfileValidator.requireBounded(resource);
        List<ValidationMessage> messages = new ArrayList<>();
        validator.validate(null, messages, null, resource, definitions(resource, profiles));
        leftovers.forget();
        messages.removeIf(PooledValidator::isNoise);
        messages.stream()
                .filter(message -> I18nConstants.VALIDATION_VAL_PROFILE_UNKNOWN.equals(message.getMessageId())
                        || I18nConstants.VALIDATION_VAL_PROFILE_UNKNOWN_NOT_POLICY.equals(message.getMessageId()))
                .forEach(message -> message.setLevel(IssueSeverity.WARNING));
        return messages;
    }

    /** HAPI's wrapper leaves these out as well. */
    private static boolean isNoise(ValidationMessage message) {
        return I18nConstants.TERMINOLOGY_TX_BINDING_NOSOURCE.equals(message.getMessageId())
                || I18nConstants.TERMINOLOGY_TX_VALUESET_NOTFOUND.equals(message.getMessageId())
                        && message.getMessage().contains(Canonicals.MIME_TYPES);
    }

    /** What is asked for, and what the resource itself names as far as it is known. */
    private List<StructureDefinition> definitions(Element resource, List<String> profiles) {
        Set<StructureDefinition> definitions = new LinkedHashSet<>();
        for (String profile : profiles) {
            definitions.add(Objects.requireNonNull(definition(profile), () -> "No profile " + profile));
        }
        Element meta = resource.getNamedChild("meta", false);
        if (meta != null) {
            meta.getChildren().getByName("profile").stream()
                    .map(profile -> definition(profile.primitiveValue()))
                    .filter(Objects::nonNull)
                    .forEach(definitions::add);
        }
        return new ArrayList<>(definitions);
    }

    private @Nullable StructureDefinition definition(@Nullable String profile) {
        return context.fetchResource(StructureDefinition.class, profile);
    }
}
