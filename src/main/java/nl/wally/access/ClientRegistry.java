package nl.wally.access;

import com.nimbusds.jose.jwk.JWKSet;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.SQLException;
import java.util.List;
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

    /**
     * Lets a client in that proves who it is by keys. A client of the same id is left as it is.
     *
     * @param keys its public keys
     */
    public void register(Caller caller, JWKSet keys) {
        jdbc.sql("""
                        insert into oauth_client (client_id, organization, practitioner_role, capacity, jwks)
                        values (?, ?, ?, ?, ?::jsonb) on conflict (client_id) do nothing""")
                .params(
                        caller.client(),
                        caller.organization(),
                        caller.role(),
                        code(caller.capacity()),
                        keys.toString(true))
                .update();
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

    /** Who this client is and where it may be notified, as it is registered now; empty when it gets no token. */
    public Optional<Registered> registered(String client) {
        return jdbc.sql("""
                        select organization, practitioner_role, capacity, scopes, notify, secret_hash is not null as demo
                        from oauth_client where client_id = ? and enabled""")
                .param(client)
                .query((row, number) -> new Registered(
                        new Caller(
                                client,
                                row.getString("organization"),
                                row.getString("practitioner_role"),
                                capacity(row.getString("capacity")),
                                strings(row.getArray("scopes")).stream()
                                        .flatMap(scope -> ScopeRules.read(scope).stream())
                                        .toList()),
                        strings(row.getArray("notify")).stream()
                                .map(URI::create)
                                .toList(),
                        row.getBoolean("demo")))
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

    private static List<String> strings(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    /**
     * A client as it is registered.
     *
     * @param caller narrowed by the scopes that it may be granted at most
     * @param notifyAt where it may have notifications sent: everything under these addresses
     * @param demo whether it has no more than a shared secret, as in a demo region
     */
    public record Registered(Caller caller, List<URI> notifyAt, boolean demo) {
        /**
         * Whoever called earlier, as he may call now: narrowed by what either allows. Empty when the client works for
         * somebody else by now.
         */
        public Optional<Caller> again(Caller earlier) {
            boolean same = caller.client().equals(earlier.client())
                    && caller.organization().equals(earlier.organization())
                    && caller.person().equals(earlier.person())
                    && caller.capacity() == earlier.capacity();
            return same
                    ? Optional.of(new Caller(
                            caller.client(),
                            caller.organization(),
                            caller.role(),
                            caller.capacity(),
                            ScopeRules.granted(earlier.scopes(), caller.scopes())))
                    : Optional.empty();
        }
    }

    private boolean exists(String client) {
        return jdbc.sql("select exists (select from oauth_client where client_id = ?)")
                .param(client)
                .query(Boolean.class)
                .single();
    }
}
