package nl.wally.referring.launch;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Asks a HIS how it is talked to, and again after five minutes. */
final class Discovery implements ResourceRetriever {
    private static final String PATH = ".well-known/smart-configuration";

    private static final Duration KEEP = Duration.ofMinutes(5);

    private final Cache<URI, Endpoints> known =
            Caffeine.newBuilder().expireAfterWrite(KEEP).maximumSize(1_000).build();
    private final HisCalls calls;
    private final RestClient http;

    Discovery(HisCalls calls) {
        this.calls = calls;
        this.http = calls.client().build();
    }

    /**
     * How to talk to this HIS.
     *
     * @throws LaunchRefusedException when it does not answer, or says that it does less than a safe launch needs
     */
    Endpoints of(His his) {
        Endpoints kept = known.getIfPresent(his.iss());
        if (kept != null) {
            return kept;
        }
        // Asked by each who comes, not by one while the others wait in a row: of a HIS that does not answer each waits
        // once.
        Endpoints asked = ask(his);
        known.put(his.iss(), asked);
        return asked;
    }

    private Endpoints ask(His his) {
        try {
            return endpoints(JSONObjectUtils.parse(text(his.at(PATH))));
        } catch (ParseException | MalformedURLException | IllegalArgumentException | RestClientException unusable) {
            throw new LaunchRefusedException(Trouble.HIS_AWAY, "discovery");
        }
    }

    private Endpoints endpoints(Map<String, Object> said) throws ParseException, MalformedURLException {
        List<String> challenges = strings(said, "code_challenge_methods_supported");
        if (!challenges.contains("S256")) {
            throw new ParseException("without PKCE a stolen code is enough", 0);
        }
        String issuer = JSONObjectUtils.getString(said, "issuer");
        if (issuer == null) {
            throw new ParseException("an ID token of anybody would do", 0);
        }
        URI keys = URI.create(place(said, "jwks_uri"));
        JWKSource<SecurityContext> source = JWKSourceBuilder.create(keys.toURL(), this)
                .refreshAheadCache(false)
                .build();
        return new Endpoints(
                issuer,
                place(said, "authorization_endpoint"),
                place(said, "token_endpoint"),
                source,
                strings(said, "capabilities").contains("permission-v2"));
    }

    private String place(Map<String, Object> said, String name) throws ParseException {
        String place = JSONObjectUtils.getString(said, name);
        if (place == null || !calls.mayName(URI.create(place))) {
            throw new ParseException(name, 0);
        }
        return place;
    }

    private static List<String> strings(Map<String, Object> said, String name) throws ParseException {
        List<String> strings = JSONObjectUtils.getStringList(said, name);
        return strings == null ? List.of() : strings;
    }

    @Override
    public Resource retrieveResource(URL url) throws java.io.IOException {
        try {
            return new Resource(text(URI.create(url.toString())), MediaType.APPLICATION_JSON_VALUE);
        } catch (RestClientException away) {
            throw new java.io.IOException("the keys of a HIS cannot be fetched", away);
        }
    }

    private String text(URI place) {
        byte[] answer = http.get()
                .uri(place)
                .accept(MediaType.APPLICATION_JSON)
                .retrieve()
                .body(byte[].class);
        return answer == null ? "" : new String(answer, StandardCharsets.UTF_8);
    }
}
