package nl.wally.benchmark;

import static nl.wally.Answers.ok;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.wally.Beside;
import nl.wally.FhirClient;
import nl.wally.Messages;
import nl.wally.ReferralLife;
import nl.wally.workflow.Guard;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;

/** Referrals of the demo region's first practice that have come as far as referrals come, through the API. */
final class Lives {
    private static final String SANNE = "wally-demo-1";
    private static final String GP = "his-demo-1";

    private final FhirClient server;

    private Lives(FhirClient server) {
        this.server = server;
    }

    /** The id of the Task of each, and how many of a thousand stand like that: most have ended, long ago. */
    static Map<String, Integer> begin(FhirClient server) {
        var lives = new Lives(server);
        Map<String, Integer> all = new LinkedHashMap<>();
        all.put(lives.task(lives.sent()), 5);
        all.put(lives.task(lives.running()), 10);
        all.put(lives.task(lives.onHold()), 5);
        all.put(lives.task(lives.completed()), 880);
        all.put(lives.task(lives.cancelled()), 100);
        return all;
    }

    private String task(ReferralLife life) {
        return life.reference(Task.class).substring("Task/".length());
    }

    private ReferralLife sent() {
        return ReferralLife.begin(server, 1);
    }

    private ReferralLife running() {
        ReferralLife life = sent();
        ok(life.step(SANNE, TaskStatus.ACCEPTED, Set.of()));
        for (String result : List.of("no-answer", "reached")) {
            said(SANNE, Messages.attempt(life.task(), result));
        }
        ok(life.step(SANNE, TaskStatus.INPROGRESS, Set.of()));
        ok(server.post(SANNE, "", Beside.question(life.task(), "Weet u een ander nummer?")));
        said(GP, Beside.message(life.task(), "Zij is verhuisd."));
        return life;
    }

    private ReferralLife onHold() {
        ReferralLife life = running();
        ok(life.step(SANNE, TaskStatus.ONHOLD, Set.of(Guard.G_REASON, Guard.G_RESUME)));
        return life;
    }

    private ReferralLife completed() {
        ReferralLife life = sent();
        ok(life.step(SANNE, TaskStatus.ACCEPTED, Set.of()));
        said(SANNE, Messages.attempt(life.task(), "reached"));
        ok(life.step(SANNE, TaskStatus.INPROGRESS, Set.of()));
        ok(life.step(SANNE, TaskStatus.COMPLETED, Set.of(Guard.G_OUTCOME, Guard.G_FEEDBACK)));
        Communication feedback = life.feedback().get(0);
        ok(server.put(GP, feedback.addExtension(Messages.read("PractitionerRole/gp-1"))));
        return life;
    }

    private ReferralLife cancelled() {
        ReferralLife life = sent();
        ok(life.step(GP, TaskStatus.CANCELLED, Set.of(Guard.G_REASON)));
        return life;
    }

    private void said(String client, Communication communication) {
        var answer = server.post(client, "/Communication", communication);
        if (answer.status() != 201) {
            throw new IllegalStateException(answer.body());
        }
    }
}
