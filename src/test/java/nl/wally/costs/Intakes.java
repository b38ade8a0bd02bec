package nl.wally.costs;

import static nl.wally.Answers.ok;
import static nl.wally.Answers.refused;

import java.util.UUID;
import nl.wally.FhirClient;
import nl.wally.FhirClient.Answer;
import nl.wally.Messages;
import nl.wally.ReferralLife;
import nl.wally.coordination.District;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;

/** The message that everything begins with, and the questions that are asked all day of what came of it. */
final class Intakes {
    private final Costs costs;
    private final FhirClient server;
    private final District here;
    private final String noor;

    Intakes(Costs costs, FhirClient server, District here) {
        this.costs = costs;
        this.server = server;
        this.here = here;
        noor = here.client(here.noor);
    }

    void count() {
        costs.of("transaction: referral of somebody new", this::referral, this::sent);
        Bundle known = referral();
        Task task = sent(known).first(Task.class);
        costs.of("transaction: referral of somebody known", () -> again(known), this::sent);
        costs.of("transaction: referral sent again", () -> sent(known));
        costs.of("transaction: referral refused", this::urgent, urgent -> {
            Answer answer = server.post(here.his, "", urgent);
            refused(answer, 422, "crisis", "profile-violation");
            return answer;
        });
        costs.of("operation Bundle $validate", () -> ok(server.post(here.his, "/Bundle/$validate", known)));
        costs.of(
                "operation Bundle $validate: foretold",
                this::referral,
                referral -> ok(server.post(here.his, "/Bundle/$validate?mode=create", referral)));
        ask(task);
    }

    private void ask(Task task) {
        costs.of("read Task: not there", () -> {
            Answer answer = server.get(noor, "/Task/" + UUID.randomUUID());
            refused(answer, 404, "not-found");
            return answer;
        });
        costs.of(
                "search Task: the work list of a Wally",
                () -> ok(server.get(
                        noor,
                        "/Task?owner=" + here.noor + "&status=requested,received,accepted,in-progress,on-hold"
                                + "&_include=Task:focus&_include=Task:patient&_count=20&_sort=_lastUpdated")));
        costs.of(
                "search Task: what changed for a practice",
                () -> ok(server.get(
                        here.his, "/Task?_lastUpdated=gt2026-01-01T00:00:00Z&_count=50&_sort=_lastUpdated")));
        ReferralLife life = here.refer();
        ok(server.put(noor, life.task(noor).setStatus(TaskStatus.ACCEPTED)));
        Answer attempt = server.post(noor, "/Communication", Messages.attempt(life.task(), "reached"));
        org.assertj.core.api.Assertions.assertThat(attempt.status()).isEqualTo(201);
        String number = life.task().getIdentifierFirstRep().getSystem() + "%7C"
                + life.task().getIdentifierFirstRep().getValue();
        costs.of(
                "search Task: how it stands by its number",
                () -> ok(server.get(
                        here.his,
                        "/Task?identifier=" + number
                                + "&_include=Task:owner&_include:iterate=PractitionerRole:practitioner"
                                + "&_revinclude=Communication:part-of")));
    }

    private Bundle referral() {
        return here.from(Messages.referral(1));
    }

    private Answer sent(Bundle referral) {
        return ok(server.post(here.his, "", referral));
    }

    private static Bundle again(Bundle referral) {
        Bundle other = referral.copy();
        Messages.part(other, ServiceRequest.class)
                .getIdentifierFirstRep()
                .setValue(UUID.randomUUID().toString());
        return other;
    }

    private Bundle urgent() {
        Bundle urgent = referral();
        Messages.part(urgent, ServiceRequest.class).setPriority(ServiceRequest.ServiceRequestPriority.STAT);
        return urgent;
    }
}
