package nl.wally.conformance;

import static nl.wally.shared.Words.words;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.IValidationSupport;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Stream;
import nl.wally.shared.Place;
import nl.wally.shared.Problem;
import nl.wally.shared.Refusal;
import nl.wally.shared.RefusedException;
import org.hl7.fhir.common.hapi.validation.validator.WorkerContextValidationSupportAdapter;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r5.elementmodel.Element;
import org.hl7.fhir.r5.elementmodel.Manager.FhirFormat;
import org.hl7.fhir.r5.model.StructureDefinition;
import org.hl7.fhir.utilities.validation.ValidationMessage;
import org.hl7.fhir.utilities.validation.ValidationMessage.IssueType;
import org.hl7.fhir.utilities.validation.ValidationMessage.Source;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Validates resources against profiles, at the speed of reused validators. */
@Component
public class ProfileValidator implements MeterBinder {
    private static final Logger LOG = LoggerFactory.getLogger(ProfileValidator.class);

    /** So many profiles may be named for one resource: more than anybody needs, and each costs a validation. */
    public static final int MOST_PROFILES = 10;

    private static final int MOST_IDLE = 2 * Runtime.getRuntime().availableProcessors();

    /** So many elements may a message have: a referral has some four hundred, and a wrong one costs milliseconds. */
    private static final int MOST_ELEMENTS = 5_000;

    private final IValidationSupport answers;
    private final WorkerContextValidationSupportAdapter worker;
    private final ValidatorPool pool;
    private final Findings findings;
    private final AtomicLong validations = new AtomicLong();
    private volatile @Nullable Timer timer;

    /** Without packages of an operator. */
    ProfileValidator(FhirContext context, Definitions definitions) {
        this(context, definitions, new OperatorPackages(context, definitions));
    }

    @Autowired
    ProfileValidator(FhirContext context, Definitions definitions, OperatorPackages packages) {
        this(
                context,
                new Findings(definitions, packages.profiles()),
                Knowledge.of(Knowledge.supports(context, definitions, packages.supports())));
        packages.prepare(worker, new Capabilities(definitions).types());
    }

    /** That asks these and nobody else. */
    ProfileValidator(FhirContext context, Definitions definitions, IValidationSupport answers) {
        this(context, new Findings(definitions), answers);
    }

    private ProfileValidator(FhirContext context, Findings findings, IValidationSupport answers) {
        this.findings = findings;
        this.answers = answers;
        worker = new KnownStructures(answers);
        pool = new ValidatorPool(MOST_IDLE, () -> new PooledValidator(context, worker));
    }

    /** Makes the definitions ready that every validation needs; the first would otherwise wait for it. */
    void prepare() {
        CoreStructures.prepare(answers, worker);
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
        String profile = Profiles.of(resource);
        return findings.remarks(validate(resource, List.of(profile)), profile).stream()
                .filter(Remark::error)
                // Lines of a text that nobody sent.
                .map(remark -> remark.refusal().at(Place.UNKNOWN))
                .toList();
    }

    /** Everything that the validator says about a resource of the model, without lines; the rest as below. */
    public List<ValidationMessage> validate(Resource resource, List<String> profiles) {
        return lend(profiles, validator -> validator.validate(resource, profiles));
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
        return lend(profiles, validator -> validator.validate(text, format, profiles));
    }

    /**
     * Everything that the validator says about a resource that {@link #parse} has read; what that had to say about the
     * text is not said again.
     *
     * @param profiles as above
     */
    public List<ValidationMessage> validate(Element resource, List<String> profiles) {
        return lend(profiles, validator -> validator.validate(resource, profiles));
    }

    /**
     * What is to be said about a resource that {@link #parse} has read, with its places in that text.
     *
     * @param path where it stands, in place of its type: expressions begin with that
     * @param profiles canonical URLs; when empty the profile for its type
     */
    public List<Remark> examine(Element resource, String path, List<String> profiles) {
        List<Refusal> misfits = NamedProfiles.misfits(resource, path, worker);
        if (!misfits.isEmpty()) {
            return misfits.stream().map(refusal -> new Remark(true, refusal)).toList();
        }
        List<String> against = profiles.isEmpty() ? List.of(Profiles.of(resource)) : profiles;
        return findings.remarks(validate(resource, against), against.get(0)).stream()
                .map(remark -> remark.moved(resource.getPath(), path))
                .toList();
    }

    /**
     * What {@link #parse} had to say about a resource in a text.
     *
     * @param path where the resource stands in the text; empty when it is the whole
     */
    public List<Remark> toldOf(List<ValidationMessage> messages, String path, String type) {
        return findings.remarks(messages, Canonicals.BASE_DEFINITION + type).stream()
                .map(remark -> path.isEmpty() ? remark : remark.moved(path, type))
                .toList();
    }

    /**
     * Reads a text into elements that know their lines, once for whoever wants to look at them before they are validated.
     *
     * @param messages takes what is wrong with the text itself
     * @return empty when the text cannot be read at all
     */
    public Optional<Element> parse(byte[] text, FhirFormat format, List<ValidationMessage> messages) {
        try {
            return pool.lend(validator -> validator.parse(text, format, messages));
        } catch (RuntimeException | LinkageError stumbled) {
            LOG.warn(
                    "The reader of the validator stumbled: {}",
                    stumbled.getClass().getName());
            return Optional.empty();
        }
    }

    /**
     * How many elements there are, this one and all within.
     *
     * @throws RefusedException {@link Problem#TOO_LARGE} when these are more than anybody needs
     */
    public static int requireBounded(Element element) {
        int elements = elements(element);
        if (elements > MOST_ELEMENTS) {
            throw new RefusedException(
                    Problem.TOO_LARGE,
                    element.fhirType(),
                    words("No more than {0} elements fit into one message.", MOST_ELEMENTS));
        }
        return elements;
    }

    private static int elements(Element element) {
        return 1
                + element.getChildren().stream()
                        .mapToInt(ProfileValidator::elements)
                        .sum();
    }

    /** Whether there is a profile with this canonical URL. */
    public boolean knows(String profile) {
        return worker.fetchResource(StructureDefinition.class, profile) != null;
    }

    /** Metric {@code wally_validation_seconds}: how long one resource takes, a wait for an idle validator included. */
    @Override
    public void bindTo(MeterRegistry registry) {
        timer = Timer.builder("wally.validation")
                .description("The validation of one resource against its profiles")
                .serviceLevelObjectives(Stream.of(2, 5, 10, 25, 50, 100, 500, 2_000)
                        .map(Duration::ofMillis)
                        .toArray(Duration[]::new))
                .register(registry);
    }

    /** How many resources were validated since the start; for tests that count work. */
    public long validations() {
        return validations.get();
    }

    /** How many validators lie idle now; for tests that weigh memory, since each is eleven megabytes. */
    int idle() {
        return pool.idle();
    }

    private List<ValidationMessage> lend(
            List<String> profiles, Function<PooledValidator, List<ValidationMessage>> work) {
        for (String profile : profiles) {
            if (!knows(profile)) {
                throw new IllegalArgumentException("No profile " + profile);
            }
        }
        validations.incrementAndGet();
        long begin = System.nanoTime();
        try {
            return pool.lend(work);
        } catch (RefusedException refused) {
            throw refused;
        } catch (RuntimeException | LinkageError stumbled) {
            // Before it could say what is wrong: of a resource that makes it stumble something is. Or it asked for a
            // class that is left out of the jar (ADR 43).
            LOG.warn("The validator stumbled: {}", stumbled.getClass().getName());
            return List.of(new ValidationMessage(
                    Source.InstanceValidator,
                    IssueType.EXCEPTION,
                    "",
                    "The validator stumbled",
                    ValidationMessage.IssueSeverity.ERROR));
        } finally {
            Timer watch = timer;
            if (watch != null) {
                watch.record(System.nanoTime() - begin, TimeUnit.NANOSECONDS);
            }
        }
    }
}
