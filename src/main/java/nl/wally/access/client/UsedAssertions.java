package nl.wally.access.client;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Remembers assertions in table {@code used_assertion}, so that none is accepted twice, on whichever node. */
public final class UsedAssertions {
    private final JdbcClient jdbc;
    private final Clock clock;

    public UsedAssertions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Uses it up; what has expired is forgotten on the way.
     *
     * @param until when it would no longer be accepted anyway
     * @return whether this was the first time, of two at the same instant for one of them only
     */
    public boolean use(String client, String id, Instant until) {
        return jdbc.sql("""
                        with gone as (
                            delete from used_assertion where digest in (
                                select digest from used_assertion where expires_at < ? limit 100 for update skip locked))
                        insert into used_assertion (digest, expires_at) values (?, ?) on conflict do nothing""")
                        .params(Timestamp.from(clock.instant()), digest(client, id), Timestamp.from(until))
                        .update()
                == 1;
    }

    private static byte[] digest(String client, String id) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(client.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            return digest.digest(id.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
