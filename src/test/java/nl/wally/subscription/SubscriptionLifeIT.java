package nl.wally.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Date;
import java.util.Set;
import nl.wally.Beside;
import nl.wally.FhirClient.Answer;
import nl.wally.ReferralLife;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Subscription;
import org.hl7.fhir.r4.model.Subscription.SubscriptionStatus;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;

/** Requested, active, in error, off, and on again: no event is lost, and the numbers tell. */
class SubscriptionLifeIT extends WithHook {
    @Test
    void anEndpointThatDoesNotWantItLeavesItInError() {
        hook.answers(404);
        Subscription asked = asked(here.his(), Asking.forTasks(hook.address()));
        Subscription failed = becomes(here.his(), asked, SubscriptionStatus.ERROR);
        assertThat(failed.getError()).isEqualTo("refused");

        hook.answers(200);
        Subscription again = changed(here.his(), failed, next -> next.setStatus(SubscriptionStatus.REQUESTED));
        assertThat(again.getStatus()).isEqualTo(SubscriptionStatus.REQUESTED);
        assertThat(again.hasError()).isFalse();
        becomes(here.his(), again, SubscriptionStatus.ACTIVE);
    }

    @Test
    void whatDidNotArriveCanBeFetchedAndComesWhenItIsAskedForAgain() {
        Subscription active = subscribed(here.his(), Asking.forTasks(hook.address()));
        hook.answers(410);
        ReferralLife life = refer();
        step(life, TaskStatus.ACCEPTED);
        Subscription failed = becomes(here.his(), active, SubscriptionStatus.ERROR);
        assertThat(failed.getError()).isEqualTo("gone");
        step(life, TaskStatus.INPROGRESS);
        await(() -> total(failed).equals("2"));

        Answer missed = server.get(here.his(), "/" + Beside.reference(failed) + "/$events?eventsSinceNumber=2");
        assertThat(missed.status()).as(missed.body()).isEqualTo(200);
        assertThat(missed.body()).contains("query-event", life.reference(org.hl7.fhir.r4.model.Task.class));

        hook.answers(200);
        int before = hook.all("event-notification").size();
        becomes(
                here.his(),
                changed(here.his(), failed, next -> next.setStatus(SubscriptionStatus.REQUESTED)),
                SubscriptionStatus.ACTIVE);
        await(() -> hook.all("event-notification").size() > before);
        assertThat(hook.all("event-notification").get(before).numbers()).containsExactly("1", "2");
    }

    @Test
    void tellsOfNoMoreAtOnceThanWasAskedFor() {
        Subscription asked = Asking.forTasks(hook.address());
        Asking.most(1).accept(asked);
        Subscription active = subscribed(here.his(), asked);
        hook.answers(503);
        ReferralLife life = refer();
        step(life, TaskStatus.ACCEPTED);
        step(life, TaskStatus.INPROGRESS);
        await(() -> total(active).equals("2") && !hook.all("event-notification").isEmpty());
        hook.answers(200);
        clock.jumpTo(clock.instant().plusSeconds(60));

        await(() -> hook.all("event-notification").stream()
                .anyMatch(sent -> sent.numbers().contains("2")));
        assertThat(hook.all("event-notification"))
                .allMatch(sent -> sent.numbers().size() == 1);
    }

    @Test
    void filtersWhatItTells() {
        Subscription asked = Asking.forTasks(hook.address());
        Asking.filter("Task?status=in-progress").accept(asked);
        subscribed(here.his(), asked);
        ReferralLife life = refer();
        step(life, TaskStatus.ACCEPTED);
        step(life, TaskStatus.INPROGRESS);

        await(() -> !hook.all("event-notification").isEmpty());
        assertThat(hook.all("event-notification").get(0).numbers()).containsExactly("1");
    }

    @Test
    void endsInTimeAndWhenItIsPutOff() {
        Subscription ends = Asking.forTasks(hook.address());
        ends.setEnd(Date.from(clock.instant().plusSeconds(3600)));
        Subscription limited = subscribed(here.his(), ends);
        Subscription other = subscribed(here.his(), Asking.forTasks(hook.address()));
        assertThat(changed(here.his(), other, next -> next.setStatus(SubscriptionStatus.OFF))
                        .getStatus())
                .isEqualTo(SubscriptionStatus.OFF);
        clock.jumpTo(clock.instant().plusSeconds(3601));
        becomes(here.his(), limited, SubscriptionStatus.OFF);

        step(refer(), TaskStatus.ACCEPTED);
        assertThat(total(other)).isEqualTo("0");
        assertThat(hook.all("event-notification")).isEmpty();
    }

    @Test
    void aSignOfLifeThatArrivesEndsTheErrorOfOneThatDidNot() {
        Subscription asked = Asking.forTasks(hook.address());
        Asking.heartbeat(600).accept(asked);
        Subscription active = subscribed(here.his(), asked);
        hook.answers(503);
        clock.jumpTo(clock.instant().plusSeconds(601));
        upkeep.run();
        await(() -> status(active).hasParameter("error"));

        hook.answers(200);
        clock.jumpTo(clock.instant().plusSeconds(601));
        upkeep.run();
        await(() -> !status(active).hasParameter("error"));
    }

    @Test
    void aClockThatWasAheadSilencesNobody() {
        Subscription asked = Asking.forTasks(hook.address());
        Asking.heartbeat(600).accept(asked);
        clock.jumpTo(clock.instant().plus(Duration.ofDays(400)));
        subscribed(here.his(), asked);
        clock.reset();

        upkeep.run();

        await(() -> !hook.all("heartbeat").isEmpty());
    }

    @Test
    void isNobodyElsesBusiness() {
        Subscription mine = asked(here.his(), Asking.forTasks(hook.address()));
        String path = "/" + Beside.reference(mine);

        for (String other : new String[] {"his-demo-1", here.sanne.client(), "privacy-demo"}) {
            for (String way : new String[] {path, path + "/$status", path + "/$events"}) {
                assertThat(server.get(other, way).status()).as(other + way).isEqualTo(404);
            }
            assertThat(server.get(other, "/Subscription?_id=" + id(mine)).all(Subscription.class))
                    .isEmpty();
        }
        assertThat(server.get(here.his(), "/Subscription/$status?id=" + id(mine) + "&status=requested,active")
                        .all(Parameters.class))
                .hasSize(1);
    }

    private String total(Subscription subscription) {
        return status(subscription)
                .getParameter("events-since-subscription-start")
                .getValue()
                .primitiveValue();
    }

    private Parameters status(Subscription subscription) {
        Answer status = server.get(here.his(), "/" + Beside.reference(subscription) + "/$status");
        return status.first(Parameters.class);
    }

    private void step(ReferralLife life, TaskStatus status) {
        Answer answer = life.step(here.sanne.client(), status, Set.of());
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }
}
