package nl.wally.simulator.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import nl.wally.ServerIT;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who comes in to the check, and in which forms the report goes out. */
class CheckDoorIT extends ServerIT {
    @AfterEach
    void endChecks() {
        new CheckDoor(server, DemoHis.CLIENT).end();
        new CheckDoor(server, "his-demo-2").end();
    }

    @Test
    void nobodyComesInWithoutASecretOrAToken() {
        CheckDoor door = new CheckDoor(server, DemoHis.CLIENT);
        HttpResponse<String> stranger = door.send(door.bare("").GET());
        assertThat(stranger.statusCode()).isEqualTo(401);
        assertThat(stranger.headers().firstValue("WWW-Authenticate")).hasValue("Basic realm=\"waar-is-wally\"");
        assertThat(door.send(door.bare("")
                                .header("Authorization", CheckDoor.basic(DemoHis.CLIENT, "wrong"))
                                .POST(BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(401);
        assertThat(door.send(door.bare("")
                                .header("Authorization", "Bearer no.token.atall")
                                .GET())
                        .statusCode())
                .isEqualTo(401);
        assertThat(server.send(server.request("coordinator-demo", "/metadata").GET())
                        .status())
                .as("a secret opens this door only")
                .isEqualTo(200);
        assertThat(door.send(java.net.http.HttpRequest.newBuilder(server.base().resolve("/fhir/Task"))
                                .header("Authorization", CheckDoor.basic(DemoHis.CLIENT, "demo"))
                                .GET())
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void aCoordinatorIsNotCheckedNorIsTheOtherSidePlayed() {
        CheckDoor coordinator = new CheckDoor(server, "coordinator-demo");
        assertThat(coordinator
                        .send(coordinator.request("").POST(BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(403);
        CheckDoor his = new CheckDoor(server, DemoHis.CLIENT);
        assertThat(his.send(his.request("?actor=social-worker").POST(BodyPublishers.noBody()))
                        .body())
                .contains("This client plays: his");
        assertThat(his.send(his.request("?actor=his").POST(BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void aClientSeesItsOwnCheckOnlyAndNothingIsKeptOnceItHasEnded() {
        CheckDoor one = new CheckDoor(server, DemoHis.CLIENT).begin();
        CheckDoor two = new CheckDoor(server, "his-demo-2");
        assertThat(two.get("*/*", "en").statusCode()).isEqualTo(404);
        two.begin();
        server.get("his-demo-2", "/Task?colour=red");
        server.get("wally-demo-1", "/Task?colour=red");
        assertThat(two.results()).containsEntry("HIS-23", "fail");
        assertThat(one.results()).containsEntry("HIS-23", "skip");
        HttpResponse<String> byToken = one.send(one.bare("")
                .header("Authorization", server.tokens().bearer(DemoHis.CLIENT))
                .GET());
        assertThat(byToken.body()).contains("Conformance check: his-demo-1 (HIS)");
        one.end();
        assertThat(one.get("*/*", "en").statusCode()).isEqualTo(404);
        assertThat(one.begin().text()).as("begins anew").contains(" 0 requests");
    }

    @Test
    void theReportComesAsTextAsPageAndAsTestReport() {
        CheckDoor door = new CheckDoor(server, DemoHis.CLIENT).begin();
        server.get(DemoHis.CLIENT, "/Task?patient=Patient/4711&colour=%3Cb%3E");
        HttpResponse<String> text = door.get("*/*", "nl-NL, en;q=0.5");
        assertThat(text.headers().firstValue("Content-Type")).hasValue("text/plain;charset=UTF-8");
        assertThat(text.body())
                .contains("Conformiteitscontrole: his-demo-1 (HIS)", "HIS-23 SHALL niet geslaagd")
                .contains("GET /fhir/Task?colour&patient → 400 parameter-unknown: fout")
                .contains("De volgende verwijzing die u verstuurt, speelt H1.")
                .contains(server.base() + "/ig/search-parameters.html")
                .doesNotContain("4711");
        HttpResponse<String> page = door.get("text/html,application/xhtml+xml,*/*;q=0.8", "en");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'");
        assertThat(page.body())
                .contains(
                        "<html lang=\"en\">", "<h1>Conformance check: his-demo-1 (HIS)</h1>", "href=\"" + server.base())
                .contains("GET /fhir/Task?colour&amp;patient → 400 parameter-unknown: wrong")
                .doesNotContain("<script");
        var report = door.report();
        assertThat(report.getResult().toCode()).isEqualTo("fail");
        assertThat(report.getTest()).hasSize(24);
        assertThat(report.getParticipantFirstRep().getDisplay()).isEqualTo(DemoHis.CLIENT);
    }

    @Test
    void aBrowserBeginsByAButtonAndIsShownTheReport() {
        CheckDoor door = new CheckDoor(server, DemoHis.CLIENT);
        assertThat(door.get("text/html", "nl").body()).contains("<form method=\"post\" action=\"check\">", "Beginnen");
        HttpResponse<String> begun =
                door.send(door.request("").header("Accept", "text/html").POST(BodyPublishers.noBody()));
        assertThat(begun.statusCode()).isEqualTo(303);
        assertThat(door.get("text/html", "nl").body()).contains("Opnieuw beginnen", "<h2>Eisen</h2>");
    }
}
