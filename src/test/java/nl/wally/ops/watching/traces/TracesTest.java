package nl.wally.ops.watching.traces;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.sdk.trace.SdkTracerProvider;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.wally.TestCollector;
import nl.wally.attack.OverheardLog;
import nl.wally.fhir.Traces;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** Traces by configuration: nothing without a collector, no harm when it is away, and the share that was asked for. */
class TracesTest {
    private static final String PARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-";
    private static final String COLLECTOR = "wally.ops.traces.collector=";

    private final ApplicationContextRunner server = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ConfigurationPropertiesAutoConfiguration.class))
            .withUserConfiguration(TracesConfig.class);

    /** Of other tests: they end in their own time. */
    private final Set<Thread> before = threads();

    @ParameterizedTest
    @ValueSource(strings = {"some=thing", COLLECTOR})
    void withoutACollectorNothingExists(String setting) {
        server.withPropertyValues(setting).run(context -> {
            assertThat(context).doesNotHaveBean(SdkTracerProvider.class).doesNotHaveBean(RequestSpans.class);
            assertThat(context.getBean(Traces.class)).isSameAs(Traces.NONE);
            assertThat(threads()).isSubsetOf(before);
        });
    }

    @Test
    void goesOnWithTheTraceOfItsCauseAndTellsTheReceiver() {
        with(1, (context, collector) -> {
            Traces.Part part = context.getBean(Traces.class).begin("mail", Optional.of(PARENT + "01"));
            assertThat(part.headers())
                    .containsOnlyKeys("traceparent")
                    .hasEntrySatisfying(
                            "traceparent",
                            told -> assertThat(told)
                                    .startsWith("00-4bf92f3577b34da6a3ce929d0e0e4736-")
                                    .doesNotContain("00f067aa0ba902b7")
                                    .endsWith("-01"));
            part.end("unknown-address", false);
            collector.await(spans(context), "mail", "unknown-address");
            assertThat(threads()).as("the one that sends").isNotEmpty().isNotEqualTo(before);
        });
    }

    /** A client may keep its trace to itself; it cannot make this server keep more than the operator wants. */
    @Test
    void keepsTheShareOfTheOperator() {
        with(1, (context, collector) -> {
            say(context, "secret", Optional.of(PARENT + "00"));
            say(context, "mail", Optional.of("Thea"));
            assertThat(collector.await(spans(context), "mail")).doesNotContain("secret", "Thea");
        });
        with(0, (context, collector) -> {
            say(context, "mail", Optional.of(PARENT + "01"));
            say(context, "mail", Optional.empty());
            context.close();
            assertThat(collector.heard()).isEmpty();
        });
    }

    @Test
    void aCollectorThatIsAwayIsToldOnce() {
        with(1, (context, collector) -> {
            try (OverheardLog log = new OverheardLog()) {
                collector.answers(503);
                say(context, "lost", Optional.empty());
                log.await(spans(context)::forceFlush, "collector of traces takes none", 1);
                say(context, "also lost", Optional.empty());
                collector.await(spans(context), "also lost");
                collector.answers(200);
                say(context, "found", Optional.empty());
                log.await(spans(context)::forceFlush, "collector of traces takes them again", 1);
                log.await(() -> {}, "collector of traces takes none", 1);
            }
        });
    }

    @Test
    void showsItsToken() {
        try (TestCollector collector = new TestCollector()) {
            server.withPropertyValues(
                            COLLECTOR + collector.address(),
                            "wally.ops.traces.share=1",
                            "wally.ops.traces.access-token=open-sesame")
                    .run(context -> {
                        say(context, "mail", Optional.empty());
                        collector.await(spans(context), "mail");
                        assertThat(collector.tokens()).containsOnly("Bearer open-sesame");
                        assertThat(context.getBean(TracesProperties.class).toString())
                                .doesNotContain("sesame");
                    });
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                COLLECTOR + "collector:4318",
                COLLECTOR + "ftp://collector/v1/traces",
                COLLECTOR + "https://me:secret@collector/v1/traces",
                COLLECTOR + "http://collector/v1/traces;wally.ops.traces.access-token=open-sesame",
                COLLECTOR + "https://collector/v1/traces;wally.ops.traces.share=1.1",
                COLLECTOR + "https://collector/v1/traces;wally.ops.traces.patience=0s"
            })
    void doesNotStartWithWhatCannotBeMeant(String settings) {
        server.withPropertyValues(settings.split(";"))
                .run(context -> assertThat(context).hasFailed());
    }

    private interface Story {
        void live(ConfigurableApplicationContext context, TestCollector collector);
    }

    private void with(double share, Story story) {
        try (TestCollector collector = new TestCollector()) {
            server.withPropertyValues(COLLECTOR + collector.address(), "wally.ops.traces.share=" + share)
                    .run(context -> story.live(context, collector));
        }
    }

    private static void say(ApplicationContext context, String what, Optional<String> cause) {
        context.getBean(Traces.class).begin(what, cause).end("taken", true);
    }

    private static SdkTracerProvider spans(ApplicationContext context) {
        return context.getBean(SdkTracerProvider.class);
    }

    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("BatchSpanProcessor"))
                .collect(Collectors.toSet());
    }
}
