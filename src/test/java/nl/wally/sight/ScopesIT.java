package nl.wally.sight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import nl.wally.FhirClient;
import nl.wally.FhirClient.Answer;
import nl.wally.Messages;
import nl.wally.ServerIT;
import nl.wally.SignedTokens;
import nl.wally.Tokens;
import nl.wally.access.ScopeRules;
import nl.wally.shared.Caller;
import nl.wally.shared.Caller.Capacity;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The scopes of a token narrow what its bearer may do anyway, at every door, and a refusal names the one that is missing. */
class ScopesIT extends ServerIT {
    private static final String ALL = "his-demo-1";

    @Autowired
    private DataSource database;

    private Tokens tokens;
    private FhirClient narrowed;
    private Task task;

    @BeforeEach
    void refer() {
        tokens = new Tokens(server.base());
        narrowed = new FhirClient(server.base(), context, tokens);
        Answer sent = server.post(ALL, "", Messages.referral(1));
        assertThat(sent.status()).as(sent.body()).isEqualTo(200);
        task = Messages.part(sent.resource(Bundle.class), Task.class);
    }

    @Test
    void readsInAllWaysWhatAScopeNamesAndNothingElse() {
        String his = with("system/Task.r");
        for (String path : List.of(id(), id() + "/_history/1", id() + "/_history", id() + "/$available-actions")) {
            assertThat(narrowed.get(his, "/" + path).status()).as(path).isEqualTo(200);
        }
        String blind = with("system/Task.s", "system/Consent.cu");
        for (String path : List.of(id(), id() + "/_history/1", id() + "/_history", id() + "/$available-actions")) {
            lacks(narrowed.get(blind, "/" + path), "system/Task.r");
        }
        lacks(narrowed.get(his, "/Task?status=requested"), "system/Task.s");
        lacks(narrowed.get(his, "/" + task.getFor().getReference()), "system/Patient.r");
    }

    /** Otherwise the difference would tell which ids exist. */
    @Test
    void refusesWhatIsThereAndWhatIsNotInTheSameWords() {
        String his = with("system/Consent.r");
        Answer there = narrowed.get(his, "/" + id());
        Answer absent = narrowed.get(his, "/Task/" + UUID.randomUUID());
        assertThat(there.status()).isEqualTo(absent.status());
        assertThat(there.body()).isEqualTo(absent.body());
        task.setId("Task/" + UUID.randomUUID());
        lacks(narrowed.put(his, task), "system/Task.u");
    }

    @Test
    void includesOnlyWhatAScopeNames() {
        String search = "/Task?_id=" + task.getIdElement().getIdPart() + "&_include=Task:focus&_include=Task:patient";
        assertThat(types(server.get(ALL, search))).contains("ServiceRequest", "Patient");
        assertThat(types(narrowed.get(with("system/Task.s"), search))).containsOnly("Task");
        assertThat(types(narrowed.get(with("system/Task.s", "system/Patient.r"), search)))
                .containsOnly("Task", "Patient");
    }

    @Test
    void writesOnlyWhatAScopeNames() {
        String reader = with("system/*.rs");
        lacks(narrowed.put(reader, task), "system/Task.u");
        lacks(narrowed.post(reader, "", Messages.referral(1)), ".c");
        lacks(narrowed.post(with("system/Patient.cs", "system/Task.c"), "", Messages.referral(1)), ".c");
        assertThat(narrowed.post(with("system/*.cs"), "", Messages.referral(1)).status())
                .isEqualTo(200);
        Answer foretold = narrowed.post(reader, "/Bundle/$validate?mode=create", Messages.referral(1));
        assertThat(foretold.body()).contains("forbidden").contains("system/");
        Answer patched = narrowed.send(narrowed.request(reader, "/" + id())
                .header("Content-Type", "application/json-patch+json")
                .header("If-Match", "W/\"1\"")
                .method("PATCH", java.net.http.HttpRequest.BodyPublishers.ofString("[]")));
        lacks(patched, "system/Task.u");
    }

    @Test
    void honoursTheQueryOfAScopeInReadsSearchesAndWrites() {
        String owner = task.getOwner().getReference();
        String mine = with("system/Task.rus?owner=" + owner);
        String others = with("system/Task.rus?owner=PractitionerRole/somebody-else");
        assertThat(narrowed.get(mine, "/" + id()).status()).isEqualTo(200);
        // What a scope leaves out does not exist, as everything that one may not see.
        for (String path : List.of(id(), id() + "/_history/1", id() + "/_history", id() + "/$available-actions")) {
            assertThat(narrowed.get(others, "/" + path).status()).as(path).isEqualTo(404);
        }
        assertThat(narrowed.put(others, task).status()).isEqualTo(404);
        String search = "/Task?_id=" + task.getIdElement().getIdPart();
        assertThat(types(narrowed.get(mine, search))).containsOnly("Task");
        assertThat(types(narrowed.get(others, search))).isEmpty();
        String reading = with("system/Task.r", "system/Task.u?owner=PractitionerRole/somebody-else");
        lacks(narrowed.put(reading, task), "system/Task.u");
    }

    /** Scopes are no rights: a scope for everything opens nothing that the capacity keeps shut. */
    /** Otherwise whoever may not search by the recipient of an attempt asks for a token that answers it. */
    @Test
    void tellsNothingOfWhatIsMasked() {
        Answer made = server.post("wally-demo-1", "/Communication", Messages.attempt(task, "voicemail"));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        String path = "/Communication/" + made.resource().getIdElement().getIdPart();
        String person = task.getFor().getReference();
        assertThat(narrowed.get(with("system/Communication.r?patient=" + person), path)
                        .status())
                .isEqualTo(200);
        assertThat(narrowed.get(with("system/Communication.r?recipient=" + person), path)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void judgesAnOldVersionByWhatHoldsNow() {
        String mine = with("system/Task.r?owner=" + task.getOwner().getReference());
        assertThat(narrowed.get(mine, "/" + id() + "/_history/1").status()).isEqualTo(200);
        Task handedOver = task.copy();
        handedOver.setOwner(task.getRestriction().getRecipient().stream()
                .filter(one -> !one.getReference().equals(task.getOwner().getReference()))
                .findFirst()
                .orElseThrow());
        Answer done = server.put("wally-demo-1", handedOver);
        assertThat(done.status()).as(done.body()).isEqualTo(200);
        assertThat(narrowed.get(mine, "/" + id() + "/_history/1").status()).isEqualTo(404);
    }

    @Test
    void narrowsTheLogToo() {
        assertThat(types(narrowed.get(officer("system/AuditEvent.rs"), "/AuditEvent")))
                .containsOnly("AuditEvent");
        String nobodys = officer("system/AuditEvent.rs?patient=Patient/" + UUID.randomUUID());
        assertThat(types(narrowed.get(nobodys, "/AuditEvent"))).isEmpty();
        lacks(narrowed.get(officer("system/*.s"), "/" + task.getFor().getReference() + "/$audit-overview"), ".r");
    }

    @Test
    void widensNothing() {
        Caller stranger = caller("Organization/practice-2", "system/*.cruds");
        tokens.know("stranger", new SignedTokens(database).of(stranger));
        assertThat(narrowed.get("stranger", "/" + id()).status()).isEqualTo(404);
    }

    /** A scope of a form that this server does not know, as {@code .read} of version 1, must not count as none at all. */
    @Test
    void takesAScopeThatItDoesNotUnderstandForNothing() {
        tokens.know(
                "old",
                new SignedTokens(database).of(caller("Organization/practice-1", "system/Task.rs"), "system/Task.read"));
        lacks(narrowed.get("old", "/" + id()), "system/Task.r");
    }

    private String id() {
        return "Task/" + task.getIdElement().getIdPart();
    }

    private String with(String... scopes) {
        String client = String.join(" ", scopes);
        tokens.know(client, new SignedTokens(database).of(caller("Organization/practice-1", scopes)));
        return client;
    }

    private String officer(String... scopes) {
        String client = "officer " + String.join(" ", scopes);
        tokens.know(
                client,
                new SignedTokens(database).of(caller("Organization/social-1", Capacity.PRIVACY_OFFICER, scopes)));
        return client;
    }

    private static Caller caller(String organization, String... scopes) {
        return caller(organization, Capacity.PRACTICE, scopes);
    }

    private static Caller caller(String organization, Capacity capacity, String... scopes) {
        return new Caller(
                "narrowed",
                organization,
                null,
                capacity,
                Arrays.stream(scopes)
                        .map(scope -> ScopeRules.read(scope).orElseThrow())
                        .toList());
    }

    private static void lacks(Answer answer, String scope) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(403);
        assertThat(answer.body()).contains("forbidden").contains("no scope").contains(scope);
    }

    private static List<String> types(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.resource(Bundle.class).getEntry().stream()
                .map(entry -> entry.getResource())
                .map(Resource::fhirType)
                .distinct()
                .toList();
    }
}
