package nl.wally.access;

import javax.sql.DataSource;
import nl.wally.access.client.ClientsFile;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever takes the setting {@code wally.access.clients-file} away takes its clients away. */
@Configuration(proxyBeanMethods = false)
@EmbeddedIssuer
@ConditionalOnExpression("'${wally.access.clients-file:}'.isBlank()")
class NoClientsFileConfig {
    @Bean
    SmartInitializingSingleton clientsOfNoFile(DataSource database) {
        return () -> ClientsFile.none(JdbcClient.create(database));
    }
}
