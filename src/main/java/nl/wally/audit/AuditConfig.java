package nl.wally.audit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import javax.sql.DataSource;
import nl.wally.fhir.Glances;
import nl.wally.shared.StartRefusedException;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The audit trail and its keys. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AuditProperties.class)
class AuditConfig {
    @Bean
    AuditFiles auditFiles(AuditProperties settings, Environment environment) {
        return AuditFiles.of(settings, environment);
    }

    /** The first start makes the key; once anything is signed with a key it must be there. */
    @Bean
    Keys auditKeys(AuditFiles files, JdbcTemplate jdbc) {
        Path file = files.key();
        String newest = jdbc.query(
                "select key_id from audit_record order by number desc limit 1",
                row -> row.next() ? row.getString(1) : "");
        if (!Files.exists(file)) {
            if (!String.valueOf(newest).isEmpty()) {
                throw missing(file);
            }
            KeyFile.create(file);
        }
        Keys keys = KeyFile.read(file);
        if (newest != null && !newest.isEmpty() && !keys.knows(newest)) {
            throw missing(file);
        }
        return keys;
    }

    private static StartRefusedException missing(Path file) {
        return new StartRefusedException(
                "The key with which the audit trail was signed last is not in " + file + ".",
                "Put the file back from where you keep secrets; every node on this database needs the same one.");
    }

    @Bean
    Records auditRecords(JdbcTemplate jdbc, Keys keys) {
        return new Records(jdbc, keys);
    }

    @Bean
    AuditTrail auditTrail(Records records, AuditProperties settings, Tally tally, Clock clock) {
        return new AuditTrail(records, new Strangers(clock, settings.strangersPerMinute()), tally, clock);
    }

    @Bean
    Tally auditTally() {
        return new Tally();
    }

    @Bean
    Unsealed unsealed(JdbcTemplate jdbc, Glances glances) {
        return new Unsealed(jdbc, glances);
    }

    @Bean
    LogReader logReader(JdbcTemplate jdbc) {
        return new LogReader(jdbc);
    }

    @Bean
    AuditEvents auditEvents(LogReader log) {
        return new AuditEvents(log);
    }

    @Bean
    Sealer auditSealer(JdbcTemplate jdbc, DataSource database, Keys keys, Clock clock) {
        return new Sealer(jdbc, new TransactionTemplate(new JdbcTransactionManager(database)), keys, clock);
    }

    @Bean(destroyMethod = "close")
    Sealing auditSealing(AuditTrail trail, Sealer sealer, AuditFiles files, AuditProperties settings) {
        Sealing sealing = new Sealing(trail, sealer, new AnchorFile(files.anchor()));
        sealing.every(settings.seal());
        return sealing;
    }
}
