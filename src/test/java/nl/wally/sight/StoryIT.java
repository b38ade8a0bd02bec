package nl.wally.sight;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.wally.FhirClient.Answer;
import nl.wally.ReferralLife;
import nl.wally.ServerIT;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** W-10: the coordinator sees who has a referral and how it stands, and not the person's story; and can still do the work. */
class StoryIT extends ServerIT {
    private static final String COORDINATOR = "coordinator-demo";
    private static final String SANNE = "wally-demo-1";
    private static final String SECRET = "Slaapt slecht van de schulden.";

    private ReferralLife thea;
    private String path;

    @BeforeEach
    void aNote() {
        thea = ReferralLife.begin(server, 1);
        path = "/" + thea.reference(Task.class);
        assertThat(thea.change(SANNE, task -> task.addNote().setText(SECRET)).status())
                .isEqualTo(200);
    }

    @Test
    void everyWayOutIsWithoutTheStory() {
        String id = path.substring("/Task/".length());
        for (String way : List.of(
                path,
                path + "/_history/2",
                path + "/_history",
                path + "?_elements=note",
                "/Task?_id=" + id,
                "/Task?_id=" + id + "&_elements=note,input,output",
                "/Task?_id=" + id + "&_summary=data&_format=xml")) {
            Answer seen = server.get(COORDINATOR, way);
            assertThat(seen.status()).as(way).isEqualTo(200);
            assertThat(seen.body()).as(way).contains(id, "SUBSETTED").doesNotContain(SECRET, "schulden");
            assertThat(server.get(SANNE, path).body()).contains(SECRET);
        }
    }

    @Test
    void whatIsHiddenStaysWhenTheCoordinatorWrites() {
        Task seen = server.read(COORDINATOR, path.substring(1), Task.class);
        Answer given = server.put(COORDINATOR, seen.setOwner(new Reference("PractitionerRole/wally-2")));
        assertThat(given.status()).as(given.body()).isEqualTo(200);
        assertThat(given.body()).contains("SUBSETTED").doesNotContain("schulden");
        Answer back = patch("[{\"op\":\"test\",\"path\":\"/owner/reference\",\"value\":\"PractitionerRole/wally-2\"},"
                + "{\"op\":\"replace\",\"path\":\"/owner/reference\",\"value\":\"PractitionerRole/wally-1\"}]");
        assertThat(back.status()).as(back.body()).isEqualTo(200);
        Answer mistaken = patch("[{\"op\":\"replace\",\"path\":\"/status\",\"value\":\"entered-in-error\"},"
                + "{\"op\":\"add\",\"path\":\"/statusReason\",\"value\":{\"coding\":[{\"code\":\"wrong-person\","
                + "\"system\":\"http://waariswally.nl/fhir/CodeSystem/waw-status-reason\"}]}}]");
        assertThat(mistaken.status()).as(mistaken.body()).isEqualTo(200);
        assertThat(thea.task().getNote())
                .singleElement()
                .satisfies(note -> assertThat(note.getText()).isEqualTo(SECRET));
        assertThat(thea.task().getMeta().getTag()).isEmpty();
    }

    @Test
    void noPatchTellsWhatIsHidden() {
        String right = "{\"op\":\"test\",\"path\":\"/note/0/text\",\"value\":\"" + SECRET + "\"}";
        String wrong = right.replace(SECRET, "x");
        String there = "{\"op\":\"add\",\"path\":\"/note/-\",\"value\":{\"text\":\"x\"}}";
        String never = there.replace("note", "output");
        Answer first = patch("[" + right + "]");
        assertThat(first.status()).isEqualTo(400);
        for (String operation : List.of(wrong, there, never, "{\"op\":\"remove\",\"path\":\"/note\"}")) {
            assertThat(patch("[" + operation + "]").body()).isEqualTo(first.body());
        }
        assertThat(entry("[" + right + "]").body())
                .isEqualTo(entry("[" + wrong + "]").body());
    }

    @Test
    void nobodyWritesWhatOneDoesNotSee() {
        Task whole = server.read(SANNE, path.substring(1), Task.class);
        Task guess = server.read(COORDINATOR, path.substring(1), Task.class);
        guess.addNote().setText("x");
        String refused = server.put(COORDINATOR, whole).body();
        assertThat(server.put(COORDINATOR, whole).problems()).containsExactly("forbidden");
        assertThat(server.put(COORDINATOR, guess).body()).isEqualTo(refused);
        assertThat(patch("[{\"op\":\"add\",\"path\":\"/note\",\"value\":[{\"text\":\"x\"}]}]")
                        .problems())
                .containsExactly("forbidden");
        // Nor does somebody who sees the whole write back what was asked for in part
        Task part = server.get(SANNE, path + "?_elements=status").resource(Task.class);
        Answer less = server.put(SANNE, part);
        assertThat(less.problems()).containsExactly("forbidden");
        assertThat(less.body()).contains("SUBSETTED");
        assertThat(thea.task().getNote()).hasSize(1);
    }

    private Answer patch(String operations) {
        String version = server.read(COORDINATOR, path.substring(1), Task.class)
                .getMeta()
                .getVersionId();
        return server.send(server.request(COORDINATOR, path)
                .header("Content-Type", "application/json-patch+json")
                .header("If-Match", "W/\"" + version + "\"")
                .method("PATCH", BodyPublishers.ofString(operations)));
    }

    private Answer entry(String operations) {
        var bundle = new Bundle().setType(Bundle.BundleType.TRANSACTION);
        bundle.addEntry()
                .setResource(new Binary()
                        .setContentType("application/json-patch+json")
                        .setData(operations.getBytes(StandardCharsets.UTF_8)))
                .getRequest()
                .setMethod(Bundle.HTTPVerb.PATCH)
                .setUrl(path.substring(1))
                .setIfMatch("W/\"2\"");
        return server.post(COORDINATOR, "", bundle);
    }
}
