package nl.wally.intake;

import java.security.SecureRandom;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Referral numbers from a source that nobody can predict. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IntakeProperties.class)
class IntakeConfig {
    @Bean
    ReferralNumber referralNumber() {
        return new ReferralNumber(new SecureRandom());
    }
}
