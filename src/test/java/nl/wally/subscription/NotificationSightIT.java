package nl.wally.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import nl.wally.FhirClient.Answer;
import nl.wally.Neighbourhood;
import nl.wally.ReferralLife;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Subscription;
import org.hl7.fhir.r4.model.Subscription.SubscriptionStatus;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** That something happened is told to those who may see to what, when it is sent; by its id, and with nothing else. */
class NotificationSightIT extends WithHook {
    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void eachHearsOfItsOwnAndNobodyOfSomebodyElses() {
        Neighbourhood there = new Neighbourhood(server, clients);
        try (HookReceiver stranger = new HookReceiver();
                HookReceiver wally = new HookReceiver();
                HookReceiver coordinator = new HookReceiver()) {
            subscribed(here.his(), Asking.forTasks(hook.address()));
            Subscription deaf = subscribed(there.his(), Asking.forTasks(stranger.address()));
            subscribed(here.joris.client(), Asking.forTasks(wally.address()));
            Subscription coordinators = subscribed(Neighbourhood.COORDINATOR, Asking.forTasks(coordinator.address()));
            ReferralLife life = refer();
            accept(life);
            String task = life.reference(Task.class);

            // What the practice did itself it is not told; the others hear of both.
            await(() -> wally.focuses().size() == 2
                    && coordinator.focuses().contains(task)
                    && !hook.focuses().isEmpty());
            assertThat(wally.focuses()).containsOnly(task);
            assertThat(hook.focuses()).containsExactly(task);
            assertThat(stranger.all("event-notification")).isEmpty();
            assertThat(total(there.his(), deaf)).isZero();
            hook.all().forEach(sent -> assertThat(sent.body()).doesNotContain("Thea", "slaap", "Patient/"));
            changed(Neighbourhood.COORDINATOR, coordinators, next -> next.setStatus(SubscriptionStatus.OFF));
        }
    }

    @Test
    void whoLosesSightBeforeItIsSentGetsTheNumberAlone() {
        String wally = here.sanne.client();
        Subscription active = subscribed(wally, Asking.forTasks(hook.address()));
        hook.answers(503);
        ReferralLife life = refer();
        await(() -> !hook.all("event-notification").isEmpty());
        withdraw(here.his(), life);
        hook.answers(200);
        int before = hook.all("event-notification").size();
        clock.jumpTo(clock.instant().plusSeconds(60));
        await(() -> hook.all("event-notification").size() > before);

        HookReceiver.Sent last = hook.all("event-notification").get(before);
        assertThat(last.numbers()).first().isEqualTo("1");
        assertThat(last.focuses()).containsOnly("");
        assertThat(last.body()).doesNotContain("/Task/");
        Answer missed = server.get(wally, "/Subscription/" + id(active) + "/$events");
        assertThat(missed.body()).contains("event-number").doesNotContain("/Task/");
    }

    @Test
    void whoIsRegisteredNoMoreIsToldNothing() {
        Subscription active = subscribed(here.his(), Asking.forTasks(hook.address()));
        ReferralLife life = refer();
        jdbc.update("update oauth_client set enabled = false where client_id = ?", here.his());
        try {
            Answer accepted = server.put(
                    here.sanne.client(),
                    server.read(here.sanne.client(), life.reference(Task.class), Task.class)
                            .setStatus(TaskStatus.ACCEPTED));
            assertThat(accepted.status()).as(accepted.body()).isEqualTo(200);
            assertThat(becomes("operator-demo", active, SubscriptionStatus.ERROR)
                            .getError())
                    .isEqualTo("no-longer-allowed");
            assertThat(hook.all("event-notification")).isEmpty();
        } finally {
            jdbc.update("update oauth_client set enabled = true where client_id = ?", here.his());
        }
    }

    @Test
    void eachSendingIsOnRecord() {
        Subscription active = subscribed(here.his(), Asking.forTasks(hook.address()));
        ReferralLife life = refer();
        accept(life);
        await(() -> !hook.focuses().isEmpty());

        List<String> records = jdbc.queryForList(
                "select content from audit_record where content like ?",
                String.class,
                "%Subscription/" + id(active) + "%");
        assertThat(records)
                .anyMatch(record -> record.contains("NOTIFICATION") && record.contains("handshake"))
                .anyMatch(
                        record -> record.contains("event-notification") && record.contains(life.reference(Task.class)));
    }

    @Test
    void feedbackIsToldToThePractice() {
        Subscription asked = Asking.of("feedback", "id-only", hook.address());
        Asking.filter("Communication?category=closing-notice").accept(asked);
        subscribed(here.his(), asked);
        ReferralLife life = refer();
        withdraw(here.sanne.client(), life);

        await(() -> !hook.focuses().isEmpty());
        assertThat(hook.focuses()).singleElement().asString().startsWith("Communication/");
    }

    private void withdraw(String client, ReferralLife life) {
        Consent consent = server.read(client, life.reference(Consent.class), Consent.class);
        Answer withdrawn = server.put(client, consent.setStatus(Consent.ConsentState.INACTIVE));
        assertThat(withdrawn.status()).as(withdrawn.body()).isEqualTo(200);
    }

    private void accept(ReferralLife life) {
        Answer accepted = life.step(here.sanne.client(), TaskStatus.ACCEPTED, Set.of());
        assertThat(accepted.status()).as(accepted.body()).isEqualTo(200);
    }

    private long total(String client, Subscription subscription) {
        Answer status = server.get(client, "/Subscription/" + id(subscription) + "/$status");
        assertThat(status.resource(Bundle.class).getEntry()).hasSize(1);
        return Long.parseLong(status.first(org.hl7.fhir.r4.model.Parameters.class)
                .getParameter("events-since-subscription-start")
                .getValue()
                .primitiveValue());
    }
}
