package nl.wally.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.validation.ValidationAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class AccessPropertiesTest {
    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(Settings.class);

    @Test
    void meansTokensForTheFhirBaseOfTheIssuer() {
        runner.withPropertyValues("wally.access.issuer=https://wally.example")
                .run(context -> assertThat(
                                context.getBean(AccessProperties.class).expectedAudience())
                        .isEqualTo("https://wally.example/fhir"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "issuer= ",
                "issuer-uri=https://login.example",
                "jwk-set-uri=https://login.example/certs",
                "token-lifetime=1d",
                "clock-skew=5m",
                "claims.capacity=",
                "body-time=0s",
                "show-bsn=true",
                "cancelled-visible-for=-1d",
                "cors-origins=*",
                "cors-origins=null",
                "cors-origins=https://*.example",
                "cors-origins=http://app.example",
                "cors-origins=https://app.example/"
            })
    void refusesSettingsThatCannotWork(String setting) {
        runner.withPropertyValues("wally.access." + setting)
                .run(context -> assertThat(context).hasFailed());
    }

    @TestConfiguration(proxyBeanMethods = false)
    @EnableConfigurationProperties(AccessProperties.class)
    static class Settings {}
}
