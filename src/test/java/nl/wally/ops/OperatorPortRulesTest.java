package nl.wally.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nl.wally.ops.Setting.Source;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OperatorPortRulesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "management.server.port=8080|port of the application",
                "management.server.port=9000,server.port=9000|port of the application",
                "MANAGEMENT_SERVER_PORT=|port of the application",
                "management.endpoints.web.exposure.include=*|all endpoints",
                "management.endpoints.web.exposure.include[2]=env|endpoint env",
                "MANAGEMENT_ENDPOINTS_WEB_EXPOSURE_INCLUDE=heapdump|endpoint heapdump",
                "management.endpoints.jmx.exposure.include=loggers|endpoint loggers",
                "management.endpoints.access.default=read-only|all endpoints",
                "management.endpoints.enabled-by-default=true|all endpoints",
                "management.endpoint.env.access=unrestricted|endpoint env",
                "management.endpoint.shutdown.enabled=true|endpoint shutdown",
            })
    void refuses(String settings, String why) {
        assertThat(weaknesses(settings)).singleElement().satisfies(one -> {
            assertThat(one.problem()).contains(why);
            assertThat(one.remedy()).hasSizeGreaterThan(15);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "management.server.port=8081",
                "management.server.port=0,server.port=0",
                "management.server.port=-1",
                "management.server.address=0.0.0.0",
                "management.endpoints.web.exposure.include=health",
                "management.endpoints.access.default=none",
                "management.endpoint.health.access=read-only",
                "management.endpoint.env.access=none",
                "management.endpoint.health.show-details=always"
            })
    void takes(String settings) {
        assertThat(weaknesses(settings)).isEmpty();
    }

    private static List<Weakness> weaknesses(String settings) {
        List<Setting> all = new ArrayList<>();
        Stream.of(settings.split(","))
                .map(text -> text.split("=", 2))
                .forEach(parts -> all.add(new Setting(parts[0], parts[1], Source.KEPT)));
        return SettingsRules.weaknesses(all);
    }
}
