package nl.wally.conformance;

import static nl.wally.Answers.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.wally.FhirClient.Answer;
import nl.wally.Messages;
import nl.wally.ReferralLife;
import nl.wally.ServerIT;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;

/** Whoever has got it already is told so: 304 and no body, for what may be seen and for nothing else. */
class UnchangedIT extends ServerIT {
    private static final String GP = "his-demo-1";
    private static final String SANNE = "wally-demo-1";

    @Test
    void aReadIsNotSentTwice() {
        ReferralLife life = ReferralLife.begin(server, 1);
        String path = "/" + life.reference(Task.class);
        String tag = tag(ok(server.get(GP, path)));
        assertThat(tag).isEqualTo("W/\"1\"");

        for (String known : List.of(tag, "\"1\"", "W/\"7\", " + tag, "*")) {
            Answer answer = ifNoneMatch(GP, path, known);
            assertThat(answer.status()).as(known).isEqualTo(304);
            assertThat(answer.body()).as(known).isEmpty();
            assertThat(tag(answer)).as(known).isEqualTo(tag);
            assertThat(answer.header("Cache-Control").orElseThrow()).contains("no-store");
        }
        assertThat(ifNoneMatch(GP, path + "/_history/1", tag).status()).isEqualTo(304);
        assertThat(server.send(server.request(GP, path)
                                .header("If-None-Match", "W/\"7\"")
                                .header("If-None-Match", tag))
                        .status())
                .isEqualTo(304);
        assertThat(ifNoneMatch(GP, path, "W/\"10\"").status()).isEqualTo(200);
        assertThat(ifNoneMatch(GP, path, "rubbish").status()).isEqualTo(200);

        ok(life.step(SANNE, TaskStatus.ACCEPTED, Set.of()));
        assertThat(tag(ok(ifNoneMatch(GP, path, tag)))).isEqualTo("W/\"2\"");
    }

    @Test
    void aDateIsGivenAndTakenOnceItsSecondIsOver() {
        ReferralLife life = ReferralLife.begin(server, 1);
        String path = "/" + life.reference(Task.class);
        Instant second = life.task().getMeta().getLastUpdated().toInstant().truncatedTo(ChronoUnit.SECONDS);
        // A machine that needs a whole second for the answer gets the second again.
        await().untilAsserted(() -> {
            clock.jumpTo(second);
            assertThat(server.get(GP, path).header("Last-Modified")).isEmpty();
        });

        clock.jumpTo(clock.instant().plusSeconds(3));
        String modified = server.get(GP, path).header("Last-Modified").orElseThrow();
        assertThat(ifModifiedSince(path, modified).status()).isEqualTo(304);
        assertThat(ifModifiedSince(path, plus(modified, 60)).status()).isEqualTo(304);
        assertThat(ifModifiedSince(path, plus(modified, -1)).status()).isEqualTo(200);
        assertThat(ifModifiedSince(path, "last week").status()).isEqualTo(200);
        // Who names a version is not asked for a date.
        assertThat(server.send(server.request(GP, path)
                                .header("If-None-Match", "W/\"9\"")
                                .header("If-Modified-Since", modified))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aPageIsNotSentTwice() {
        ReferralLife life = ReferralLife.begin(server, 1);
        String search = "/Task?_id=" + life.task().getIdElement().getIdPart() + "&_revinclude=Communication:part-of";
        String tag = tag(ok(server.get(GP, search)));
        assertThat(tag(ok(server.get(GP, search)))).startsWith("W/\"").isEqualTo(tag);

        Answer again = ifNoneMatch(GP, search, tag);
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();

        ok(life.step(SANNE, TaskStatus.ACCEPTED, Set.of()));
        String accepted = tag(ok(ifNoneMatch(GP, search, tag)));
        assertThat(accepted).isNotEqualTo(tag);

        assertThat(server.post(SANNE, "/Communication", Messages.attempt(life.task(), "no-answer"))
                        .status())
                .isEqualTo(201);
        assertThat(tag(ok(ifNoneMatch(GP, search, accepted)))).isNotEqualTo(accepted);
    }

    /** How long its making took would tell whether there is something that one may not see. */
    @Test
    void aPageHasNoDateHoweverLongItTook() {
        ReferralLife life = ReferralLife.begin(server, 1);
        String part = life.task().getIdElement().getIdPart();
        List<String> pages = List.of("/Task?_id=" + part, "/Task/" + part + "/_history", "/Task?_id=none");
        // HAPI dates a page by the machine's clock: to the server each of them was made ten seconds ago.
        clock.jumpTo(clock.instant().plusSeconds(10));
        for (String page : pages) {
            assertThat(ok(server.get(GP, page)).header("Last-Modified"))
                    .as(page)
                    .isEmpty();
        }
    }

    @Test
    void thereMayBeMoreIsAChangeToo() {
        ReferralLife life = ReferralLife.begin(server, 1);
        String search = "/Task?_count=1&patient=" + life.reference(Patient.class) + "&_sort=authored-on";
        String alone = tag(ok(server.get(GP, search)));

        Bundle second = life.sent().copy();
        Messages.part(second, ServiceRequest.class)
                .getIdentifierFirstRep()
                .setValue(UUID.randomUUID().toString());
        ok(server.post(GP, "", second));

        Answer page = ok(ifNoneMatch(GP, search, alone));
        assertThat(page.all(Task.class)).hasSize(1);
        assertThat(tag(page)).isNotEqualTo(alone);
        assertThat(ifNoneMatch(GP, search, tag(page)).status()).isEqualTo(304);
    }

    @Test
    void whatOneMayNotSeeIsNeverUnchanged() {
        ReferralLife life = ReferralLife.begin(server, 1);
        String path = "/" + life.reference(Task.class);
        String search = "/Task?_id=" + life.task().getIdElement().getIdPart();
        String seen = tag(ok(server.get(GP, search)));

        for (String known : List.of("W/\"1\"", "*")) {
            assertThat(ifNoneMatch("his-demo-2", path, known).status()).isEqualTo(404);
        }
        Answer nothing = ok(ifNoneMatch("his-demo-2", search, seen));
        assertThat(tag(nothing)).isEqualTo(tag(ok(server.get("his-demo-2", "/Task?_id=none"))));
        assertThat(server.send(server.request(GP, "/Task/none")
                                .header("If-Modified-Since", "Mon, 01 Jan 2035 00:00:00 GMT"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whoIsToldSoIsOnRecord() {
        ReferralLife life = ReferralLife.begin(server, 1);
        String path = "/" + life.reference(Task.class);
        String onRecord = "/AuditEvent?entity=" + life.reference(Task.class) + "&_count=100";
        long before = reads(onRecord);

        assertThat(ifNoneMatch(GP, path, "W/\"1\"").status()).isEqualTo(304);

        assertThat(reads(onRecord)).isEqualTo(before + 1);
    }

    private long reads(String onRecord) {
        return ok(server.get("privacy-demo", onRecord)).all(AuditEvent.class).stream()
                .filter(event -> event.getAction() == AuditEvent.AuditEventAction.R)
                .count();
    }

    /** The coordinator sees it in part: that is another page than the one which shows the whole. */
    @Test
    void whatIsSeenInPartHasATagOfItsOwn() {
        ReferralLife life = ReferralLife.begin(server, 1);
        String search = "/Task?_id=" + life.task().getIdElement().getIdPart();

        assertThat(tag(ok(server.get("coordinator-demo", search)))).isNotEqualTo(tag(ok(server.get(GP, search))));
    }

    @Test
    void onlyWhatIsGotCanBeUnchanged() {
        ReferralLife life = ReferralLife.begin(server, 1);
        Answer posted = server.send(server.request(GP, "/Task/_search")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("If-None-Match", "*")
                .POST(BodyPublishers.ofString(
                        "_id=" + life.task().getIdElement().getIdPart())));

        assertThat(ok(posted).all(Task.class)).hasSize(1);
    }

    private Answer ifNoneMatch(String client, String path, String known) {
        return server.send(server.request(client, path).header("If-None-Match", known));
    }

    private Answer ifModifiedSince(String path, String date) {
        return server.send(server.request(GP, path).header("If-Modified-Since", date));
    }

    private static String tag(Answer answer) {
        return answer.header("ETag").orElseThrow();
    }

    private static String plus(String date, int seconds) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(
                ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).plusSeconds(seconds));
    }
}
