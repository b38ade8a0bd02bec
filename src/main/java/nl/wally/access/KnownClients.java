package nl.wally.access;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
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

    KnownClients(JdbcClient jdbc, Duration tokenLifetime) {
        this.jdbc = jdbc;
        this.tokens =
                TokenSettings.builder().accessTokenTimeToLive(tokenLifetime).build();
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
        return jdbc.sql("""
                        select client_id, secret_hash, organization, practitioner_role, capacity
                        from oauth_client where client_id = ? and enabled""")
                .param(clientId)
                .query((row, number) -> {
                    ClientSettings.Builder who = ClientSettings.builder()
                            .setting(ORGANIZATION, row.getString("organization"))
                            .setting(CAPACITY, row.getString("capacity"));
                    String role = row.getString("practitioner_role");
                    if (role != null) {
                        who.setting(PRACTITIONER_ROLE, role);
                    }
                    return RegisteredClient.withId(row.getString("client_id"))
                            .clientId(row.getString("client_id"))
                            .clientSecret(row.getString("secret_hash"))
                            .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                            .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                            .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                            .clientSettings(who.build())
                            .tokenSettings(tokens)
                            .build();
                })
                .optional()
                .orElse(null);
    }
}
