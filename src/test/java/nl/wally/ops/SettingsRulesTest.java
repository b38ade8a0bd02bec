package nl.wally.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import nl.wally.ops.Setting.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsRulesTest {
    private static final String SAFE = "?sslmode=verify-full";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "wally.access.issuer|http://wally.example|without TLS",
                "wally.access.issuer-uri|http://login.example|without TLS",
                "wally.access.jwk-set-uri|http://login.example/certs|without TLS",
                "WALLY_FHIR_BASEURL|HTTP://wally.example/fhir|without TLS",
                "wally.access.issuer|http://localhost.elsewhere.example|without TLS",
                "spring.datasource.url|jdbc:postgresql://db.example/wally?sslmode=verify-full|without a password",
                "server.ssl.enabled-protocols|TLSv1.2,TLSv1.1|TLSv1.1",
                "spring.ssl.bundle.pem.door.options.enabled-protocols[1]|TLSv1|TLSv1",
                "spring.ssl.bundle.jks.mine.options.ciphers[0]|TLS_RSA_WITH_AES_128_GCM_SHA256|TLS_RSA",
                "server.ssl.ciphers|TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256|CBC",
                "logging.level.root|debug|in the log",
                "logging.level.web|TRACE|in the log",
                "LOGGING_LEVEL_ORG_HIBERNATE_SQL|debug|in the log",
                "logging.level.org.apache.http.wire|debug|in the log",
                "logging.level.ca.uhn.fhir.parser|trace|in the log",
                "logging.level.postgres|debug|in the log",
                "debug||in the log",
                "debug|true|in the log",
                "spring.jpa.show-sql|true|in the log",
                "spring.mvc.log-request-details|true|in the log",
                "server.tomcat.accesslog.enabled|true|in the log",
                "server.error.include-stacktrace|always|inside",
                "server.error.include-message|on_param|inside",
                "server.forward-headers-strategy|framework|X-Forwarded"
            })
    void refuses(String name, String value, String why) {
        // A switch on the command line without a value ("--debug") is there with an empty one.
        List<Weakness> found = weaknesses(name, value == null ? "true" : value);
        assertThat(found).singleElement().satisfies(one -> {
            assertThat(one.problem()).contains(why);
            assertThat(one.remedy()).hasSizeGreaterThan(15);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "wally.access.issuer|http://localhost:8080",
                "wally.access.issuer|http://127.0.0.1:8080",
                "wally.access.issuer|https://wally.example",
                "spring.datasource.url|jdbc:postgresql://localhost/wally",
                "server.ssl.enabled-protocols|TLSv1.3",
                "logging.level.nl.wally|debug",
                "logging.level.root|info",
                "debug|false",
                "server.forward-headers-strategy|native",
                "some.password.policy|strict"
            })
    void takes(String name, String value) {
        assertThat(weaknesses(name, value)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"spring.datasource.password", "server.ssl.key-store-password", "wally.mail.api-key", "X_SECRET"})
    void refusesASecretThatOthersCanRead(String name) {
        assertThat(SettingsRules.weaknesses(List.of(new Setting(name, "s3cret", Source.KEPT))))
                .isEmpty();
        for (Source source : List.of(Source.COMMAND_LINE, Source.OPEN_FILE)) {
            assertThat(SettingsRules.weaknesses(List.of(new Setting(name, "s3cret", source))))
                    .singleElement()
                    .satisfies(one -> assertThat(one.toString())
                            .contains(source == Source.OPEN_FILE ? "chmod" : "command line")
                            .doesNotContain("s3cret"));
        }
    }

    @Test
    void aDatabaseElsewhereAsksForAPasswordAndTls() {
        assertThat(database("jdbc:postgresql://db.example:5432/wally" + SAFE, "x"))
                .isEmpty();
        assertThat(database("jdbc:postgresql://db.example/wally" + SAFE + "&sslcert=c", ""))
                .isEmpty();
        assertThat(database("jdbc:postgresql://db.example/wally", "x")).hasSize(1);
        assertThat(database("jdbc:postgresql://db.example/wally?sslmode=require", "x"))
                .as("it asks for no certificate")
                .hasSize(1);
        assertThat(database("jdbc:postgresql://my_db:5432/wally", "x")).hasSize(1);
        assertThat(database("jdbc:postgresql://one:5432,two:5432/wally", "")).hasSize(2);
        assertThat(database("jdbc:postgresql://db.example/wally?sslmode=prefer", ""))
                .hasSize(2);
        assertThat(database("jdbc:postgresql://db.example/wally" + SAFE + "&password=x", "x"))
                .hasSize(1);
    }

    /** Whoever mends one setting after the other starts the server ten times. */
    @Test
    void tellsEverythingAtOnceAndNothingInATrial() {
        List<Setting> all = new ArrayList<>(List.of(
                new Setting("wally.access.issuer", "http://wally.example", Source.KEPT),
                new Setting("debug", "true", Source.COMMAND_LINE),
                new Setting("spring.datasource.password", "x", Source.COMMAND_LINE)));
        assertThat(SettingsRules.weaknesses(all)).hasSize(3);
        all.add(new Setting("wally.simulator.allow-demo-credentials", "true", Source.KEPT));
        assertThat(SettingsRules.weaknesses(all)).isEmpty();
    }

    private static List<Weakness> weaknesses(String name, String value) {
        return SettingsRules.weaknesses(List.of(new Setting(name, value, Source.KEPT)));
    }

    private static List<Weakness> database(String url, String password) {
        return SettingsRules.weaknesses(List.of(
                new Setting("spring.datasource.url", url, Source.KEPT),
                new Setting("spring.datasource.password", password, Source.KEPT)));
    }
}
