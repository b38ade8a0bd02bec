package nl.wally.people;

import static nl.wally.people.Visitor.location;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.wally.ServerIT;
import nl.wally.fhir.Custodies;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** The people of the demo region sign in by a form of this server, and what their session opens. */
class DemoSignInIT extends ServerIT {
    @LocalServerPort
    private int port;

    @Autowired
    private Custodies custodies;

    @Autowired
    private JdbcTemplate jdbc;

    private Visitor visitor;

    @BeforeEach
    void arrive() {
        visitor = new Visitor(URI.create("http://localhost:" + port));
    }

    @Test
    void aWallySignsInAndSeesAsWhom() {
        assertThat(location(visitor.get("/me"))).isEqualTo("/sign-in");
        HttpResponse<String> signedIn = visitor.signIn("sanne", "demo");
        assertThat(signedIn.statusCode()).isEqualTo(303);
        assertThat(location(signedIn)).isEqualTo("/home");
        String cookie = signedIn.headers().allValues("Set-Cookie").stream()
                .filter(set -> set.startsWith("wally="))
                .findFirst()
                .orElseThrow();
        assertThat(cookie).contains("; Path=/", "; HttpOnly", "; SameSite=Lax").doesNotContain("Domain", "Max-Age");

        assertThat(jdbc.queryForObject(
                        "select count(*) from audit_record where content like '%\"SIGN_IN\"%wally-1%'", Long.class))
                .isPositive();

        HttpResponse<String> me = visitor.get("/me");
        assertThat(me.statusCode()).isEqualTo(200);
        assertThat(me.body()).contains("Sanne", "Wally or wellbeing coach", "lang=\"en\"");
        assertThat(me.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .contains("script-src 'self';")
                .doesNotContain("unsafe");
        assertThat(me.body()).doesNotContain("<script>", " style=", " onclick=");
        assertThat(me.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        HttpResponse<String> dutch = visitor.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/me"))
                .header("Accept-Language", "nl-NL,nl;q=0.9,en;q=0.8"));
        assertThat(dutch.body()).contains("Mijn account", "lang=\"nl\"");
    }

    /** A cookie goes along with whatever another site makes a browser send: FHIR takes tokens only. */
    @Test
    void theSessionDoesNotOpenTheApi() {
        visitor.signIn("sanne", "demo");
        for (String path : new String[] {"/fhir/Task?status=requested", "/fhir/Organization/social-1"}) {
            assertThat(visitor.get(path).statusCode()).as(path).isEqualTo(401);
        }
        assertThat(visitor.post("/fhir/Task").statusCode()).isEqualTo(401);
    }

    @Test
    void aTicketThatWasPlantedIsNotTakenOver() {
        visitor.cookies.put(Visitor.SESSION, "planted");
        visitor.signIn("sanne", "demo");
        assertThat(visitor.cookies.get(Visitor.SESSION)).isNotEqualTo("planted").hasSize(43);
        String first = visitor.cookies.get(Visitor.SESSION);
        visitor.signIn("joris", "demo");
        assertThat(visitor.get("/me").body()).contains("Joris");
        visitor.cookies.put(Visitor.SESSION, first);
        assertThat(location(visitor.get("/me"))).as("the session before").isEqualTo("/sign-in");
    }

    @Test
    void nobodyIsLedToAnotherSite() {
        for (String elsewhere : new String[] {
            "https://evil.example/", "//evil.example", "/\\evil.example", "/me/..//evil.example", "javascript:alert(1)"
        }) {
            visitor.get("/sign-in");
            HttpResponse<String> answer =
                    visitor.post("/sign-in/account", "name", "sanne", "password", "demo", "to", elsewhere);
            assertThat(location(answer)).as(elsewhere).isEqualTo("/home");
        }
    }

    @Test
    void aTokenOpensNoPage() {
        HttpResponse<String> answer =
                visitor.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/me"))
                        .header("Authorization", "Bearer " + server.tokens().of("wally-demo-1")));
        assertThat(location(answer)).isEqualTo("/sign-in");
    }

    @Test
    void whoHasSeveralRolesChoosesOneOnceUnderANewTicket() {
        assertThat(location(visitor.signIn("els", "demo"))).isEqualTo("/me/role");
        assertThat(location(visitor.get("/me"))).isEqualTo("/me/role");
        String before = visitor.cookies.get(Visitor.SESSION);
        String page = visitor.get("/me/role").body();
        assertThat(page).contains("Coordinator of Wallies", "Privacy officer");
        String strangers = jdbc.queryForObject("select id from position where subject = 'sanne'", String.class);
        assertThat(location(visitor.post("/me/role", "position", strangers))).isEqualTo("/me/role");

        String mine = jdbc.queryForObject(
                "select id from position where subject = 'els' and capacity = 'privacy-officer'", String.class);
        assertThat(visitor.postBare("/me/role", "position", mine).statusCode()).isEqualTo(403);
        assertThat(location(visitor.post("/me/role", "position", mine))).isEqualTo("/home");
        assertThat(visitor.cookies.get(Visitor.SESSION)).isNotEqualTo(before);
        assertThat(visitor.get("/me").body()).contains("Privacy officer", "You have more than one role");
        String other = jdbc.queryForObject(
                "select id from position where subject = 'els' and capacity = 'coordinator'", String.class);
        visitor.post("/me/role", "position", other);
        assertThat(visitor.get("/me").body()).contains("Privacy officer");
    }

    @Test
    void whoLeavesIsOutAtTheNextRequest() {
        visitor.signIn("mila", "demo");
        assertThat(visitor.get("/me").statusCode()).isEqualTo(200);
        try {
            custodies.departs("PractitionerRole/coach-1", Optional.of(clock.instant()));
            assertThat(location(visitor.get("/me"))).isEqualTo("/sign-in");
            HttpResponse<String> again = visitor.signIn("mila", "demo");
            assertThat(again.statusCode()).isEqualTo(403);
            assertThat(again.body()).contains("You have no role here yet");
        } finally {
            custodies.departs("PractitionerRole/coach-1", Optional.empty());
        }
    }

    @Test
    void aSessionEndsWhenNothingIsDoneAndInAnyCaseAfterADay() {
        visitor.signIn("joris", "demo");
        clock.jumpTo(clock.instant().plus(Duration.ofMinutes(29)));
        assertThat(visitor.get("/me").statusCode()).isEqualTo(200);
        clock.jumpTo(clock.instant().plus(Duration.ofMinutes(29)));
        assertThat(visitor.get("/me").statusCode()).isEqualTo(200);
        clock.jumpTo(clock.instant().plus(Duration.ofMinutes(31)));
        assertThat(location(visitor.get("/me"))).isEqualTo("/sign-in");

        clock.reset();
        visitor.signIn("joris", "demo");
        for (int i = 0; i < 20; i++) {
            clock.jumpTo(clock.instant().plus(Duration.ofMinutes(29)));
            assertThat(visitor.get("/me").statusCode()).isEqualTo(200);
        }
        clock.jumpTo(clock.instant().plus(Duration.ofMinutes(29)));
        assertThat(location(visitor.get("/me"))).isEqualTo("/sign-in");
    }

    /** Otherwise a work list that was left open would never sign anybody out. */
    @Test
    void whatAPageAsksForByItselfKeepsNoSessionAlive() {
        visitor.signIn("joris", "demo");
        clock.jumpTo(clock.instant().plus(Duration.ofMinutes(29)));
        assertThat(visitor.get("/waiting/live").statusCode()).isEqualTo(404);
        clock.jumpTo(clock.instant().plus(Duration.ofMinutes(2)));
        assertThat(location(visitor.get("/me"))).isEqualTo("/sign-in");
    }

    @Test
    void aPageThatStaysAsItIsIsToldThatNobodyIsSignedIn() {
        HttpResponse<String> answer =
                visitor.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/notifications"))
                        .header("HX-Request", "true")
                        .header("Referer", "http://localhost:" + port + "/notifications")
                        .header("Accept-Language", "nl"));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("HX-Retarget")).contains("#notice");
        assertThat(answer.body())
                .contains("U bent uitgelogd", "/sign-in?to=/notifications")
                .doesNotContain("<html");
    }

    @Test
    void aPageBeforeThatIsNoneIsNotFollowed() {
        for (String page : new String[] {"/a%zz", "/[", "x", "", "/me/../../x y"}) {
            HttpResponse<String> answer =
                    visitor.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/notifications"))
                            .header("HX-Request", "true")
                            .header("Referer", "http://localhost:" + port + page));
            assertThat(answer.statusCode()).as(page).isEqualTo(401);
            assertThat(answer.body()).as(page).doesNotContain("to=");
        }
    }

    @Test
    void scriptsAndStylesArePlacedForGoodUnderWhatIsInThem() {
        visitor.signIn("sanne", "demo");
        Matcher assets = Pattern.compile("/assets/[a-z.]+\\?v=[0-9a-f]+")
                .matcher(visitor.get("/me").body());
        List<String> found = assets.results().map(MatchResult::group).toList();
        assertThat(found).hasSize(3);
        assertThat(found).allSatisfy(asset -> {
            assertThat(cached(asset)).contains("immutable");
            assertThat(cached(asset.replaceFirst("v=.*", "v=older"))).isEqualTo("no-cache");
        });
        assertThat(found).allSatisfy(asset -> {
            HttpResponse<String> small =
                    visitor.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + asset))
                            .header("Accept-Encoding", "gzip"));
            assertThat(small.headers().firstValue("Content-Encoding")).hasValue("gzip");
            assertThat(small.body().length())
                    .isLessThan(visitor.get(asset).body().length() / 2);
        });
        assertThat(visitor.get("/assets/other.js").statusCode()).isEqualTo(404);
    }

    private String cached(String path) {
        HttpResponse<String> answer = visitor.get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.headers().firstValue("Cache-Control").orElse("");
    }

    @Test
    void signingOutNeedsAFormOfOursAndEndsTheSession() {
        visitor.signIn("sanne", "demo");
        visitor.get("/me");
        String ticket = visitor.cookies.get(Visitor.SESSION);
        assertThat(visitor.postBare("/sign-out").statusCode()).isEqualTo(403);
        assertThat(visitor.get("/sign-out").statusCode()).isNotEqualTo(303);
        assertThat(visitor.get("/me").statusCode()).isEqualTo(200);
        assertThat(location(visitor.post("/sign-out"))).isEqualTo("/sign-in");
        visitor.cookies.put(Visitor.SESSION, ticket);
        assertThat(location(visitor.get("/me"))).isEqualTo("/sign-in");
    }

    @Test
    void passwordsCannotBeTriedOnAndOn() {
        visitor.get("/sign-in");
        for (int i = 0; i < Attempts.BY_NAME; i++) {
            assertThat(visitor.post("/sign-in/account", "name", "victim", "password", "guess" + i)
                            .statusCode())
                    .isEqualTo(401);
        }
        HttpResponse<String> throttled = visitor.post("/sign-in/account", "name", "victim", "password", "demo");
        assertThat(throttled.statusCode()).isEqualTo(429);
        assertThat(throttled.headers().firstValue("Retry-After")).isPresent();
    }
}
