package nl.wally.conformance;

import ca.uhn.fhir.context.FhirContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import nl.wally.shared.Refusal;
import org.hl7.fhir.common.hapi.validation.validator.WorkerContextValidationSupportAdapter;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r5.elementmodel.Element;
import org.hl7.fhir.r5.elementmodel.Manager;
import org.hl7.fhir.r5.elementmodel.Manager.FhirFormat;
import org.hl7.fhir.r5.elementmodel.ParserBase.ValidationPolicy;
import org.hl7.fhir.r5.elementmodel.ValidatedFragment;
import org.hl7.fhir.r5.elementmodel.XmlParser;
import org.hl7.fhir.r5.model.StructureDefinition;
import org.hl7.fhir.utilities.validation.ValidationMessage;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Validates resources against profiles, at the speed of reused validators. */
@Component
public class ProfileValidator {
    private static final int MOST_IDLE = 2 * Runtime.getRuntime().availableProcessors();

    private final FhirContext context;
    private final WorkerContextValidationSupportAdapter worker;
    private final ValidatorPool pool;
    private final Findings findings;
    private final AtomicLong validations = new AtomicLong();

    /** Without packages of an operator. */
    ProfileValidator(FhirContext context, Definitions definitions) {
        this(context, definitions, new OperatorPackages(context, definitions));
    }

    @Autowired
    ProfileValidator(FhirContext context, Definitions definitions, OperatorPackages packages) {
        this.context = context;
        this.findings = new Findings(definitions);
        worker = WorkerContextValidationSupportAdapter.newVersionSpecificWorkerContextWrapper(
                Knowledge.of(context, definitions, packages.supports()));
        packages.prepare(worker, new Capabilities(definitions).types());
        pool = new ValidatorPool(MOST_IDLE, () -> new PooledValidator(worker));
    }

    /**
     * What is wrong with this resource according to the profile for its type and those that it names itself; empty when
     * nothing is.
     */
    public List<Refusal> check(Resource resource) {
        List<Refusal> misfits = NamedProfiles.misfits(resource, worker);
        if (!misfits.isEmpty()) {
            return misfits;
        }
        byte[] json = context.newJsonParser().encodeResourceToString(resource).getBytes(StandardCharsets.UTF_8);
        String profile = Profiles.of(resource);
        return findings.remarks(validate(json, FhirFormat.JSON, List.of(profile)), profile).stream()
                .filter(Remark::error)
                .map(Remark::refusal)
                .toList();
    }

    /**
     * Everything that the validator says about a resource as it was received, with the lines and columns of that text.
     * Texts of messages quote what was found, a person's data included: they are not to be passed on.
     *
     * @param text one resource, in UTF-8
     * @param profiles canonical URLs, beside the profiles that the resource itself names; without any of them it is held
     *     against the definition of its type
     * @throws IllegalArgumentException for a profile that is not {@link #knows known}
     */
    public List<ValidationMessage> validate(byte[] text, FhirFormat format, List<String> profiles) {
        List<StructureDefinition> definitions = definitions(profiles);
        validations.incrementAndGet();
        return pool.lend(validator -> validator.validate(text, format, definitions));
    }

    /**
     * Everything that the validator says about a resource that {@link #parse} has read; what that had to say about the
     * text is not said again.
     *
     * @param profiles as above
     */
    public List<ValidationMessage> validate(Element resource, List<String> profiles) {
        List<StructureDefinition> definitions = definitions(profiles);
        validations.incrementAndGet();
        return pool.lend(validator -> validator.validate(resource, definitions));
    }

    /**
     * Reads a text into elements that know their lines, once for whoever wants to look at them before they are validated.
     *
     * @param messages takes what is wrong with the text itself
     * @return empty when the text cannot be read at all
     */
    public Optional<Element> parse(byte[] text, FhirFormat format, List<ValidationMessage> messages) {
        var parser = Manager.makeParser(worker, format);
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

    /** Whether there is a profile with this canonical URL. */
    public boolean knows(String profile) {
        return worker.fetchResource(StructureDefinition.class, profile) != null;
    }

    /** How many resources were validated since the start; for tests that count work. */
    public long validations() {
        return validations.get();
    }

    private List<StructureDefinition> definitions(List<String> profiles) {
        return profiles.stream()
                .map(profile -> Optional.ofNullable(worker.fetchResource(StructureDefinition.class, profile))
                        .orElseThrow(() -> new IllegalArgumentException("No profile " + profile)))
                .toList();
    }
}
