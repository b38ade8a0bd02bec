package nl.wally;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Access tokens of the demo clients, over HTTP; each client fetches one and uses it as long as it is valid. */
public final class Tokens {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** More than a request takes, and less than the server allows for clocks that differ. */
    private static final Duration MARGIN = Duration.ofSeconds(30);

    private final URI base;
    private final Clock clock;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> known = new ConcurrentHashMap<>();
    private final Map<String, Held> held = new ConcurrentHashMap<>();

    /** For the server at this address, for instance {@code http://localhost:8080}. */
    public Tokens(URI base) {
        this(base, Clock.systemUTC());
    }

    /** The same of a server that lives by this clock. */
    Tokens(URI base, Clock clock) {
        this.base = base;
        this.clock = clock;
    }

    /** A token that was fetched, and when it is valid. */
    private record Held(String token, Instant from, Instant until) {
        static Held of(String token) {
            try {
                JWTClaimsSet claims = SignedJWT.parse(token).getJWTClaimsSet();
                return new Held(
                        token,
                        claims.getIssueTime().toInstant().minus(MARGIN),
                        claims.getExpirationTime().toInstant().minus(MARGIN));
            } catch (ParseException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        boolean holds(Instant now) {
            return !now.isBefore(from) && now.isBefore(until);
        }
    }

    /**
     * The token of a client whose secret is {@code demo}: the one of before, unless it is not valid now. So no test finds one
     * that another fetched while the clock was ahead.
     */
    public String of(String client) {
        String told = known.get(client);
        return told != null
                ? told
                : held.compute(
                                client,
                                (same, one) -> one != null && one.holds(clock.instant()) ? one : Held.of(fresh(client)))
                        .token();
    }

    /** From now on this is the token of that client. */
    public void know(String client, String token) {
        known.put(client, token);
    }

    /** The value of the header Authorization for a client whose secret is {@code demo}. */
    public String bearer(String client) {
        return "Bearer " + of(client);
    }

    /** A new token, for instance after the test clock was moved. */
    public String fresh(String client) {
        HttpResponse<String> answer = ask(client, "demo", "client_credentials");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        try {
            return JSON.readTree(answer.body()).get("access_token").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The token endpoint's answer to a client that names itself in the header. */
    public HttpResponse<String> ask(String client, String secret, String grant) {
        String basic = Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
        return send(request("grant_type=" + grant).header("Authorization", "Basic " + basic));
    }

    /** The token endpoint's answer to a client that names itself in the form. */
    public HttpResponse<String> askByForm(String client, String secret) {
        return send(request("grant_type=client_credentials&client_id=%s&client_secret=%s".formatted(client, secret)));
    }

    private HttpRequest.Builder request(String form) {
        return HttpRequest.newBuilder(base.resolve("/oauth2/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
