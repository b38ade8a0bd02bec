package nl.wally.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import nl.wally.access.client.ClientCertificate;
import nl.wally.access.client.ClientKeys;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/**
 * Shows table {@code oauth_client} to Spring's authorization server. An own table, because Spring's keeps the settings of
 * a client as serialized Java objects, which bind the data to the version of a library.
 */
final class KnownClients implements RegisteredClientRepository {
    /** Names of the client settings that carry who the client is. */
    static final String ORGANIZATION = "wally.organization";

    static final String PRACTITIONER_ROLE = "wally.practitioner-role";
    static final String CAPACITY = "wally.capacity";

    private final JdbcClient jdbc;
    private final TokenSettings tokens;
    private final boolean secrets;

    /**
     * Clients in the given database.
     *
     * @param secrets whether one that has no more than a shared secret is known at all
     */
    KnownClients(JdbcClient jdbc, Duration tokenLifetime, boolean secrets) {
        this.jdbc = jdbc;
        this.tokens =
                TokenSettings.builder().accessTokenTimeToLive(tokenLifetime).build();
        this.secrets = secrets;
    }

    /** Called by Spring when a client shows its secret and the hash is of an older kind: the only change it may make. */
    @Override
    public void save(RegisteredClient client) {
        jdbc.sql("update oauth_client set secret_hash = ? where client_id = ?")
                .params(client.getClientSecret(), client.getClientId())
                .update();
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        if (clientId.indexOf('\0') >= 0) {
            // Strangers write what they like; PostgreSQL has no place for this in a text.
            return null;
        }
        return jdbc.sql("""
                        select client_id, secret_hash, organization, practitioner_role, capacity, scopes,
                               jwks::text as jwks, jwks_uri, certificate_subject, certificate_thumbprint
                        from oauth_client where client_id = ? and enabled and (secret_hash is null or ?)""")
                .params(clientId, secrets)
                .query((row, number) -> client(row))
                .optional()
                .orElse(null);
    }

    private RegisteredClient client(ResultSet row) throws SQLException {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ORGANIZATION, row.getString("organization"));
        settings.put(CAPACITY, row.getString("capacity"));
        put(settings, PRACTITIONER_ROLE, row.getString("practitioner_role"));
        put(settings, ClientKeys.JWKS, row.getString("jwks"));
        put(settings, ClientKeys.JWKS_URI, row.getString("jwks_uri"));
        put(settings, ClientCertificate.SUBJECT, row.getString("certificate_subject"));
        put(settings, ClientCertificate.THUMBPRINT, row.getString("certificate_thumbprint"));
        String[] scopes = (String[]) row.getArray("scopes").getArray();
        return RegisteredClient.withId(row.getString("client_id"))
                .clientId(row.getString("client_id"))
                .clientSecret(row.getString("secret_hash"))
                .clientAuthenticationMethods(methods -> methods.addAll(methods(settings)))
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scopes(allowed -> allowed.addAll(Arrays.asList(scopes)))
                .clientSettings(ClientSettings.builder()
                        .settings(all -> all.putAll(settings))
                        // Spring takes an algorithm of a key pair for "by a key, not by a secret"; Assertions decides.
                        .tokenEndpointAuthenticationSigningAlgorithm(SignatureAlgorithm.RS384)
                        .build())
                .tokenSettings(tokens)
                .build();
    }

    private static Set<ClientAuthenticationMethod> methods(Map<String, Object> settings) {
        if (settings.containsKey(ClientKeys.JWKS) || settings.containsKey(ClientKeys.JWKS_URI)) {
            return Set.of(ClientAuthenticationMethod.PRIVATE_KEY_JWT);
        }
        return settings.containsKey(ClientCertificate.SUBJECT) || settings.containsKey(ClientCertificate.THUMBPRINT)
                ? Set.of(ClientAuthenticationMethod.TLS_CLIENT_AUTH)
                : Set.of(ClientAuthenticationMethod.CLIENT_SECRET_BASIC, ClientAuthenticationMethod.CLIENT_SECRET_POST);
    }

    private static void put(Map<String, Object> settings, String name, @Nullable String value) {
        if (value != null) {
            settings.put(name, value);
        }
    }
}
