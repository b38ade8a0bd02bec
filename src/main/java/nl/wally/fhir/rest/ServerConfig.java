package nl.wally.fhir.rest;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.server.HardcodedServerAddressStrategy;
import ca.uhn.fhir.rest.server.IncomingRequestAddressStrategy;
import ca.uhn.fhir.rest.server.RestfulServer;
import java.time.Clock;
import java.util.Optional;
import nl.wally.fhir.Admission;
import nl.wally.fhir.AdmissionProperties;
import nl.wally.fhir.CurrentCaller;
import nl.wally.fhir.Custodies;
import nl.wally.fhir.FhirProperties;
import nl.wally.fhir.Sight;
import nl.wally.fhir.Simulation;
import nl.wally.fhir.Store;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** HAPI's RestfulServer at {@code /fhir}, with one provider for each type that the CapabilityStatement names. */
@Configuration
@EnableConfigurationProperties(FhirProperties.class)
class ServerConfig {
    /**
     * After security has told who asks. What costs nothing comes first, and the body comes in; then whoever finds a place goes
     * on. The others have no order of their own: they come last.
     */
    private static final int PACE = 10;

    private static final int FORM = 20;
    private static final int ANSWER = 30;
    private static final int UNCHANGED = 40;
    private static final int ADMISSION = 50;

    @Bean
    ServletRegistrationBean<RestfulServer> fhirServlet(
            FhirContext context,
            Doors doors,
            SystemProvider system,
            MetadataProvider metadata,
            Sight sight,
            CurrentCaller caller,
            Simulating simulating,
            Recording recording,
            FhirProperties properties) {
        RestfulServer server = new FhirServlet(context);
        context.setParserErrorHandler(new StrictParsing());
        // Resources go out as they are stored; looking in each for targets to contain costs a walk through all of it.
        context.getParserOptions().setAutoContainReferenceTargetsWithNoId(false);
        server.setServerConformanceProvider(metadata);
        server.registerProvider(system);
        for (String type : doors.capabilities().types()) {
            Class<? extends Resource> resource =
                    context.getResourceDefinition(type).getImplementingClass().asSubclass(Resource.class);
            server.registerProvider(new TypeProvider(resource, doors));
        }
        server.setServerAddressStrategy(
                properties.baseUrl() == null
                        ? new IncomingRequestAddressStrategy()
                        : new HardcodedServerAddressStrategy(properties.baseUrl()));
        server.getInterceptorService().unregisterAllInterceptors();
        server.registerInterceptor(new ErrorTranslation(recording));
        server.registerInterceptor(simulating);
        server.registerInterceptor(new NoTotals());
        server.registerInterceptor(new Masking(sight, caller));
        server.registerInterceptor(recording);
        server.registerInterceptor(new PageTags());
        var registration = new ServletRegistrationBean<>(server, "/fhir/*");
        registration.setLoadOnStartup(1);
        return registration;
    }

    @Bean
    Simulating simulating(Optional<Simulation> simulation, CurrentCaller caller, Store store) {
        return new Simulating(simulation, caller, store);
    }

    @Bean
    FilterRegistrationBean<FormsUnread> formsUnread() {
        var registration = new FilterRegistrationBean<>(new FormsUnread());
        registration.addUrlPatterns("/fhir/*");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    @Bean
    FilterRegistrationBean<RequestIdFilter> requestIdFilter() {
        var registration = new FilterRegistrationBean<>(new RequestIdFilter());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    @Bean
    Throttle validationThrottle(FhirProperties properties, Clock clock) {
        return new Throttle(properties.validationsPerMinute(), clock);
    }

    @Bean
    Throttle requestThrottle(FhirProperties properties, Clock clock) {
        return new Throttle(properties.requestsPerMinute(), clock);
    }

    @Bean
    FilterRegistrationBean<PaceFilter> paceFilter(
            CurrentCaller caller, @Qualifier("requestThrottle") Throttle throttle, Refuser refuser) {
        var registration = new FilterRegistrationBean<>(new PaceFilter(caller, throttle, refuser));
        registration.setOrder(PACE);
        registration.addUrlPatterns("/fhir", "/fhir/*");
        return registration;
    }

    @Bean
    FilterRegistrationBean<RequestFormFilter> requestFormFilter(
            Refuser refuser, FhirProperties properties, FhirContext context) {
        var registration =
                new FilterRegistrationBean<>(new RequestFormFilter(refuser, properties.mostBodyBytes(), context));
        registration.setOrder(FORM);
        registration.addUrlPatterns("/fhir", "/fhir/*");
        return registration;
    }

    @Bean
    FilterRegistrationBean<DepartedFilter> departedFilter(CurrentCaller caller, Custodies custodies, Refuser refuser) {
        var registration = new FilterRegistrationBean<>(new DepartedFilter(caller, custodies, refuser));
        registration.addUrlPatterns("/fhir", "/fhir/*");
        return registration;
    }

    @Bean
    FilterRegistrationBean<WholeAnswerFilter> wholeAnswerFilter() {
        var registration = new FilterRegistrationBean<>(new WholeAnswerFilter());
        registration.setOrder(ANSWER);
        registration.addUrlPatterns("/fhir", "/fhir/*");
        return registration;
    }

    @Bean
    FilterRegistrationBean<UnchangedFilter> unchangedFilter(Clock clock) {
        var registration = new FilterRegistrationBean<>(new UnchangedFilter(clock));
        registration.setOrder(UNCHANGED);
        registration.addUrlPatterns("/fhir", "/fhir/*");
        return registration;
    }

    @Bean
    FilterRegistrationBean<AdmissionFilter> admissionFilter(
            Admission admission, CurrentCaller caller, AdmissionProperties settings, Refuser refuser) {
        var registration =
                new FilterRegistrationBean<>(new AdmissionFilter(admission, caller, settings.deadline(), refuser));
        registration.setOrder(ADMISSION);
        return registration;
    }
}
