package nl.wally.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import nl.wally.Beside;
import nl.wally.FhirClient.Answer;
import nl.wally.ReferralLife;
import nl.wally.conformance.Canonicals;
import nl.wally.subscription.HookReceiver.Sent;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Subscription;
import org.hl7.fhir.r4.model.Subscription.SubscriptionChannelType;
import org.hl7.fhir.r4.model.Subscription.SubscriptionStatus;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;

/**
 * The cases of Inferno's suite {@code subscriptions_r5_backport_r4_server}, from what they demand. Which is which stands in
 * {@code subscription/inferno-r4-server.csv}, and {@link InfernoTableTest} keeps that complete.
 */
class InfernoR4ServerIT extends WithHook {
    private static final String TOPICS = "http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/"
            + "capabilitystatement-subscriptiontopic-canonical";

    @Test
    void declaresTheBackportProfile() {
        assertThat(offered().getSupportedProfile())
                .extracting(CanonicalType::getValue)
                .contains(Canonicals.BACKPORT + "backport-subscription");
    }

    @Test
    void namesItsTopics() {
        assertThat(offered().getExtensionsByUrl(TOPICS))
                .extracting(extension -> extension.getValue().primitiveValue())
                .containsExactly(Topic.TASK.canonical(), Topic.FEEDBACK.canonical());
    }

    @Test
    void takesWhatConformsToTheProfile() {
        Subscription asked = Asking.forTasks(hook.address());
        Answer valid = server.post(here.his(), "/Subscription/$validate", asked);

        assertThat(valid.status()).as(valid.body()).isEqualTo(200);
        assertThat(valid.body()).doesNotContain("\"error\"");
        assertThat(asked(here.his(), asked).getCriteria()).startsWith("http");
    }

    @Test
    void answersACreationWithRequested() {
        Subscription created = asked(here.his(), Asking.forTasks(hook.address()));

        assertThat(created.getStatus()).isEqualTo(SubscriptionStatus.REQUESTED);
        assertThat(created.getChannel().getType()).isEqualTo(SubscriptionChannelType.RESTHOOK);
    }

    @Test
    void deliversNotifications() {
        subscribed(here.his(), Asking.forTasks(hook.address()));
        ReferralLife life = refer();
        step(life);

        await(() -> !hook.all("event-notification").isEmpty());
        assertThat(hook.all("handshake")).hasSize(1);
    }

    @Test
    void sendsConformantEvents() {
        Subscription asked = Asking.forTasks(hook.address());
        Subscription active = subscribed(here.his(), asked);
        step(refer());

        Sent sent = event();
        InfernoChecks.notification(sent, "event-notification", active, Optional.of("active"));
        InfernoChecks.headers(sent, asked);
        assertThat(sent.numbers()).first().isEqualTo("1");
    }

    @Test
    void sendsEmptyEvents() {
        Subscription active = subscribed(here.his(), Asking.of("task", "empty", hook.address()));
        step(refer());

        InfernoChecks.notification(event(), "event-notification", active, Optional.of("active"));
        InfernoChecks.empty(event());
    }

    @Test
    void sendsIdsOnly() {
        Subscription active = subscribed(here.his(), Asking.forTasks(hook.address()));
        step(refer());

        InfernoChecks.notification(event(), "event-notification", active, Optional.of("active"));
        InfernoChecks.idOnly(event(), "Task");
    }

    /** On purpose; section payloads of the guide allows it, for what is sent might be a person's data. */
    @Test
    void refusesFullResources() {
        rejects(asked -> asked.getChannel()
                .getPayloadElement()
                .getExtensionByUrl(Wish.CONTENT)
                .setValue(new CodeType("full-resource")));
    }

    @Test
    void sendsAConformantHandshake() {
        Subscription active = subscribed(here.his(), Asking.forTasks(hook.address()));

        Sent sent = hook.all("handshake").get(0);
        InfernoChecks.notification(sent, "handshake", active, Optional.of("requested"));
        assertThat(sent.value("events-since-subscription-start")).isEqualTo("0");
    }

    @Test
    void sendsHeartbeatsToThoseWhoAskForThem() {
        Subscription asked = Asking.forTasks(hook.address());
        Asking.heartbeat(600).accept(asked);
        Subscription active = subscribed(here.his(), asked);
        Subscription without = subscribed(here.his(), Asking.forTasks(hook.address()));
        clock.jumpTo(clock.instant().plusSeconds(601));
        upkeep.run();
        await(() -> !hook.all("heartbeat").isEmpty());

        InfernoChecks.notification(hook.all("heartbeat").get(0), "heartbeat", active, Optional.of("active"));
        assertThat(hook.all("heartbeat"))
                .noneMatch(sent -> sent.body().contains(Beside.reference(without)))
                .allMatch(sent -> sent.events().isEmpty());
    }

    @Test
    void answersHowItStands() {
        Subscription active = subscribed(here.his(), Asking.forTasks(hook.address()));
        Answer answer = server.get(here.his(), "/" + Beside.reference(active) + "/$status");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.resource(Bundle.class).getType()).isEqualTo(Bundle.BundleType.SEARCHSET);
        Parameters status = answer.first(Parameters.class);
        InfernoChecks.status(status);
        assertThat(status.getParameter("status").getValue().primitiveValue()).isEqualTo("active");
        assertThat(status.getParameter("type").getValue().primitiveValue()).isEqualTo("query-status");
        assertThat(answer.body()).contains(Beside.reference(active));
    }

    @Test
    void rejectsOtherEndpoints() {
        rejects(asked -> asked.getChannel().setEndpoint("https://example.org/elsewhere"));
        rejects(asked -> asked.getChannel().setEndpoint("no address"));
    }

    @Test
    void rejectsOtherChannelTypes() {
        for (SubscriptionChannelType type : Set.of(
                SubscriptionChannelType.EMAIL,
                SubscriptionChannelType.MESSAGE,
                SubscriptionChannelType.SMS,
                SubscriptionChannelType.WEBSOCKET)) {
            rejects(asked -> asked.getChannel().setType(type));
        }
        rejects(asked -> asked.getChannel()
                .getTypeElement()
                .addExtension(Canonicals.BACKPORT + "backport-channel-type", new CodeType("zulip")));
    }

    @Test
    void rejectsOtherPayloadTypes() {
        rejects(asked -> asked.getChannel().setPayload("text/plain"));
        rejects(asked -> asked.getChannel()
                .getPayloadElement()
                .getExtensionByUrl(Wish.CONTENT)
                .setValue(new CodeType("everything")));
    }

    @Test
    void rejectsOtherCombinations() {
        rejects(asked ->
                asked.getChannel().setType(SubscriptionChannelType.EMAIL).setPayload("text/html"));
        rejects(asked -> asked.getChannel().getPayloadElement().setExtension(null));
        rejects(asked -> asked.getChannel().setPayloadElement(null));
    }

    @Test
    void rejectsOtherTopics() {
        rejects(asked -> asked.setCriteria("http://hl7.org/SubscriptionTopic/admission"));
        rejects(asked -> asked.setCriteria("Task?status=requested"));
    }

    @Test
    void rejectsOtherFilters() {
        for (String filter : Set.of(
                "Encounter?patient=Patient/123",
                "Task?patient=Patient/123",
                "Task?status:not=requested",
                "Task?owner.name=x",
                "Task?status=",
                "status=requested")) {
            rejects(Asking.filter(filter));
        }
    }

    @Test
    void rejectsCrossVersionExtensions() {
        rejects(asked -> asked.getCriteriaElement()
                .addExtension(
                        "http://hl7.org/fhir/5.0/subscriptions-backport/StructureDefinition/backport-filter-criteria",
                        new StringType("Encounter.patient=Patient/123")));
        rejects(asked -> asked.addExtension(
                "http://hl7.org/fhir/5.0/StructureDefinition/extension-Subscription.topic",
                new CanonicalType("http://example.org/topic")));
    }

    private void rejects(Consumer<Subscription> change) {
        Subscription asked = Asking.forTasks(hook.address());
        change.accept(asked);
        Answer answer = server.post(here.his(), "/Subscription", asked);

        assertThat(answer.status()).as(answer.body()).isBetween(400, 499);
        assertThat(answer.body()).contains("OperationOutcome", "Subscription");
        assertThat(answer.problems()).isNotEmpty();
    }

    private Sent event() {
        await(() -> !hook.all("event-notification").isEmpty());
        return hook.all("event-notification").get(0);
    }

    private void step(ReferralLife life) {
        Answer accepted = life.step(here.sanne.client(), TaskStatus.ACCEPTED, Set.of());
        assertThat(accepted.status()).as(accepted.body()).isEqualTo(200);
    }

    private CapabilityStatementRestResourceComponent offered() {
        CapabilityStatement statement = server.get(here.his(), "/metadata").resource(CapabilityStatement.class);
        return statement.getRestFirstRep().getResource().stream()
                .filter(resource -> resource.getType().equals("Subscription"))
                .findFirst()
                .orElseThrow();
    }
}
