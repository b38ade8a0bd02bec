package nl.wally.access.client;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.net.URI;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Keeps in table {@code oauth_client} what the file says: all of it at once, and nothing that it no longer says. */
final class RegisteredByFile implements Consumer<List<ClientEntry>> {
    private final JdbcClient jdbc;
    private final TransactionOperations together;

    RegisteredByFile(JdbcClient jdbc, TransactionOperations together) {
        this.jdbc = jdbc;
        this.together = together;
    }

    @Override
    public void accept(List<ClientEntry> clients) {
        String[] ids =
                clients.stream().map(client -> String.valueOf(client.id())).toArray(String[]::new);
        together.executeWithoutResult(status -> {
            // Nodes that start at once write one after the other.
            jdbc.sql("lock table oauth_client in share row exclusive mode").update();
            jdbc.sql("update oauth_client set enabled = false where from_file and client_id <> all (?)")
                    .param(ids)
                    .update();
            clients.forEach(this::keep);
        });
    }

    private void keep(ClientEntry client) {
        ClientEntry.@Nullable Certificate certificate = client.certificate();
        jdbc.sql("""
                        insert into oauth_client (client_id, organization, practitioner_role, capacity, scopes, jwks,
                            jwks_uri, certificate_subject, certificate_thumbprint, notify, enabled, from_file)
                        values (?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, true)
                        on conflict (client_id) do update set secret_hash = null, organization = excluded.organization,
                            practitioner_role = excluded.practitioner_role, capacity = excluded.capacity,
                            scopes = excluded.scopes, jwks = excluded.jwks, jwks_uri = excluded.jwks_uri,
                            certificate_subject = excluded.certificate_subject,
                            certificate_thumbprint = excluded.certificate_thumbprint, notify = excluded.notify,
                            enabled = excluded.enabled, from_file = true""")
                .params(
                        client.id(),
                        client.organization(),
                        client.practitionerRole(),
                        client.capacity(),
                        client.scopes().toArray(String[]::new),
                        client.jwks() == null ? null : JSONObjectUtils.toJSONString(client.jwks()),
                        client.jwksUri() == null ? null : client.jwksUri().toString(),
                        certificate == null ? null : certificate.subject(),
                        certificate == null ? null : base64url(certificate.thumbprint()),
                        client.notifyAt().stream().map(URI::toString).toArray(String[]::new),
                        client.isEnabled())
                .update();
    }

    private static @Nullable String base64url(@Nullable String hexadecimal) {
        return hexadecimal == null
                ? null
                : Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(HexFormat.of().parseHex(hexadecimal.replace(":", "")));
    }
}
