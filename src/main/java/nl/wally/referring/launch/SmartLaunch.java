package nl.wally.referring.launch;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.wally.people.Arrival;
import nl.wally.people.UnderWay;
import nl.wally.referring.LaunchContext;
import nl.wally.shared.Caller.Capacity;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * SMART App Launch 2 from an EHR, of which this server is the client: https://hl7.org/fhir/smart-app-launch/app-launch.html. What
 * is remembered between leaving and coming back is sealed in the browser ({@link UnderWay}), so any node goes on with it.
 */
final class SmartLaunch {
    private static final String LAUNCH = "launch";
    private static final String AUDIENCE = "aud";
    private static final String PATIENT = "patient";
    private static final String ISSUER = "iss";
    private static final String FHIR_USER = "fhirUser";
    private static final int LONGEST_LAUNCH = 1_000;

    private final HisFile known;
    private final Discovery discovery;
    private final CodeExchange exchange;
    private final IdTokens idTokens;
    private final HisRecords records;
    private final UnderWay underWay;

    SmartLaunch(
            HisFile known,
            Discovery discovery,
            CodeExchange exchange,
            IdTokens idTokens,
            HisRecords records,
            UnderWay underWay) {
        this.known = known;
        this.discovery = discovery;
        this.exchange = exchange;
        this.idTokens = idTokens;
        this.records = records;
        this.underWay = underWay;
    }

    /**
     * What came of a launch.
     *
     * @param who launched it
     * @param context about whom
     */
    record Launched(Arrival who, LaunchContext context) {}

    /**
     * Remembers that this browser leaves for the HIS.
     *
     * @param callback where it comes back
     * @return where the browser goes
     * @throws LaunchRefusedException when we do not know this HIS, or it does not answer
     */
    String begin(
            @Nullable String iss,
            @Nullable String launch,
            String callback,
            HttpServletRequest request,
            HttpServletResponse response) {
        His his = known(iss);
        if (launch == null || launch.isBlank() || launch.length() > LONGEST_LAUNCH) {
            throw new LaunchRefusedException(Trouble.NOT_BELIEVED, LAUNCH);
        }
        ClientRegistration registration = discovery.of(his).registration(his, callback);
        String nonce = UUID.randomUUID().toString();
        OAuth2AuthorizationRequest.Builder asked = OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(registration.getProviderDetails().getAuthorizationUri())
                .clientId(registration.getClientId())
                .redirectUri(callback)
                .scopes(registration.getScopes())
                .state(UUID.randomUUID().toString())
                .attributes(attributes -> {
                    attributes.put(OAuth2ParameterNames.REGISTRATION_ID, registration.getRegistrationId());
                    attributes.put(OidcParameterNames.NONCE, nonce);
                })
                .additionalParameters(parameters -> {
                    parameters.put(LAUNCH, launch);
                    parameters.put(AUDIENCE, his.iss().toString());
                    parameters.put(OidcParameterNames.NONCE, nonce);
                });
        OAuth2AuthorizationRequestCustomizers.withPkce().accept(asked);
        OAuth2AuthorizationRequest whole = asked.build();
        underWay.saveAuthorizationRequest(whole, request, response);
        // In a query a plus is a space to most who read it.
        return whole.getAuthorizationRequestUri().replace("+", "%2B");
    }

    /**
     * Takes what the browser brings back from the HIS.
     *
     * @throws LaunchRefusedException when it is no answer to what this browser left for, or the HIS does not stand by it
     */
    Launched finish(HttpServletRequest request, HttpServletResponse response) {
        OAuth2AuthorizationRequest asked = Optional.ofNullable(underWay.removeAuthorizationRequest(request, response))
                .orElseThrow(() -> new LaunchRefusedException(Trouble.NOT_BELIEVED, "state"));
        His his = known(asked.getAttribute(OAuth2ParameterNames.REGISTRATION_ID));
        Endpoints endpoints = discovery.of(his);
        String code = request.getParameter(OAuth2ParameterNames.CODE);
        // Where a HIS says who answers (RFC 9207), another one cannot be taken for it.
        boolean byHis = Optional.ofNullable(request.getParameter(ISSUER))
                .map(endpoints.issuer()::equals)
                .orElse(true);
        if (code == null || code.isBlank() || !byHis) {
            throw new LaunchRefusedException(Trouble.NOT_BELIEVED, "answer");
        }
        ClientRegistration registration = endpoints.registration(his, asked.getRedirectUri());
        OAuth2AccessTokenResponse given = exchange.tokens(registration, asked, code);
        Jwt user = idTokens.believe(
                given.getAdditionalParameters().get(OidcParameterNames.ID_TOKEN),
                endpoints,
                registration,
                asked.getAttribute(OidcParameterNames.NONCE));
        String token = given.getAccessToken().getTokenValue();
        records.requirePractitioner(his, token, user.getClaimAsString(FHIR_USER));
        var patient =
                records.patient(his, token, given.getAdditionalParameters().get(PATIENT));
        return new Launched(
                // By the name under which the operator knows the HIS: what it calls itself is its own word.
                new Arrival(
                        LaunchRules.user(his.iss().toString(), user.getSubject()),
                        Capacity.PRACTICE,
                        his.organization()),
                new LaunchContext(LaunchRules.needed(patient), List.of(), Optional.empty()));
    }

    private His known(@Nullable String iss) {
        return known.of(iss).orElseThrow(() -> new LaunchRefusedException(Trouble.NOT_BELIEVED, ISSUER));
    }
}
