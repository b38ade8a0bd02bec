package nl.wally.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.wally.FhirClient.Answer;
import nl.wally.Messages;
import nl.wally.ReferralLife;
import nl.wally.ServerIT;
import nl.wally.shared.Caller;
import nl.wally.shared.Caller.Capacity;
import nl.wally.shared.Problem;
import nl.wally.shared.RefusedException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.hl7.fhir.r4.model.Basic;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** What a page gets and does in house is what the API gives and does, refuses and puts on record. */
class InHouseIT extends ServerIT {
    private static final Caller GP = caller("practice-1", "gp-1", Capacity.PRACTICE);
    private static final Caller OTHER_GP = caller("practice-2", "gp-2", Capacity.PRACTICE);
    private static final Caller SANNE = caller("social-1", "wally-1", Capacity.SOCIAL_WORKER);

    @Autowired
    private InHouse house;

    @Autowired
    private JdbcTemplate jdbc;

    private ReferralLife thea;

    @BeforeEach
    void begin() {
        thea = ReferralLife.begin(server, 1);
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void whatIsSeenInPartIsSeenInPart() {
        Answer attempt = server.post("wally-demo-1", "/Communication", Messages.attempt(thea.task(), "no-answer"));
        String id = attempt.resource(Communication.class).getIdElement().getIdPart();
        signIn(GP);

        String masked = server.json(server.read("his-demo-1", "Communication/" + id, Communication.class));
        assertThat(server.json(house.read(Communication.class, id))).isEqualTo(masked);
        assertThat(entries(house.search("Communication", Map.of("_id", List.of(id)))))
                .containsExactly(masked);
        signIn(SANNE);
        assertThat(server.json(house.read(Communication.class, id))).isNotEqualTo(masked);
    }

    @Test
    void actionsAreThoseOfTheApi() {
        signIn(SANNE);
        Parameters offered = house.ask(thea.reference(Task.class), "available-actions");

        assertThat(server.json(offered))
                .isEqualTo(
                        server.json(server.get("wally-demo-1", "/" + thea.reference(Task.class) + "/$available-actions")
                                .resource()));
        assertThat(offered.getParameter()).isNotEmpty();
    }

    @Test
    void aRuleOfTheApiIsARuleHere() {
        signIn(SANNE);
        Task seen = house.read(Task.class, thea.task().getIdElement().getIdPart());
        Task accepted = house.update(seen.copy().setStatus(TaskStatus.ACCEPTED));

        assertThat(thea.task().getStatus()).isEqualTo(TaskStatus.ACCEPTED);
        assertThat(accepted.getMeta().getVersionId()).isEqualTo("2");
        assertThat(refusal(() -> house.update(seen.copy().setStatus(TaskStatus.REJECTED))))
                .isEqualTo(Problem.VERSION_STALE);
        assertThat(refusal(() -> house.update(accepted.copy().setStatus(TaskStatus.COMPLETED))))
                .isEqualTo(Problem.FEEDBACK_MISSING);
    }

    @Test
    void aReferralIsSentAsOverHttp() {
        signIn(GP);
        List<Resource> stored = house.transact(Messages.referral(1));

        assertThat(stored).hasSize(thea.sent().getEntry().size());
        assertThat(stored)
                .filteredOn(Task.class::isInstance)
                .singleElement()
                .satisfies(task ->
                        assertThat(((Task) task).getOwner().getReference()).isEqualTo("PractitionerRole/wally-1"));
    }

    @Test
    void whatOthersMayNotSeeDoesNotExist() {
        signIn(OTHER_GP);
        String id = thea.task().getIdElement().getIdPart();

        assertThat(refusal(() -> house.read(Task.class, id))).isEqualTo(Problem.NOT_FOUND);
        assertThat(refusal(() -> house.ask("Task/" + id, "available-actions"))).isEqualTo(Problem.NOT_FOUND);
        assertThat(entries(house.search("Task", Map.of("_id", List.of(id))))).isEmpty();
        assertThat(refusal(() -> house.update(thea.task().setStatus(TaskStatus.CANCELLED))))
                .isEqualTo(Problem.NOT_FOUND);
        assertThat(refusal(() -> house.search("Task", Map.of("colour", List.of("red")))))
                .isEqualTo(Problem.PARAMETER_UNKNOWN);
    }

    @Test
    void whatTheCapabilityStatementDoesNotNameDoesNotExist() {
        signIn(SANNE);
        thea.step("wally-demo-1", TaskStatus.ACCEPTED, Set.of());
        var written = thea.provenance().get(0);

        assertThat(server.put("wally-demo-1", written).problems()).containsExactly("not-supported");
        assertThat(refusal(() -> house.update(written))).isEqualTo(Problem.NOT_SUPPORTED);
        assertThat(refusal(() -> house.read(Basic.class, "1"))).isEqualTo(Problem.NOT_SUPPORTED);
        assertThat(refusal(() -> house.search("Basic", Map.of()))).isEqualTo(Problem.NOT_SUPPORTED);
    }

    @Test
    void everythingIsOnRecord() {
        Caller visitor = new Caller(
                "web-" + UUID.randomUUID(), "Organization/practice-1", "PractitionerRole/gp-1", Capacity.PRACTICE);
        signIn(visitor);
        house.read(Patient.class, thea.person().getIdElement().getIdPart());
        house.search("Task", Map.of("_id", List.of(thea.task().getIdElement().getIdPart())));
        house.ask(thea.reference(Task.class), "available-actions");
        refusal(() -> house.read(Task.class, UUID.randomUUID().toString()));

        assertThat(jdbc.queryForList(
                        "select content from audit_record where content like '%' || ? || '%' order by number",
                        String.class, visitor.client()))
                .satisfiesExactly(
                        read -> assertThat(read).contains("READ", thea.reference(Patient.class)),
                        search -> assertThat(search).contains("SEARCH", "_id", thea.reference(Task.class)),
                        asked -> assertThat(asked).contains("$available-actions", thea.reference(Task.class)),
                        refused -> assertThat(refused).contains("not-found"));
    }

    private List<String> entries(Bundle found) {
        return found.getEntry().stream()
                .map(entry -> server.json(entry.getResource()))
                .toList();
    }

    private static Problem refusal(ThrowingCallable deed) {
        return catchThrowableOfType(RefusedException.class, deed)
                .refusals()
                .get(0)
                .problem();
    }

    private static void signIn(Caller caller) {
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(caller, ""));
    }

    private static Caller caller(String organization, String role, Capacity capacity) {
        return new Caller("web-test", "Organization/" + organization, "PractitionerRole/" + role, capacity);
    }
}
