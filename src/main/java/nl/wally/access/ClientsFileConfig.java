package nl.wally.access;

import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import nl.wally.access.client.ClientsFile;
import nl.wally.access.client.KeyFetch;
import nl.wally.fhir.Matching;
import nl.wally.shared.Caller.Capacity;
import nl.wally.shared.Scope;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.IntervalTask;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Clients that the operator registers in a file ({@code wally.access.clients-file}), when there is one. */
@Configuration(proxyBeanMethods = false)
@EmbeddedIssuer
@ConditionalOnProperty("wally.access.clients-file")
@EnableScheduling
class ClientsFileConfig {
    @Bean
    ClientsFile clientsFile(
            AccessProperties settings,
            TokenEndpoint endpoint,
            DataSource database,
            PlatformTransactionManager transactions,
            Matching matching) {
        Set<String> capacities = Arrays.stream(Capacity.values())
                .filter(capacity -> capacity != Capacity.SYSTEM)
                .map(ClientRegistry::code)
                .collect(Collectors.toCollection(TreeSet::new));
        return ClientsFile.of(
                Objects.requireNonNull(settings.clientsFile()),
                capacities,
                scope -> isHonoured(scope, matching),
                new KeyFetch(endpoint.secrets(), settings.clientKeysInside()),
                JdbcClient.create(database),
                new TransactionTemplate(transactions));
    }

    @Bean
    SchedulingConfigurer clientsFileAgain(ClientsFile file, AccessProperties settings) {
        return tasks -> tasks.addFixedDelayTask(
                new IntervalTask(file::reread, settings.clientsReread(), settings.clientsReread()));
    }

    private static boolean isHonoured(String text, Matching matching) {
        return text.startsWith("system/")
                && ScopeRules.read(text)
                        .filter(scope -> scope.query().isEmpty() || matching.canJudge(scope.type(), scope.query()))
                        .map(Scope::text)
                        .filter(text::equals)
                        .isPresent();
    }
}
