package nl.wally.conformance;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Validates an example of every profile once, on all processors beside the rest of the start, before the server takes its
 * first request: the first to be validated has to wait for seconds.
 */
@Component
class WarmUp implements SmartInitializingSingleton {
    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);
    private static final int THREADS = Runtime.getRuntime().availableProcessors();

    private final long begin = System.nanoTime();
    private final List<CompletableFuture<Void>> running = new ArrayList<>();
    private final int examples;

    WarmUp(FhirContext context, ProfileValidator validator) {
        Map<String, Resource> each = new LinkedHashMap<>();
        examples(context).forEach(example -> each.putIfAbsent(Profiles.of(example), example));
        Collection<Resource> all = each.values();
        examples = all.size();
        Queue<Resource> queue = new ConcurrentLinkedQueue<>(all);
        CompletableFuture<Void> prepared = CompletableFuture.runAsync(validator::prepare);
        for (int i = 0; i < THREADS; i++) {
            running.add(prepared.thenRunAsync(() -> {
                for (Resource next = queue.poll(); next != null; next = queue.poll()) {
                    validator.check(next);
                }
            }));
        }
    }

    /** Bundles first by themselves, then each part of them: that is how they are validated. */
    static List<Resource> examples(FhirContext context) {
        try {
            var parser = context.newJsonParser();
            List<Resource> examples = new ArrayList<>();
            for (var file :
                    new PathMatchingResourcePatternResolver().getResources("classpath:profiles/examples/*.json")) {
                try (InputStream content = file.getInputStream()) {
                    examples.add((Resource) parser.parseResource(content));
                }
            }
            return examples.stream().flatMap(WarmUp::parts).toList();
        } catch (IOException problem) {
            throw new UncheckedIOException("The examples on the class path cannot be read", problem);
        }
    }

    private static Stream<Resource> parts(Resource resource) {
        return resource instanceof Bundle bundle
                ? Stream.concat(
                        Stream.of(bundle), bundle.getEntry().stream().map(Bundle.BundleEntryComponent::getResource))
                : Stream.of(resource);
    }

    /** The last that happens before the server takes requests. */
    @Override
    public void afterSingletonsInstantiated() {
        long waiting = System.nanoTime();
        running.forEach(CompletableFuture::join);
        LOG.info(
                "{} examples validated in {} ms; the start waited {} ms for it",
                examples,
                (System.nanoTime() - begin) / 1_000_000,
                (System.nanoTime() - waiting) / 1_000_000);
    }
}
