package nl.wally.ops.watching.traces;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.Optional;
import nl.wally.fhir.Traces;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.StringUtils;

/** Wires traces. What does the work, and its thread, is there only where a collector is named. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TracesProperties.class)
class TracesConfig {
    private static final String A_COLLECTOR_IS_NAMED = "!'${wally.ops.traces.collector:}'.empty";

    /** Ends with the context, and hands over what waits. */
    @Bean
    @ConditionalOnExpression(A_COLLECTOR_IS_NAMED)
    SdkTracerProvider spans(TracesProperties settings, @Value("${spring.application.name:waar-is-wally}") String name) {
        // Whoever is asked to keep a trace need not: otherwise the share would be that of the clients.
        Sampler share = Sampler.traceIdRatioBased(settings.share());
        return SdkTracerProvider.builder()
                .setResource(Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), name)))
                .setSampler(Sampler.parentBasedBuilder(share)
                        .setRemoteParentSampled(share)
                        .build())
                .addSpanProcessor(BatchSpanProcessor.builder(new Collector(way(settings)))
                        .setExporterTimeout(settings.patience())
                        .build())
                .build();
    }

    private static OtlpHttpSpanExporter way(TracesProperties settings) {
        var way = OtlpHttpSpanExporter.builder()
                .setEndpoint(String.valueOf(settings.collector()))
                .setConnectTimeout(settings.patience())
                .setTimeout(settings.patience())
                .setRetryPolicy(null);
        if (StringUtils.hasText(settings.accessToken())) {
            way.addHeader("Authorization", "Bearer " + settings.accessToken());
        }
        return way.build();
    }

    @Bean
    @ConditionalOnExpression(A_COLLECTOR_IS_NAMED)
    RequestSpans requestSpans(SdkTracerProvider spans) {
        return new RequestSpans(tracer(spans));
    }

    @Bean
    Traces traces(Optional<SdkTracerProvider> spans) {
        return spans.<Traces>map(provider -> new OutgoingSpans(tracer(provider)))
                .orElse(Traces.NONE);
    }

    private static Tracer tracer(SdkTracerProvider spans) {
        return spans.get("nl.wally");
    }
}
