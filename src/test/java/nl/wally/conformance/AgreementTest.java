package nl.wally.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r5.elementmodel.Manager.FhirFormat;
import org.hl7.fhir.utilities.validation.ValidationMessage;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pooled validator says exactly what HAPI's own says, of every example, every counter-example and thousands of broken
 * ones, in any order and on several threads at once: nothing passes from one resource to the next.
 */
class AgreementTest {
    private static final Logger LOG = LoggerFactory.getLogger(AgreementTest.class);
    private static final FhirContext FHIR = FhirContext.forR4Cached();
    private static final int MUTATIONS = Integer.getInteger("wally.mutations", 600);
    private static final int THREADS = 2;
    private static final long SEED = 20_261_122;

    /**
     * Rules that nothing here breaks: no example has the extension, the reference or the number concerned, or another rule
     * says it first. None of them is a constraint of ours. AuditEvents are made here and never received.
     */
    private static final Set<String> NOT_REACHED = Set.of(
            "value set waw-task-input",
            "waw-audit-event AuditEvent.entity.query max",
            "waw-audit-event AuditEvent.type value",
            "waw-feedback Communication.partOf max",
            "waw-gp-role PractitionerRole.notAvailable max",
            "waw-gp-role PractitionerRole.notAvailable.extension:handOver max",
            "waw-information-answer Communication.partOf max",
            "waw-practice-team CareTeam.extension:firstContactDays max",
            "waw-referral ServiceRequest.identifier:placer.type min",
            "waw-referral ServiceRequest.identifier:referralNumber.type min",
            "waw-referral ServiceRequest.replaces max",
            "waw-referral-task Task.basedOn max",
            "waw-referral-task Task.extension:overdue max",
            "waw-information-task Task.extension:overdue max",
            "waw-referral-task Task.extension:unattended max",
            "waw-referral-task Task.identifier:referralNumber.system min",
            "waw-subscription Subscription.channel.header max",
            "waw-subscription Subscription.channel.payload min",
            "waw-wally-role PractitionerRole.notAvailable max");

    /** Rules that the product's validator does not evaluate where it sees that they are met: each has to be broken here. */
    private static final Set<String> AT_SIGHT = Set.of(
            "error http://hl7.org/fhir/StructureDefinition/Element#ele-1",
            "error http://hl7.org/fhir/StructureDefinition/Extension#ext-1",
            "error http://hl7.org/fhir/StructureDefinition/Reference#ref-1",
            "error http://hl7.org/fhir/StructureDefinition/DomainResource#dom-2",
            "error http://hl7.org/fhir/StructureDefinition/DomainResource#dom-4",
            "error http://hl7.org/fhir/StructureDefinition/DomainResource#dom-5");

    private final Definitions definitions = new Definitions(FHIR);
    private final StockValidator stock = new StockValidator(FHIR);
    private final ProfileValidator pooled = new ProfileValidator(FHIR, definitions);
    private final RuleHits hits = new RuleHits();
    private final Queue<String> disagreements = new ConcurrentLinkedQueue<>();
    private final AtomicInteger invalid = new AtomicInteger();
    private final AtomicInteger models = new AtomicInteger();

    @Test
    void saysWhatHapiSays() throws Exception {
        List<Specimen> cases = cases();
        Queue<Specimen> queue = new ConcurrentLinkedQueue<>(cases);
        var threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                running.add(threads.submit(() -> {
                    for (Specimen next = queue.poll(); next != null; next = queue.poll()) {
                        compare(next);
                    }
                }));
            }
            for (Future<?> thread : running) {
                thread.get();
            }
        } finally {
            threads.shutdownNow();
        }
        report(cases.size());
        assertThat(disagreements).isEmpty();
        assertThat(hits.untouched(definitions)).isSubsetOf(NOT_REACHED);
        assertThat(hits.kinds().keySet()).containsAll(AT_SIGHT);
        assertThat(invalid.get()).isGreaterThan(cases.size() * 6 / 10);
    }

    private List<Specimen> cases() {
        List<Specimen> specimens = Specimen.all(FHIR);
        List<Specimen> cases = new ArrayList<>(specimens);
        cases.addAll(Omissions.of(specimens));
        cases.addAll(Additions.of(definitions, specimens));
        cases.addAll(Additions.rare(specimens));
        cases.addAll(Additions.everywhere(specimens));
        var mutations = new Mutations(specimens);
        for (int i = 0; i < MUTATIONS; i++) {
            cases.add(mutations.mutation(SEED + i));
        }
        cases.removeIf(specimen -> !specimen.isReadByHapi());
        Collections.shuffle(cases, new Random(SEED));
        return cases;
    }

    private void compare(Specimen specimen) {
        String text = specimen.text();
        // Named by the resource itself, HAPI would hold it against the profile twice.
        String named = specimen.json().path("meta").path("profile").toString();
        List<String> asked = named.contains("\"" + specimen.profile() + "\"") ? List.of() : List.of(specimen.profile());
        List<String> expected = stock.validate(text, asked).stream()
                .map(message -> message.getLocationLine() + ":" + message.getLocationCol() + " "
                        + message.getSeverity().getCode() + " " + message.getLocationString() + " "
                        + message.getMessageId() + " " + message.getMessage())
                .sorted()
                .toList();
        List<ValidationMessage> messages =
                pooled.validate(text.getBytes(UTF_8), FhirFormat.JSON, List.of(specimen.profile()));
        messages.forEach(hits::count);
        if (messages.stream().anyMatch(message -> message.getLevel().isError())) {
            invalid.incrementAndGet();
        }
        same(specimen, expected, sorted(messages, true));
        compareModel(specimen, text);
    }

    /** A resource that the server has parsed is not written and parsed again: that makes no difference either. */
    private void compareModel(Specimen specimen, String text) {
        Resource resource;
        try {
            resource = (Resource) FHIR.newJsonParser().parseResource(text);
        } catch (RuntimeException refused) {
            LOG.trace("{} is refused before it comes to be validated", specimen.name(), refused);
            return;
        }
        models.incrementAndGet();
        byte[] written = FHIR.newJsonParser().encodeResourceToString(resource).getBytes(UTF_8);
        List<String> profile = List.of(specimen.profile());
        same(
                specimen,
                sorted(pooled.validate(written, FhirFormat.JSON, profile), false),
                sorted(pooled.validate(resource, profile), false));
    }

    private void same(Specimen specimen, List<String> expected, List<String> found) {
        if (!expected.equals(found)) {
            List<String> missing = new ArrayList<>(expected);
            found.forEach(missing::remove);
            List<String> more = new ArrayList<>(found);
            expected.forEach(more::remove);
            disagreements.add(specimen.name() + ": missing " + missing + ", too much " + more);
        }
    }

    private static List<String> sorted(List<ValidationMessage> messages, boolean withLines) {
        return messages.stream()
                .map(message -> (withLines ? orNull(message.getLine()) + ":" + orNull(message.getCol()) + " " : "")
                        + message.getLevel().toCode() + " " + message.getLocation() + " "
                        + id(message) + " " + message.getMessage())
                .sorted()
                .toList();
    }

    /** HAPI does not pass on lines that are not known, nor a text in the place of an id. */
    private static Object orNull(int number) {
        return number == -1 ? "null" : number;
    }

    private static String id(ValidationMessage message) {
        String id = String.valueOf(message.getMessageId());
        return id.contains(" ") ? "null" : id;
    }

    private void report(int cases) {
        LOG.info(
                "{} cases on {} threads, {} of them invalid; {} also as resources of the model",
                cases,
                THREADS,
                invalid,
                models);
        hits.kinds().forEach((kind, times) -> LOG.info("{} x {}", times, kind));
        for (Map.Entry<String, Integer> rule : hits.rules(definitions).entrySet()) {
            LOG.info("{} x {}", rule.getValue(), rule.getKey());
        }
    }
}
