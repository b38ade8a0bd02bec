package nl.wally.benchmark;

import ca.uhn.fhir.context.FhirContext;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.UUID;
import nl.wally.Messages;
import nl.wally.conformance.ProfileValidator;
import nl.wally.conformance.StockValidator;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The five resources of an intake, each held against our profile for it, by HAPI's own validator and by the product's. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
public class ValidationBenchmark {
    private static final FhirContext FHIR = FhirContext.forR4Cached();
    private static final int RESOURCES = 5;

    private List<Resource> intake;
    private StockValidator stock;
    private ProfileValidator pooled;

    /** Processor time of the threads that validate, which others on the machine cannot lengthen much. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Processor {
        private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

        public long nanos;
        public long validations;

        private <T> T time(java.util.function.Supplier<T> work) {
            long begin = THREADS.getCurrentThreadCpuTime();
            T result = work.get();
            nanos += THREADS.getCurrentThreadCpuTime() - begin;
            validations += RESOURCES;
            return result;
        }
    }

    @Setup
    public void read() {
        Bundle bundle = Messages.example("Bundle-TheaReferral", Bundle.class);
        intake = bundle.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .toList();
        if (intake.size() != RESOURCES) {
            throw new IllegalStateException("The intake has " + intake.size() + " resources");
        }
        // As they are when the server validates them: it has given them their ids.
        intake.forEach(resource -> resource.setId(UUID.randomUUID().toString()));
        stock = new StockValidator(FHIR);
        pooled = StockValidator.pooled(FHIR);
    }

    @Benchmark
    @OperationsPerInvocation(RESOURCES)
    public int stock(Processor processor) {
        return processor.time(() -> intake.stream().mapToInt(stock::findings).sum());
    }

    @Benchmark
    @OperationsPerInvocation(RESOURCES)
    public int pooled(Processor processor) {
        return processor.time(() -> intake.stream()
                .mapToInt(resource -> pooled.check(resource).size())
                .sum());
    }
}
