package nl.wally.fhir;

import java.security.SecureRandom;
import java.util.List;
import java.util.function.Supplier;
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
        return get(purpose, () -> {
            byte[] fresh = new byte[BYTES];
            new SecureRandom().nextBytes(fresh);
            return fresh;
        });
    }

    /**
     * The same of a key that has another form.
     *
     * @param fresh makes one; taken only if there is none yet
     */
    public byte[] get(String purpose, Supplier<byte[]> fresh) {
        List<byte[]> known = jdbc.queryForList("select value from server_key where purpose = ?", byte[].class, purpose);
        if (!known.isEmpty()) {
            return known.get(0);
        }
        jdbc.update(
                "insert into server_key (purpose, value) values (?, ?) on conflict do nothing", purpose, fresh.get());
        return java.util.Objects.requireNonNull(
                jdbc.queryForObject("select value from server_key where purpose = ?", byte[].class, purpose));
    }
}
