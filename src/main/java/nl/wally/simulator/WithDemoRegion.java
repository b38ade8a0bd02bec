package nl.wally.simulator;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/**
 * Exists only in a server that may have the demo region: {@code wally.simulator.demo-region} is on, or it is auto and the
 * server has its own database and neither systems nor people prove elsewhere who they are. Nothing that a client sends can change that.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Conditional(WithDemoRegion.Allowed.class)
public @interface WithDemoRegion {
    /** Judges by the settings alone, before there is any bean. */
    class Allowed implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            Environment environment = context.getEnvironment();
            var loading = Binder.get(environment)
                    .bind("wally.simulator.demo-region", DemoRegionProperties.Loading.class)
                    .orElse(DemoRegionProperties.Loading.AUTO);
            return switch (loading) {
                case ON -> true;
                case OFF -> false;
                case AUTO ->
                    !StringUtils.hasText(environment.getProperty("spring.datasource.url"))
                            && !hasOutsideIssuer(environment);
            };
        }

        /** Whether systems or people prove who they are elsewhere: then the server is at work. */
        static boolean hasOutsideIssuer(Environment environment) {
            return StringUtils.hasText(environment.getProperty("wally.access.issuer-uri"))
                    || StringUtils.hasText(environment.getProperty("wally.people.issuer"));
        }
    }
}
