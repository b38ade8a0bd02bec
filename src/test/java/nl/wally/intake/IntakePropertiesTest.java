package nl.wally.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.validation.ValidationAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** W-10: the BSN is accepted by a decision that names the law, not by a switch alone. */
class IntakePropertiesTest {
    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(Settings.class);

    @Test
    void acceptsTheBsnOnlyWithTheLawThatAllowsIt() {
        runner.run(context ->
                assertThat(context.getBean(IntakeProperties.class).acceptBsn()).isFalse());
        runner.withPropertyValues("wally.intake.accept-bsn=true")
                .run(context -> assertThat(context).hasFailed());
        runner.withPropertyValues("wally.intake.accept-bsn=true", "wally.intake.bsn-legal-ground= ")
                .run(context -> assertThat(context).hasFailed());
        runner.withPropertyValues("wally.intake.accept-bsn=true", "wally.intake.bsn-legal-ground=Wmo 2015, art. 5.2.9")
                .run(context -> assertThat(
                                context.getBean(IntakeProperties.class).acceptBsn())
                        .isTrue());
    }

    @TestConfiguration(proxyBeanMethods = false)
    @EnableConfigurationProperties(IntakeProperties.class)
    static class Settings {}
}
