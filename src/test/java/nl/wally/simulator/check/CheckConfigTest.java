package nl.wally.simulator.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Without the demo region there is nothing that records, and no door. */
class CheckConfigTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "wally.simulator.demo-region=off",
                "spring.datasource.url=jdbc:postgresql://db.example/wally",
                "wally.access.issuer-uri=https://login.example"
            })
    void withoutTheDemoRegionThereIsNothing(String setting) {
        new ApplicationContextRunner()
                .withUserConfiguration(CheckConfig.class, CheckController.class)
                .withPropertyValues(setting)
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(context.getBeansOfType(CheckController.class)).isEmpty();
                    assertThat(context.getBeansOfType(Checks.class)).isEmpty();
                    assertThat(context).doesNotHaveBean("fhirRecording").doesNotHaveBean("checkChain");
                });
    }
}
