package nl.wally.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.stream.Stream;
import nl.wally.audit.Verification.Verdict;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.validation.ValidationAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.JdbcTemplate;

/** Verifies the audit trail without a server: database, keys and anchor are those of its settings. */
@ImportAutoConfiguration({
    ConfigurationPropertiesAutoConfiguration.class,
    DataSourceAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    ValidationAutoConfiguration.class
})
// The embedded database, when the settings name no other.
@ComponentScan(
        basePackages = "nl.wally.ops",
        // There is no server that could be watched.
        excludeFilters = @Filter(type = FilterType.REGEX, pattern = "nl\\.wally\\.ops\\.watching\\..*"))
@EnableConfigurationProperties(AuditProperties.class)
public class AuditCommand {
    /** What it is called as an argument. */
    public static final String NAME = "verify-audit";

    private static final Logger LOG = LoggerFactory.getLogger(AuditCommand.class);

    /**
     * Says what is wrong first, or that nothing is.
     *
     * @param time the configuration that has the clock
     * @return 0 when all is right, 1 otherwise
     */
    public static int run(Class<?> time, String... arguments) {
        // To compare a long log may take one statement longer than a server ever waits.
        Stream<String> own = Stream.of(
                "--logging.pattern.console=%msg%n",
                "--spring.datasource.hikari.data-source-properties.socketTimeout=0",
                "--spring.datasource.hikari.data-source-properties.options=-c statement_timeout=0");
        String[] plain = Stream.concat(own, Arrays.stream(arguments)).toArray(String[]::new);
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(AuditCommand.class, time)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .run(plain)) {
            AuditFiles files = AuditFiles.of(context.getBean(AuditProperties.class), context.getEnvironment());
            Verdict verdict = new Verification(
                            context.getBean(JdbcTemplate.class),
                            KeyFile.read(files.key()),
                            context.getBean(Clock.class))
                    .verify(new AnchorFile(files.anchor()).read());
            return tell(verdict, files.anchor());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static int tell(Verdict verdict, Path anchor) {
        LOG.info("Right: {} records under {} seals.", verdict.records(), verdict.seals());
        if (verdict.fault() != null) {
            LOG.error("WRONG: {}.", verdict.fault());
            return 1;
        }
        LOG.info(
                "Not sealed yet: {} records. Compared with the anchor {}. Nothing is wrong.",
                verdict.unsealed(),
                anchor);
        return 0;
    }
}
