package nl.wally.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The settings alone decide whether anything can be simulated. */
class WithDemoRegionTest {
    private static final String OUTSIDE = "spring.datasource.url=jdbc:postgresql://db.example/wally";
    private static final String ISSUER = "wally.access.issuer-uri=https://login.example";

    @Test
    void existsWithTheEmbeddedDatabaseAndIssuerUnlessSwitchedOff() {
        assertThat(exists()).isTrue();
        assertThat(exists("wally.simulator.demo-region=auto")).isTrue();
        assertThat(exists("wally.simulator.demo-region=off")).isFalse();
        assertThat(exists("wally.simulator.demo-region=false")).as("YAML's off").isFalse();
    }

    @Test
    void existsElsewhereOnlyWhenAskedFor() {
        assertThat(exists(OUTSIDE)).isFalse();
        assertThat(exists(ISSUER)).isFalse();
        assertThat(exists("wally.people.issuer=https://login.example/realms/wally"))
                .isFalse();
        assertThat(exists(OUTSIDE, "wally.simulator.demo-region=on")).isTrue();
        assertThat(exists(ISSUER, "wally.simulator.demo-region=true"))
                .as("YAML's on")
                .isTrue();
    }

    private static boolean exists(String... settings) {
        boolean[] found = new boolean[1];
        new ApplicationContextRunner()
                .withUserConfiguration(Slice.class)
                .withPropertyValues(settings)
                .run(context -> found[0] = context.containsBean("something"));
        return found[0];
    }

    @Configuration(proxyBeanMethods = false)
    static class Slice {
        @Bean
        @WithDemoRegion
        String something() {
            return "something";
        }
    }
}
