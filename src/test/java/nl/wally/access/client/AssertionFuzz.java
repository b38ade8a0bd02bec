package nl.wally.access.client;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import nl.wally.access.ScopeRules;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;

/** An assertion is read as far as it can be, and refused in the words of OAuth; a scope is none, or means what it says. */
class AssertionFuzz {
    private static final Instant NOW = Instant.parse("2026-11-29T10:00:00Z");
    private static final Duration SKEW = Duration.ofSeconds(60);

    @FuzzTest
    void assertion(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        var request = new MockHttpServletRequest("POST", "/oauth2/token");
        request.addParameter("client_assertion_type", AssertionRequest.JWT_BEARER.getValue());
        request.addParameter("client_assertion", text);
        try {
            new AssertionRequest().convert(request);
        } catch (OAuth2AuthenticationException refused) {
            assert refused.getError() != null;
        }
        try {
            var claims = AssertionRules.Claims.of(SignedJWT.parse(text).getJWTClaimsSet());
            AssertionRules.holds(claims, "his", "https://here.example/oauth2/token", NOW, SKEW);
        } catch (ParseException unreadable) {
            assert unreadable != null;
        }
        ScopeRules.read(text).ifPresent(scope -> {
            if (!ScopeRules.read(scope.text()).orElseThrow().equals(scope)) {
                throw new AssertionError("Not the same scope: " + scope.text());
            }
        });
    }
}
