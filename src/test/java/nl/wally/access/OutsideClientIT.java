package nl.wally.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.PrivateKeyJWT;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import java.net.URI;
import nl.wally.FhirClient.Answer;
import nl.wally.Messages;
import nl.wally.ServerIT;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A client that somebody else wrote: the OAuth library of Connect2id knows nothing of this server but what it publishes, gets
 * a token by {@code private_key_jwt} and reads its own Task.
 */
class OutsideClientIT extends ServerIT {
    private static final AssertingClient KEYS = new AssertingClient("his-outside");

    @Autowired
    private JdbcTemplate jdbc;

    private JsonNode published;

    @BeforeEach
    void register() throws Exception {
        jdbc.update("""
                insert into oauth_client (client_id, organization, capacity, scopes, jwks)
                values (?, 'Organization/practice-1', 'practice', '{system/Task.rs}', ?::jsonb) on conflict do nothing""", KEYS.id, KEYS.publicKeys());
        HTTPResponse answer = new HTTPRequest(
                        HTTPRequest.Method.GET, server.base().resolve("/fhir/.well-known/smart-configuration"))
                .send();
        assertThat(answer.getStatusCode()).isEqualTo(200);
        published = new ObjectMapper().readTree(answer.getContent());
    }

    @Test
    void findsOutHowToGetAToken() {
        assertThat(published.get("grant_types_supported")).hasToString("[\"client_credentials\"]");
        assertThat(published.get("token_endpoint_auth_methods_supported").toString())
                .contains("private_key_jwt");
        assertThat(published.get("token_endpoint_auth_signing_alg_values_supported"))
                .hasToString("[\"ES384\",\"RS384\"]");
        assertThat(published.get("capabilities").toString())
                .contains("client-confidential-asymmetric")
                .contains("permission-v2");
        assertThat(published.get("token_endpoint").asText()).isEqualTo(AssertingClient.ENDPOINT);
        for (String name : new String[] {"issuer", "jwks_uri", "scopes_supported"}) {
            assertThat(published.has(name)).as(name).isTrue();
        }
    }

    @Test
    void getsATokenAndReadsItsOwnTask() throws Exception {
        Answer sent = server.post("his-demo-1", "", Messages.referral(1));
        String task = "Task/"
                + Messages.part(sent.resource(Bundle.class), Task.class)
                        .getIdElement()
                        .getIdPart();
        for (JWSAlgorithm algorithm : new JWSAlgorithm[] {JWSAlgorithm.RS384, JWSAlgorithm.ES384}) {
            AccessToken token = token(algorithm);
            assertThat(token.getScope()).hasToString("system/Task.rs");
            assertThat(status(task, token)).isEqualTo(200);
            assertThat(status("Patient?identifier=x", token)).isEqualTo(403);
        }
    }

    private AccessToken token(JWSAlgorithm algorithm) throws Exception {
        URI endpoint = URI.create(published.get("token_endpoint").asText());
        boolean rsa = algorithm.equals(JWSAlgorithm.RS384);
        ClientAuthentication proof = new PrivateKeyJWT(
                new ClientID(KEYS.id),
                endpoint,
                algorithm,
                rsa ? KEYS.rsa.toPrivateKey() : KEYS.ec.toPrivateKey(),
                rsa ? KEYS.rsa.getKeyID() : KEYS.ec.getKeyID(),
                null);
        // The test server listens on a port of its own, under the name that it has.
        var request = new TokenRequest(
                server.base().resolve(endpoint.getPath()),
                proof,
                new ClientCredentialsGrant(),
                new Scope("system/Task.rs", "system/Patient.rs"));
        TokenResponse answer = TokenResponse.parse(request.toHTTPRequest().send());
        assertThat(answer.indicatesSuccess())
                .as(answer.toHTTPResponse().getContent())
                .isTrue();
        AccessTokenResponse success = answer.toSuccessResponse();
        return success.getTokens().getAccessToken();
    }

    private int status(String path, AccessToken token) throws Exception {
        var request = new HTTPRequest(HTTPRequest.Method.GET, server.base().resolve("/fhir/" + path));
        request.setAuthorization(token.toAuthorizationHeader());
        return request.send().getStatusCode();
    }
}
