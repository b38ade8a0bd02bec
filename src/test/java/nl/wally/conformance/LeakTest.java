package nl.wally.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Memory does not grow with what was validated. The number of validations is the system property
 * {@code wally.validations}; {@code mvn -Psoak verify} does a million.
 */
class LeakTest {
    private static final Logger LOG = LoggerFactory.getLogger(LeakTest.class);
    private static final FhirContext FHIR = FhirContext.forR4Cached();
    private static final int VALIDATIONS = Integer.getInteger("wally.validations", 10_000);
    private static final int POINTS = 10;
    private static final int THREADS = 2;

    /**
     * What all of it together may leave behind: a hundred bytes of each validation, which is less than an entry of a map; of
     * very many, no more than measuring is unsure of. Left alone, a validator keeps 75 kilobytes of each resource.
     */
    private static final double MOST_LEFT = Math.min(100.0 * VALIDATIONS, 4_000_000);

    private final ProfileValidator validator = new ProfileValidator(FHIR, new Definitions(FHIR));
    private final List<Resource> resources = WarmUp.examples(FHIR).stream()
            .filter(example -> example instanceof Task
                    || example instanceof Patient
                    || example instanceof Consent
                    || example instanceof Communication
                    || example instanceof ServiceRequest)
            .toList();
    private final AtomicInteger count = new AtomicInteger();

    @Test
    void memoryStaysFlat() throws Exception {
        validate(VALIDATIONS / POINTS);
        double[] live = new double[POINTS];
        for (int point = 0; point < POINTS; point++) {
            validate(VALIDATIONS / POINTS);
            letAllLieIdle();
            live[point] = liveBytes();
            LOG.info("{} validations: {} bytes live", count, Math.round(live[point]));
        }
        double grown = slope(live) * POINTS;
        LOG.info(
                "{} validations on {} threads: memory grows by {} bytes with each, by regression",
                count,
                THREADS,
                String.format("%.1f", grown / VALIDATIONS));

        assertThat(grown).isLessThan(MOST_LEFT);
    }

    private void validate(int times) throws Exception {
        var threads = Executors.newFixedThreadPool(THREADS);
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            int seed = count.get() + i;
            running.add(threads.submit(() -> {
                var random = new Random(seed);
                for (int j = 0; j < times / THREADS; j++) {
                    Resource resource =
                            resources.get(random.nextInt(resources.size())).copy();
                    validator.check(unique(resource, count.incrementAndGet()));
                }
            }));
        }
        for (Future<?> thread : running) {
            thread.get();
        }
        threads.shutdown();
    }

    /** Points are weighed with the same number of validators: a worn-out one that was just let go is eleven megabytes. */
    private void letAllLieIdle() throws Exception {
        for (int tries = 0; validator.idle() < THREADS; tries++) {
            assertThat(tries).as("tries to have both validators in use").isLessThan(100);
            validate(20 * THREADS);
        }
    }

    /** No two alike, and many of them wrong: whatever is kept by what it says, grows. */
    private static Resource unique(Resource resource, int number) {
        resource.getMeta().addProfile("http://example.org/StructureDefinition/" + number);
        if (resource instanceof Patient patient) {
            patient.setName(List.of(new HumanName().setFamily("Achternaam " + number)));
        }
        if (resource instanceof Task task) {
            task.getCode().addCoding().setSystem("http://example.org/" + number).setCode("code" + number);
            task.getCode().getCodingFirstRep().setDisplay("Iets anders " + number);
        }
        if (resource instanceof Communication communication) {
            communication.getPayloadFirstRep().addExtension("http://example.org/extension" + number, null);
            communication.getCategoryFirstRep().setText("In woorden " + number);
        }
        return resource;
    }

    private static double liveBytes() {
        var memory = ManagementFactory.getMemoryMXBean();
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return memory.getHeapMemoryUsage().getUsed();
    }

    /** By least squares: one point that is off does not decide. */
    private static double slope(double[] values) {
        double middle = (values.length - 1) / 2.0;
        double above = 0;
        double below = 0;
        for (int i = 0; i < values.length; i++) {
            above += (i - middle) * values[i];
            below += (i - middle) * (i - middle);
        }
        return above / below;
    }
}
