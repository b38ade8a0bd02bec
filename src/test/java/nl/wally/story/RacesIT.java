package nl.wally.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.wally.Absence;
import nl.wally.Directory;
import nl.wally.FhirClient.Answer;
import nl.wally.Messages;
import nl.wally.ReferralLife;
import nl.wally.ReferralRows;
import nl.wally.SignedTokens;
import nl.wally.TwoNodesIT;
import nl.wally.workflow.Guard;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Two at the same moment, each at a node of their own: one wins or both are served, and the database holds everything once. */
class RacesIT extends TwoNodesIT {

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void wallyAndSubstituteForOneTask() throws Exception {
        // A practice of its own: entering an absence looks at every open referral of who is away.
        Directory directory = new Directory(server, new SignedTokens(jdbc.getDataSource()));
        String practice = directory.practice("Huisartsenpraktijk Wedloop");
        String wally = directory.wally("Sanne Bakker");
        String substitute = directory.wally("Joris de Wit");
        directory.team(practice, "A", Map.of("contact", wally, "substitute", substitute));
        String gp = directory.gp(practice, "Dr. Van Dijk");
        int owner = 0;
        for (int round = 0; round < Race.ROUNDS; round++) {
            ReferralLife life = ReferralLife.begin(server, practice, directory.referral(practice, gp));
            Task mine = life.task().setStatus(TaskStatus.ACCEPTED);
            Task yours = mine.copy();
            List<Answer> answers;
            try (Absence illness = Absence.of(server, wally)) {
                answers = atOnce(() -> server.put(wally, mine), () -> other.put(substitute, yours));
            }
            assertOneWins(answers);
            boolean first = answers.get(0).status() == 200;
            owner += first ? 1 : 0;
            assertThat(life.task().getOwner().getReference()).isEqualTo(first ? wally : substitute);
            assertThat(life.task().getMeta().getVersionId()).isEqualTo("2");
            assertThat(life.provenance()).hasSize(1);
            new ReferralRows(jdbc).assertConsistent(life);
        }
        System.out.println("Wally and substitute: the Wally won " + owner + " of " + Race.ROUNDS);
    }

    @Test
    void theSameReferralSentTwiceAtOnce() throws Exception {
        for (int round = 0; round < Race.ROUNDS; round++) {
            Bundle bundle = Messages.referral(1);
            List<Answer> answers =
                    atOnce(() -> server.post("his-demo-1", "", bundle), () -> other.post("his-demo-1", "", bundle));
            assertThat(answers)
                    .allSatisfy(answer ->
                            assertThat(answer.status()).as(answer.body()).isEqualTo(200));
            assertThat(resources(answers.get(0))).isEqualTo(resources(answers.get(1)));
            String placer = Messages.part(bundle, ServiceRequest.class)
                    .getIdentifierFirstRep()
                    .getValue();
            assertThat(count("select count(*) from referral where placer_value = ?", placer))
                    .isEqualTo(1);
            assertThat(count(
                            "select count(*) from referral_member m join referral r on r.id = m.referral"
                                    + " join hfj_resource h on h.fhir_id = m.resource::text where r.placer_value = ?",
                            placer))
                    .isEqualTo(5);
            assertThat(patients(bundle)).isEqualTo(1);
        }
    }

    @Test
    void theSameNewPersonInTwoReferrals() throws Exception {
        for (int round = 0; round < Race.ROUNDS; round++) {
            Bundle one = Messages.referral(1);
            Bundle another = one.copy();
            Messages.part(another, ServiceRequest.class)
                    .getIdentifierFirstRep()
                    .setValue("other-"
                            + Messages.part(one, ServiceRequest.class)
                                    .getIdentifierFirstRep()
                                    .getValue());
            List<Answer> answers =
                    atOnce(() -> server.post("his-demo-1", "", one), () -> other.post("his-demo-1", "", another));
            assertThat(answers)
                    .allSatisfy(answer ->
                            assertThat(answer.status()).as(answer.body()).isEqualTo(200));
            assertThat(answers.get(0).first(Patient.class).getIdElement().getIdPart())
                    .isEqualTo(
                            answers.get(1).first(Patient.class).getIdElement().getIdPart());
            assertThat(answers.get(0).first(Task.class).getIdElement().getIdPart())
                    .isNotEqualTo(
                            answers.get(1).first(Task.class).getIdElement().getIdPart());
            assertThat(patients(one)).isEqualTo(1);
        }
    }

    @Test
    void twoUpdatesOfTheSameVersion() throws Exception {
        for (int round = 0; round < Race.ROUNDS; round++) {
            ReferralLife life = ReferralLife.begin(server, 1);
            Task gp = life.task();
            Task wally = gp.copy();
            gp.addNote().setText("Zij is morgen niet thuis.");
            wally.addNote().setText("Ik bel morgen.");
            assertOneWins(atOnce(() -> server.put("his-demo-1", gp), () -> other.put("wally-demo-1", wally)));
            assertThat(life.task().getNote()).hasSize(1);
            assertThat(life.task().getMeta().getVersionId()).isEqualTo("2");
        }
    }

    @Test
    void cancelledByTheGpWhileTheWallyBegins() throws Exception {
        for (int round = 0; round < Race.ROUNDS; round++) {
            ReferralLife life = ReferralLife.begin(server, 1);
            life.step("wally-demo-1", TaskStatus.ACCEPTED, Set.of());
            Task begun = life.task().setStatus(TaskStatus.INPROGRESS);
            Task withdrawn =
                    life.task().setStatus(TaskStatus.CANCELLED).setStatusReason(ReferralLife.reason("withdrawn-by-gp"));
            assertOneWins(atOnce(() -> server.put("wally-demo-1", begun), () -> other.put("his-demo-1", withdrawn)));
            new ReferralRows(jdbc).assertConsistent(life);
        }
    }

    @Test
    void feedbackFetchedTwiceAtOnceIsReceivedOnce() throws Exception {
        for (int round = 0; round < Race.ROUNDS; round++) {
            ReferralLife life = ReferralLife.begin(server, 1);
            life.step("wally-demo-1", TaskStatus.REJECTED, Set.of(Guard.G_REASON, Guard.G_FEEDBACK));
            String search = "/Communication?based-on=" + life.reference(CommunicationRequest.class);
            List<Answer> answers =
                    atOnce(() -> server.get("his-demo-1", search), () -> other.get("his-demo-1", search));
            assertThat(answers.get(0).first(Communication.class).hasReceived()).isTrue();
            assertThat(resources(answers.get(0))).isEqualTo(resources(answers.get(1)));
            assertThat(answers.get(0).first(Communication.class).getMeta().getVersionId())
                    .isEqualTo("2");
        }
    }

    private static void assertOneWins(List<Answer> answers) {
        assertThat(answers)
                .extracting(Answer::status)
                .as(answers.get(0).body() + "\n" + answers.get(1).body())
                .containsExactlyInAnyOrder(200, 412);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 412)
                .allSatisfy(answer -> assertThat(answer.problems()).containsExactly("version-stale"));
    }

    /** The resources of an answer, word for word. */
    private List<String> resources(Answer answer) {
        return answer.resource(Bundle.class).getEntry().stream()
                .map(entry -> server.json(entry.getResource()))
                .toList();
    }

    private int patients(Bundle bundle) {
        var identifier = Messages.part(bundle, Patient.class).getIdentifierFirstRep();
        assertThat(server.get(
                                "his-demo-1",
                                "/Patient?identifier=" + identifier.getSystem() + "%7C" + identifier.getValue())
                        .all(Patient.class))
                .hasSize(1);
        return count(
                "select count(*) from hfj_spidx_token t join hfj_resource h on h.res_id = t.res_id"
                        + " where h.res_type = 'Patient' and t.sp_value = ?",
                identifier.getValue());
    }

    private int count(String sql, String value) {
        Map<String, Object> row = jdbc.queryForMap(sql, value);
        return ((Number) row.values().iterator().next()).intValue();
    }
}
