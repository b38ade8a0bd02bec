package nl.wally.access;

import org.apache.catalina.Pipeline;
import org.apache.coyote.ContinueResponseTiming;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** What happens to each request before anybody looks who is calling, and whether or not Tomcat can read it. */
@Configuration(proxyBeanMethods = false)
class ConnectorConfig {
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> connector(
            OutcomeBody body, AccessProperties settings, LastAnswers lastAnswers) {
        return factory -> {
            factory.addContextCustomizers(context -> {
                Pipeline all = context.getParent().getPipeline();
                all.addValve(new DoorHeaders());
                all.addValve(lastAnswers);
                all.addValve(new Hangups());
                all.addValve(new SlowBodies(settings.bodyTime()));
                all.addValve(new ConnectorErrors(body));
            });
            factory.addConnectorCustomizers(connector -> {
                if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
                    // Who asks whether to send a body is told no by whoever refuses it, not yes by Tomcat beforehand.
                    http.setContinueResponseTiming(ContinueResponseTiming.ON_REQUEST_BODY_READ.toString());
                }
            });
        };
    }

    @Bean
    LastAnswers lastAnswers() {
        return new LastAnswers();
    }

    @Bean
    FilterRegistrationBean<WholeForms> wholeForms(OutcomeBody body) {
        var registration = new FilterRegistrationBean<>(new WholeForms(body));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return registration;
    }
}
