package nl.wally.fhir;

import java.security.SecureRandom;
import nl.wally.fhir.schema.SchemaConfig;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Secret keys of 32 random bytes that all nodes on one database share; made when first asked for. */
@Component
@DependsOn(SchemaConfig.SCHEMA_MIGRATION)
public class ServerKeys {
    private static final int BYTES = 32;

    private final JdbcTemplate jdbc;

    ServerKeys(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The key for a purpose: the same on every node, from the first call on. */
    public byte[] get(String purpose) {
        byte[] fresh = new byte[BYTES];
        new SecureRandom().nextBytes(fresh);
        jdbc.update("insert into server_key (purpose, value) values (?, ?) on conflict do nothing", purpose, fresh);
        return java.util.Objects.requireNonNull(
                jdbc.queryForObject("select value from server_key where purpose = ?", byte[].class, purpose));
    }
}
