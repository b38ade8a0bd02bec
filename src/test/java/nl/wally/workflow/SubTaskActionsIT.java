package nl.wally.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.wally.Absence;
import nl.wally.Deeds;
import nl.wally.FhirClient.Answer;
import nl.wally.Offer;
import nl.wally.ReferralLife;
import nl.wally.ReferralRows;
import nl.wally.ServerIT;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What {@code $available-actions} offers beside the Task of a referral, and of the Tasks beside it, holds both ways. */
class SubTaskActionsIT extends ServerIT {
    private static final String GP = "his-demo-1";
    private static final String SANNE = "wally-demo-1";
    private static final String JORIS = "wally-demo-2";
    private static final List<String> CLIENTS = List.of(GP, SANNE, JORIS, "coordinator-demo");
    private static final Map<String, String> ROLES =
            Map.of(SANNE, "PractitionerRole/wally-1", JORIS, "PractitionerRole/wally-2");
    private static final List<TaskStatus> STATUSES =
            StateTable.load().statuses().stream().sorted().toList();
    private static final Set<TaskStatus> BEGUN = EnumSet.of(TaskStatus.INPROGRESS, TaskStatus.ONHOLD);

    @Autowired
    private JdbcTemplate jdbc;

    private int done;
    private int refused;

    @Test
    void whatIsOfferedBesideAReferralSucceedsAndTheRestIsRefused() {
        for (TaskStatus status : STATUSES) {
            for (String client : CLIENTS) {
                besideMain(status, client);
            }
        }
        System.out.println("Beside a referral offered and done: " + done + ", not offered and refused: " + refused);
        assertThat(done).isGreaterThan(50);
        assertThat(refused).isGreaterThan(150);
    }

    @Test
    void whoStandsInIsOfferedWhatTheOwnerIsBesideTheReferral() {
        for (TaskStatus status : List.of(TaskStatus.REQUESTED, TaskStatus.INPROGRESS, TaskStatus.ONHOLD)) {
            ReferralLife life = TransitionsIT.bring(server, status);
            Set<String> owners = codes(Offer.of(server, SANNE, main(life)));
            try (Absence away = Absence.of(server, "PractitionerRole/wally-1")) {
                assertThat(codes(Offer.of(server, JORIS, main(life)))).isEqualTo(owners);
                tryAll(life, JORIS);
            }
        }
        System.out.println("Standing in, offered and done: " + done + ", refused: " + refused);
        assertThat(done).isGreaterThan(15);
    }

    @Test
    void theStepsOfAQuestionAreOfferedToWhoMayTakeThem() {
        for (TaskStatus status : List.of(TaskStatus.REQUESTED, TaskStatus.COMPLETED, TaskStatus.CANCELLED)) {
            ReferralLife untouched = in(SubTask.INFORMATION, status);
            for (String client : CLIENTS) {
                stepsBeside(untouched, SubTask.INFORMATION, status, client);
            }
        }
        System.out.println("Steps of a question offered and taken: " + done + ", refused: " + refused);
        // The answer, taking it back, and a note by either; nothing afterwards.
        assertThat(done).isEqualTo(4);
        assertThat(refused).isGreaterThan(30);
    }

    @Test
    void theStepsOfARequestToStopAreOfferedToWhoMayTakeThem() {
        for (TaskStatus status :
                List.of(TaskStatus.REQUESTED, TaskStatus.ACCEPTED, TaskStatus.REJECTED, TaskStatus.CANCELLED)) {
            ReferralLife untouched = in(SubTask.CANCELLATION, status);
            for (String client : CLIENTS) {
                stepsBeside(untouched, SubTask.CANCELLATION, status, client);
            }
        }
        System.out.println("Steps of a request to stop offered and taken: " + done + ", refused: " + refused);
        // Agreeing, declining, taking it back, and a note by either side.
        assertThat(done).isEqualTo(5);
        assertThat(refused).isGreaterThan(40);
    }

    @Test
    void whoStandsInIsOfferedToAnswerTheRequestToStop() {
        ReferralLife life = asked(SubTask.CANCELLATION);
        Task open = beside(life);
        assertThat(Offer.of(server, JORIS, reference(open))).isEmpty();
        try (Absence away = Absence.of(server, "PractitionerRole/wally-1")) {
            List<Offer> offers = Offer.of(server, JORIS, reference(open));
            assertThat(offers).extracting(Offer::code).containsExactly("A02", "A03", "note");
            assertThat(offers).extracting(Offer::as).containsOnly("stand-in");
            ok(deeds(life).perform(JORIS, offers.get(0), open));
        }
    }

    @Test
    void whoIsAskedToStopIsNotOfferedToCompleteAndMayCancelOnceAgreed() {
        for (TaskStatus begun : BEGUN) {
            ReferralLife life = TransitionsIT.bring(server, begun);
            assertThat(steps(life)).doesNotContain("T19", "T20");
            Set<String> usual = steps(life);
            ok(deeds(life).perform(GP, "A01", List.of()));
            Set<String> asked = steps(life);
            assertThat(asked).doesNotContain("T16", "T19", "T20");
            usual.remove("T16");
            assertThat(asked).isEqualTo(usual);
            assertThat(codes(Offer.of(server, GP, main(life)))).doesNotContain("A01");

            ok(deeds(life).stepBeside(SANNE, beside(life), TaskStatus.ACCEPTED));
            String cancel = begun == TaskStatus.INPROGRESS ? "T19" : "T20";
            assertThat(steps(life)).contains(cancel);
            Offer offer = Offer.of(server, SANNE, main(life)).stream()
                    .filter(candidate -> candidate.code().equals(cancel))
                    .findFirst()
                    .orElseThrow();
            assertThat(offer.needs()).containsExactlyInAnyOrder("status-reason", "feedback-missing");
            ok(deeds(life).perform(SANNE, offer, life.task()));
            assertThat(life.task().getStatus()).isEqualTo(TaskStatus.CANCELLED);
            new ReferralRows(jdbc).assertConsistent(life);
        }
    }

    private void besideMain(TaskStatus status, String client) {
        tryAll(TransitionsIT.bring(server, status), client);
    }

    /** First what is refused, since that leaves everything as it is; then each offer in turn. */
    private void tryAll(ReferralLife life, String client) {
        TaskStatus status = life.task().getStatus();
        Set<String> offered = codes(Offer.of(server, client, main(life)));
        for (String code : Deeds.BESIDE) {
            if (!offered.contains(code)) {
                refused(deeds(life).perform(client, code, List.of()), code + " by " + client + " in " + status);
            }
        }
        for (String code : Deeds.BESIDE) {
            if (offered.contains(code)) {
                Answer answer = deeds(life).perform(client, code, List.of());
                assertThat(answer.status())
                        .as(code + " by " + client + " in " + status + ": " + answer.body())
                        .isIn(200, 201);
                done++;
            }
        }
    }

    private void stepsBeside(ReferralLife untouched, SubTask kind, TaskStatus status, String client) {
        Task task = beside(untouched);
        List<Offer> offers = Offer.of(server, client, reference(task));
        Set<TaskStatus> offered =
                offers.stream().flatMap(offer -> offer.status().stream()).collect(Collectors.toSet());
        String who = kind + " in " + status + " by " + client + " to ";
        for (TaskStatus to : STATUSES) {
            if (to != status && !offered.contains(to)) {
                refused(deeds(untouched).stepBeside(client, task, to), who + to);
            }
        }
        if (!codes(offers).contains("note")) {
            refused(deeds(untouched).note(client, task), who + "note");
        }
        for (Offer offer : offers) {
            ReferralLife fresh = in(kind, status);
            Answer answer = deeds(fresh).perform(client, offer, beside(fresh));
            assertThat(answer.status())
                    .as(who + offer.code() + ": " + answer.body())
                    .isIn(200, 201);
            offer.status().ifPresent(to -> assertThat(beside(fresh).getStatus()).isEqualTo(to));
            new ReferralRows(jdbc).assertConsistent(fresh);
            done++;
        }
    }

    private void refused(Answer answer, String what) {
        assertThat(answer.status()).as(what + ": " + answer.body()).isBetween(400, 499);
        refused++;
    }

    /** A referral that is in progress, with one Task of this kind beside it. */
    private ReferralLife asked(SubTask kind) {
        ReferralLife life = TransitionsIT.bring(server, TaskStatus.INPROGRESS);
        boolean asks = kind == SubTask.INFORMATION;
        ok(deeds(life).perform(asks ? SANNE : GP, asks ? "I01" : "A01", List.of()));
        return life;
    }

    private ReferralLife in(SubTask kind, TaskStatus status) {
        ReferralLife life = asked(kind);
        if (status != TaskStatus.REQUESTED) {
            boolean byGp =
                    kind == SubTask.INFORMATION ? status == TaskStatus.COMPLETED : status == TaskStatus.CANCELLED;
            ok(deeds(life).stepBeside(byGp ? GP : SANNE, beside(life), status));
        }
        return life;
    }

    private Task beside(ReferralLife life) {
        return deeds(life).beside().get(0);
    }

    private Deeds deeds(ReferralLife life) {
        return new Deeds(server, GP, life, ROLES);
    }

    private Set<String> steps(ReferralLife life) {
        return Offer.of(server, SANNE, main(life)).stream()
                .filter(offer -> offer.status().isPresent())
                .map(Offer::code)
                .collect(Collectors.toSet());
    }

    private static Set<String> codes(List<Offer> offers) {
        return offers.stream().map(Offer::code).collect(Collectors.toSet());
    }

    private static String main(ReferralLife life) {
        return life.reference(Task.class);
    }

    private static String reference(Task task) {
        return "Task/" + task.getIdElement().getIdPart();
    }

    private static void ok(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isIn(200, 201);
    }
}
