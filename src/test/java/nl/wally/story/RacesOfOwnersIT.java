package nl.wally.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.wally.Directory;
import nl.wally.FhirClient.Answer;
import nl.wally.Messages;
import nl.wally.ReferralLife;
import nl.wally.ReferralRows;
import nl.wally.SignedTokens;
import nl.wally.TwoNodesIT;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Somebody becomes the owner while the owner acts, at the other node: there is one owner, and what was answered is true. */
class RacesOfOwnersIT extends TwoNodesIT {
    private static final String SANNE = "wally-demo-1";
    private static final String JORIS_ROLE = "PractitionerRole/wally-2";
    private static final List<Integer> FIRST_WINS = List.of(200, 412);
    private static final List<Integer> SECOND_WINS = List.of(412, 200);

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void theCoordinatorReassignsWhileTheWallyAccepts() throws Exception {
        Race race = new Race();
        for (int round = 0; round < Race.ROUNDS; round++) {
            ReferralLife life = ReferralLife.begin(server, 1);
            Task assigned = life.task(Directory.COORDINATOR).setOwner(new Reference(JORIS_ROLE));
            Task accepted = life.task().setStatus(TaskStatus.ACCEPTED);
            List<Answer> answers =
                    atOnce(() -> server.put(Directory.COORDINATOR, assigned), () -> other.put(SANNE, accepted));
            race.ended(answers, Set.of(FIRST_WINS, SECOND_WINS));
            boolean reassigned = answers.get(0).status() == 200;
            Task now = life.task();
            assertThat(now.getMeta().getVersionId()).isEqualTo("2");
            assertThat(now.getStatus()).isEqualTo(reassigned ? TaskStatus.REQUESTED : TaskStatus.ACCEPTED);
            assertThat(now.getOwner().getReference()).isEqualTo(reassigned ? JORIS_ROLE : "PractitionerRole/wally-1");
            new ReferralRows(jdbc).assertConsistent(life);
            // Whoever came too late looks again: the Wally finds that it is no longer hers, the coordinator goes on.
            int again = reassigned
                    ? life.at(other).step(SANNE, TaskStatus.ACCEPTED, Set.of()).status()
                    : life.change(Directory.COORDINATOR, task -> task.setOwner(new Reference(JORIS_ROLE)))
                            .status();
            assertThat(again).isEqualTo(reassigned ? 403 : 200);
            new ReferralRows(jdbc).assertConsistent(life);
        }
        System.out.println("Reassign (first) and accept: " + race);
    }

    @Test
    void theWallyHandsOverWhileTheGpAddsANote() throws Exception {
        Race race = new Race();
        for (int round = 0; round < Race.ROUNDS; round++) {
            ReferralLife life = ReferralLife.begin(server, 1);
            Task handedOver = life.task().setOwner(new Reference(JORIS_ROLE));
            Task noted = life.task();
            noted.addNote().setText("Zij is morgen niet thuis.");
            List<Answer> answers = atOnce(() -> server.put(SANNE, handedOver), () -> other.put("his-demo-1", noted));
            race.ended(answers, Set.of(FIRST_WINS, SECOND_WINS));
            new ReferralRows(jdbc).assertConsistent(life);
            // Whoever came too late may still do it: neither takes anything from the other.
            Answer again = answers.get(0).status() == 200
                    ? life.at(other).change("his-demo-1", task -> task.addNote().setText("Zij is morgen niet thuis."))
                    : life.change(SANNE, task -> task.setOwner(new Reference(JORIS_ROLE)));
            assertThat(again.status()).as(again.body()).isEqualTo(200);
            assertThat(life.task().getNote()).hasSize(1);
            assertThat(life.task().getOwner().getReference()).isEqualTo(JORIS_ROLE);
            new ReferralRows(jdbc).assertConsistent(life);
        }
        System.out.println("Hand over (first) and note: " + race);
    }

    @Test
    void theWallyHandsOverWhileAnAttemptOfHersIsRecorded() throws Exception {
        Race race = new Race();
        for (int round = 0; round < Race.ROUNDS; round++) {
            ReferralLife life = ReferralLife.begin(server, 1);
            Communication attempt = Messages.attempt(life.task(), "no-answer");
            Task handedOver = life.task().setOwner(new Reference(JORIS_ROLE));
            List<Answer> answers =
                    atOnce(() -> server.put(SANNE, handedOver), () -> other.post(SANNE, "/Communication", attempt));
            // No version guards an attempt: it is recorded before the hand-over, or it is no longer hers to record.
            race.ended(answers, Set.of(List.of(200, 201), List.of(200, 403)));
            assertThat(life.task().getOwner().getReference()).isEqualTo(JORIS_ROLE);
            assertThat(life.at(other).task().getMeta().getVersionId()).isEqualTo("2");
            new ReferralRows(jdbc).assertConsistent(life);
        }
        System.out.println("Hand over (first) and attempt: " + race);
    }

    @Test
    void theWallyLeavesWhileSheAccepts() throws Exception {
        Race race = new Race();
        for (int round = 0; round < Race.ROUNDS; round++) {
            String leaver = directory.wally("Sanne Bakker");
            directory.change(team, CareTeam.class, known -> contact(known, leaver));
            ReferralLife life = ReferralLife.begin(server, practice, directory.referral(practice, gp));
            Task accepted = life.task().setStatus(TaskStatus.ACCEPTED);
            PractitionerRole left = server.read(Directory.COORDINATOR, leaver, PractitionerRole.class);
            left.getPeriod().setEndElement(new DateTimeType("2026-01-31"));
            List<Answer> answers =
                    atOnce(() -> server.put(Directory.COORDINATOR, left), () -> other.put(leaver, accepted));
            race.ended(answers, Set.of(List.of(200, 200), List.of(200, 404)));
            assertSomebodyGoesOn(life, leaver, answers.get(1).status() == 200);
        }
        System.out.println("Leave (first) and accept: " + race);
    }

    /** Whether she had accepted or not: it is the substitute's now, and nothing of it is hers any more. */
    private void assertSomebodyGoesOn(ReferralLife life, String leaver, boolean accepted) {
        new ReferralRows(jdbc).assertConsistent(life);
        Task now = life.task();
        assertThat(now.getStatus()).isEqualTo(accepted ? TaskStatus.ACCEPTED : TaskStatus.REQUESTED);
        assertThat(now.getOwner().getReference()).isEqualTo(substitute);
        assertThat(now.getRestriction().getRecipient())
                .extracting(Reference::getReference)
                .doesNotContain(leaver);
        TaskStatus next = accepted ? TaskStatus.INPROGRESS : TaskStatus.ACCEPTED;
        assertThat(life.step(leaver, next, Set.of()).status()).isEqualTo(404);
        Answer step = life.at(other).step(substitute, next, Set.of());
        assertThat(step.status()).as(step.body()).isEqualTo(200);
        new ReferralRows(jdbc).assertConsistent(life);
    }

    private static void contact(CareTeam team, String member) {
        team.getParticipant().get(1).getMember().setReference(member);
    }

    private Directory directory;
    private String practice;
    private String gp;
    private String team;
    private String substitute;

    @BeforeEach
    void aPracticeOfItsOwn() {
        directory = new Directory(server, new SignedTokens(jdbc.getDataSource()));
        practice = directory.practice("Huisartsenpraktijk Races");
        substitute = directory.wally("Joris de Wit");
        Map<String, String> members = new LinkedHashMap<>();
        members.put("contact", directory.wally("Sanne Bakker"));
        members.put("substitute", substitute);
        team = directory.team(practice, "A", members);
        gp = directory.gp(practice, "Dr. Van Dijk");
    }
}
