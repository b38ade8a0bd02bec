package nl.wally.ops;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class TempConfig {
    @Bean
    DataSource dataSource() throws Exception {
        return EmbeddedPostgres.builder().start().getPostgresDatabase();
    }
}
