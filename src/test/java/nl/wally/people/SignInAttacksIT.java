package nl.wally.people;

import static nl.wally.people.Visitor.location;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import nl.wally.access.AccessSlice;
import nl.wally.attack.Wire;
import nl.wally.people.PeopleSlice.Recorded;
import nl.wally.shared.Caller.Capacity;
import nl.wally.shared.Occurrence;
import nl.wally.shared.Problem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.util.UriComponentsBuilder;

/** What somebody may try between leaving for the provider and coming back, each with why it must not work. */
class SignInAttacksIT {
    private static CrookedProvider provider;
    private static HikariDataSource database;
    private static ConfigurableApplicationContext node;
    private static ConfigurableApplicationContext other;

    private Visitor visitor;

    @BeforeAll
    static void start() throws Exception {
        provider = new CrookedProvider();
        database = PeopleSlice.database();
        String[] settings = {
            "wally.people.issuer=" + provider.issuer(),
            "wally.people.client-id=" + CrookedProvider.CLIENT,
            "wally.people.client-secret=geheim",
            "wally.people.contact=the helpdesk"
        };
        node = PeopleSlice.start(database, settings);
        other = PeopleSlice.start(database, settings);
        node.getBean(Positions.class)
                .keep("test", List.of(position("sanne", 1), position("els", 1), position("els", 2)));
    }

    private static Position position(String subject, int number) {
        return new Position(
                new Identity(provider.issuer(), subject),
                Capacity.SOCIAL_WORKER,
                "Organization/social-" + number,
                "PractitionerRole/wally-" + number);
    }

    @AfterAll
    static void stop() {
        other.close();
        node.close();
        database.close();
        provider.close();
    }

    @BeforeEach
    void arrive() {
        visitor = new Visitor(AccessSlice.address(node));
        node.getBean(Recorded.class).all.clear();
    }

    /** Leaves for the provider, which answers for the nonce that it was asked with. */
    private Map<String, String> leave() {
        HttpResponse<String> leaving = visitor.get("/sign-in/with/provider?to=/me");
        assertThat(leaving.statusCode()).isEqualTo(302);
        Map<String, String> asked = UriComponentsBuilder.fromUri(URI.create(location(leaving)))
                .build()
                .getQueryParams()
                .toSingleValueMap();
        assertThat(asked)
                .containsEntry("response_type", "code")
                .containsEntry("scope", "openid")
                .containsEntry("code_challenge_method", "S256")
                .containsKeys("state", "nonce", "code_challenge");
        provider.honest(asked.get("nonce"));
        return asked;
    }

    private HttpResponse<String> comeBack(String code, String state) {
        return visitor.get("/sign-in/callback?code=" + code + "&state=" + state);
    }

    private void isRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
        assertThat(answer.body()).contains("Signing in did not work").doesNotContain("invalid", "Exception", "sanne");
        assertThat(visitor.cookies).doesNotContainKey(Visitor.SESSION);
        assertThat(location(visitor.get("/me"))).isEqualTo("/sign-in");
        assertThat(node.getBean(Recorded.class).all).last().satisfies(noted -> {
            assertThat(noted.refused()).isEqualTo(Problem.UNAUTHENTICATED);
            assertThat(noted.caller()).isNull();
        });
    }

    @Test
    void theHonestWayWorks() {
        String state = leave().get("state");
        assertThat(location(comeBack("honest", state))).isEqualTo("/me");
        assertThat(visitor.get("/me").body()).contains("the one called PractitionerRole/wally-1");
        assertThat(node.getBean(Recorded.class).all).singleElement().satisfies(noted -> {
            assertThat(noted.kind()).isEqualTo(Occurrence.Kind.SIGN_IN);
            assertThat(noted.caller().role()).isEqualTo("PractitionerRole/wally-1");
            assertThat(noted.refused()).isNull();
        });
    }

    /** The load balancer may send a browser to another node at any moment. */
    @Test
    void anotherNodeGoesOnWithASignInAndWithASession() {
        String state = leave().get("state");
        Visitor there = visitor.at(AccessSlice.address(other));
        assertThat(location(there.get("/sign-in/callback?code=elsewhere&state=" + state)))
                .isEqualTo("/me");
        Visitor back = there.at(AccessSlice.address(node));
        assertThat(back.get("/me").statusCode()).isEqualTo(200);
        assertThat(location(back.post("/sign-out"))).isEqualTo("/sign-in");
        assertThat(location(there.get("/me"))).isEqualTo("/sign-in");
    }

    /** Otherwise an attacker's link signs the victim in as the attacker, and what the victim writes is theirs to read. */
    @Test
    void anAnswerToAnotherQuestionIsRefused() {
        leave();
        isRefused(comeBack("foreign", "another"));
    }

    @Test
    void anAnswerWithoutAQuestionIsRefused() {
        isRefused(comeBack("unasked", "state"));
        String state = leave().get("state");
        visitor.cookies.remove("wally-sign-in");
        isRefused(comeBack("lost", state));
        visitor.cookies.put("wally-sign-in", "eyJhbGciOiJub25lIn0.e30.");
        isRefused(comeBack("forged", state));
    }

    /** Whoever reads the address of the victim's browser has a code, but it is spent and bound to the victim's browser. */
    @Test
    void aCodeIsGoodForOnce() {
        String state = leave().get("state");
        Map<String, String> before = Map.copyOf(visitor.cookies);
        assertThat(location(comeBack("once", state))).isEqualTo("/me");
        visitor.cookies.clear();
        visitor.cookies.putAll(before);
        isRefused(comeBack("once", state));
    }

    /** A token that the provider made for somebody else's client, or for another moment, proves nothing here. */
    @Test
    void anIdTokenThatIsNotForUsNowIsRefused() {
        Map<String, UnaryOperator<com.nimbusds.jwt.JWTClaimsSet.Builder>> twists = Map.of(
                "audience", claims -> claims.audience("another-client"),
                "two audiences",
                        claims -> claims.audience(List.of(CrookedProvider.CLIENT, "another-client"))
                                .claim("azp", "another-client"),
                "issuer", claims -> claims.issuer("https://login.example"),
                "nonce", claims -> claims.claim("nonce", "of-another-sign-in"),
                "no nonce", claims -> claims.claim("nonce", null),
                "expired",
                        claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(120))),
                "not yet", claims -> claims.issueTime(Date.from(Instant.now().plusSeconds(600))),
                "no subject", claims -> claims.subject(null));
        twists.forEach((what, twist) -> {
            String state = leave().get("state");
            provider.twist(twist);
            isRefused(comeBack(what.replace(' ', '-'), state));
        });
        String state = leave().get("state");
        provider.signWithAnotherKey();
        isRefused(comeBack("key", state));
    }

    @Test
    void aTicketThatWasPlantedIsNotTakenOver() {
        visitor.cookies.put(Visitor.SESSION, "planted");
        String state = leave().get("state");
        comeBack("planted", state);
        assertThat(visitor.cookies.get(Visitor.SESSION)).hasSize(43);
    }

    @Test
    void nobodyIsLedToAnotherSite() {
        for (String elsewhere :
                List.of("https://evil.example", "//evil.example", "/%5Cevil.example", "/%2Fevil.example")) {
            HttpResponse<String> leaving = visitor.get("/sign-in/with/provider?to=" + elsewhere);
            Map<String, String> asked = UriComponentsBuilder.fromUri(URI.create(location(leaving)))
                    .build()
                    .getQueryParams()
                    .toSingleValueMap();
            provider.honest(asked.get("nonce"));
            assertThat(location(comeBack("to" + elsewhere.hashCode(), asked.get("state"))))
                    .isEqualTo("/home");
            assertThat(visitor.get("/sign-in?to=" + elsewhere).body()).doesNotContain("evil");
        }
    }

    /** Who is known at the provider is not for that reason known here, whatever the token says of name and address. */
    @Test
    void somebodyWithoutARoleHearsWhomToAskAndOpensNothing() {
        String state = leave().get("state");
        provider.twist(claims -> claims.subject("<script>12</script>")
                .claim("email", "sanne@social.example")
                .claim("name", "sanne"));
        HttpResponse<String> answer = comeBack("unknown", state);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body())
                .contains("You have no role here yet", "the helpdesk", "&lt;script&gt;12&lt;/script&gt;")
                .doesNotContain("<script", "social.example");
        assertThat(visitor.cookies).doesNotContainKey(Visitor.SESSION);
        assertThat(location(visitor.get("/me"))).isEqualTo("/sign-in");
    }

    /** Whoever can fill the disk must not come in unseen. */
    @Test
    void whatCannotBePutOnRecordDoesNotHappen() {
        Recorded trail = node.getBean(Recorded.class);
        String state = leave().get("state");
        try {
            trail.full = true;
            assertThat(comeBack("unseen", state).statusCode()).isEqualTo(503);
            assertThat(visitor.cookies).doesNotContainKey(Visitor.SESSION);

            String again = leave().get("state");
            provider.twist(claims -> claims.subject("els"));
            assertThat(location(comeBack("choosing", again))).isEqualTo("/me/role?to=/me");
            String page = visitor.get("/me/role").body();
            String first =
                    page.replaceFirst("(?s).*?name=\"position\" required=?\"?[a-z]*\"? value=\"(\\d+)\".*", "$1");
            HttpResponse<String> answer = visitor.post("/me/role", "position", first);
            assertThat(answer.statusCode()).as(first).isEqualTo(503);
            assertThat(answer.body()).contains("This does not work just now");
            assertThat(location(visitor.get("/me"))).isEqualTo("/me/role");
        } finally {
            trail.full = false;
        }
    }

    /** A neighbour in the same domain must not be able to plant a cookie, nor a plain connection to carry one. */
    @Test
    void elsewhereThanOnOnesOwnMachineCookiesAreForThisHostByTlsOnly() {
        String said = Wire.say(
                        AccessSlice.address(node),
                        "GET /sign-in/with/provider HTTP/1.1\r\nHost: wally.example\r\nConnection: close\r\n\r\n")
                .text();
        assertThat(said)
                .contains("Set-Cookie: __Host-wally-sign-in=", "; Path=/;", "; Secure", "; HttpOnly", "; SameSite=Lax")
                .doesNotContain("Domain=");
    }
}
