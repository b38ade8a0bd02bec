package nl.wally.referring.launch;

import ca.uhn.fhir.context.FhirContext;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import nl.wally.access.DemoCredentials;
import nl.wally.people.Doorstep;
import nl.wally.people.UnderWay;
import nl.wally.shared.AddressRules;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.IntervalTask;

/** Opens the doors for launches, and wires those by SMART App Launch. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LaunchProperties.class)
class LaunchConfig {
    private static final Duration LONGEST_CALL = Duration.ofSeconds(5);

    @Bean
    Doorstep jwtDoorstep() {
        return new Doorstep(JwtLaunchController.PATH);
    }

    @Bean
    Doorstep smartDoorstep() {
        return new Doorstep(SmartLaunchController.PATH);
    }

    @Bean
    Doorstep smartWayBack() {
        return new Doorstep(SmartLaunchController.CALLBACK);
    }

    @Bean
    Doorstep smartKeys() {
        return new Doorstep(SmartLaunchController.KEYS);
    }

    /** A HIS on this machine, as a developer has it, counts in a demo region only. */
    @Bean
    HisCalls hisCalls(LaunchProperties settings, ObjectProvider<DemoCredentials> demo) {
        boolean own = demo.stream().findAny().isPresent();
        return new HisCalls(new AddressRules.Allowed(own, settings.inside()), LONGEST_CALL);
    }

    @Bean
    @ConditionalOnExpression("!'${wally.launch.key-file:}'.isBlank()")
    OwnKey ownKey(LaunchProperties settings) {
        return OwnKey.read(java.util.Objects.requireNonNull(settings.keyFile()));
    }

    @Bean
    HisFile hisFile(LaunchProperties settings, HisCalls calls, Optional<OwnKey> key) {
        return new HisFile(Optional.ofNullable(settings.hisFile()), calls::mayName, key.isPresent());
    }

    @Bean
    @ConditionalOnProperty("wally.launch.his-file")
    SchedulingConfigurer hisFileAgain(HisFile file, LaunchProperties settings) {
        return tasks ->
                tasks.addFixedDelayTask(new IntervalTask(file::look, settings.hisReread(), settings.hisReread()));
    }

    @Bean
    SmartLaunch smartLaunch(
            HisFile known,
            HisCalls calls,
            Optional<OwnKey> key,
            UnderWay launchUnderWay,
            FhirContext context,
            Clock clock) {
        return new SmartLaunch(
                known,
                new Discovery(calls),
                new CodeExchange(calls, key),
                new IdTokens(clock),
                new HisRecords(calls, context),
                launchUnderWay);
    }
}
