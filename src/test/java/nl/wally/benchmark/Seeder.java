package nl.wally.benchmark;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import nl.wally.fhir.Pipeline;
import nl.wally.fhir.Reading;
import nl.wally.fhir.Store;
import nl.wally.fhir.Submission;
import org.hl7.fhir.r4.model.Bundle;

/** Fills an empty database: the region, then referrals through the server's own intake, so that every row is as it is in life. */
record Seeder(Store store, Reading reading, Pipeline pipeline, Clock clock) {
    private static final String BASE = "http://localhost/fhir";

    void bring(Region region) {
        region.resources().forEach(store::bring);
    }

    /** Practices beside the two of the demo region. */
    void bringBesideDemo(Region region) {
        region.resources(3).forEach(store::bring);
    }

    /** Referrals spread evenly over the practices. */
    void refer(Region region, int referrals, int threads) throws InterruptedException, ExecutionException {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            var next = new AtomicInteger();
            List<Future<?>> workers = new ArrayList<>();
            for (int worker = 0; worker < threads; worker++) {
                workers.add(pool.submit(() -> {
                    for (int n = next.getAndIncrement(); n < referrals; n = next.getAndIncrement()) {
                        refer(region, n % region.practices() + 1);
                    }
                }));
            }
            for (Future<?> worker : workers) {
                worker.get();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private void refer(Region region, int practice) {
        Bundle bundle = Region.bundle(region.referral(practice));
        pipeline.submit(
                new Submission(region.his(practice), clock.instant(), bundle, reading.transaction(bundle, BASE)));
    }
}
