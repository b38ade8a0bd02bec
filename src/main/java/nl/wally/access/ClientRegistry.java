package nl.wally.access;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import nl.wally.shared.Caller;
import nl.wally.shared.Caller.Capacity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The OAuth clients that the embedded authorization server knows, in table {@code oauth_client}. */
public class ClientRegistry {
    /** bcrypt looks no further. */
    private static final int LONGEST_SECRET = 72;

    private final JdbcClient jdbc;
    private final PasswordEncoder secrets;

    ClientRegistry(JdbcClient jdbc, PasswordEncoder secrets) {
        this.jdbc = jdbc;
        this.secrets = secrets;
    }

    /**
     * Lets a client in. A client of the same id is left as it is, also when another node registers it at this instant.
     *
     * @param caller who the client will be: its id, organisation, acting person and capacity
     * @param secret in clear text, 1 to 72 bytes; only its hash is stored
     * @return whether the client is new
     * @throws IllegalArgumentException when the caller or the secret is not usable
     */
    public boolean register(Caller caller, String secret) {
        if (caller.client().isBlank() || caller.capacity() == Capacity.SYSTEM) {
            throw new IllegalArgumentException("a client has an id and stands on one side of the loop");
        }
        if (!References.isOrganization(caller.organization())
                || !caller.person().map(References::isPractitionerRole).orElse(true)) {
            throw new IllegalArgumentException("a client acts for Organization/…, perhaps as PractitionerRole/…");
        }
        int length = secret.getBytes(StandardCharsets.UTF_8).length;
        if (length == 0 || length > LONGEST_SECRET) {
            throw new IllegalArgumentException("a secret has 1 to 72 bytes");
        }
        if (exists(caller.client())) {
            return false;
        }
        return jdbc.sql("""
                        insert into oauth_client (client_id, secret_hash, organization, practitioner_role, capacity)
                        values (?, ?, ?, ?, ?) on conflict (client_id) do nothing""")
                        .params(
                                caller.client(),
                                secrets.encode(secret),
                                caller.organization(),
                                caller.role(),
                                code(caller.capacity()))
                        .update()
                == 1;
    }

    /** Whether this client would get a token with this secret. */
    public boolean accepts(String client, String secret) {
        return jdbc.sql("select secret_hash from oauth_client where client_id = ? and enabled")
                .param(client)
                .query(String.class)
                .optional()
                .filter(hash -> secrets.matches(secret, hash))
                .isPresent();
    }

    /** Who this client is, when it would get a token with this secret. */
    public Optional<Caller> caller(String client, String secret) {
        if (!accepts(client, secret)) {
            return Optional.empty();
        }
        return jdbc.sql("select organization, practitioner_role, capacity from oauth_client where client_id = ?")
                .param(client)
                .query((row, number) -> new Caller(
                        client,
                        row.getString("organization"),
                        row.getString("practitioner_role"),
                        capacity(row.getString("capacity"))))
                .optional();
    }

    /** Whether no client was ever registered. */
    public boolean isEmpty() {
        return jdbc.sql("select not exists (select from oauth_client)")
                .query(Boolean.class)
                .single();
    }

    /** How a capacity is written in a token and in the database, for instance {@code social-worker}. */
    public static String code(Capacity capacity) {
        return capacity.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The capacity that is written so. */
    static Capacity capacity(String code) {
        return Capacity.valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private boolean exists(String client) {
        return jdbc.sql("select exists (select from oauth_client where client_id = ?)")
                .param(client)
                .query(Boolean.class)
                .single();
    }
}
