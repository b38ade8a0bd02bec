package nl.wally.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import nl.wally.FhirClient.Answer;
import nl.wally.Neighbourhood;
import nl.wally.StatementLog;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Subscription;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Whoever is told costs the request that caused it nothing: the same statements with two hundred subscriptions to it as
 * without any. How long it takes is printed: on one machine the receivers take their share of it.
 */
class SubscriptionCostIT extends WithHook {
    private static final Logger LOG = LoggerFactory.getLogger(SubscriptionCostIT.class);
    private static final int SUBSCRIPTIONS = 200;
    private static final int ROUNDS = Integer.getInteger("wally.cost.rounds", 5);

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private StatementLog statements;

    @Test
    void anIntakeCostsTheSameHoweverManyAreTold() {
        intake();
        int without = statements.during(this::intake).size();
        Duration alone = median();
        subscribeAll();

        int with = statements.during(this::intake).size();
        Duration together = median();

        LOG.info(
                "An intake takes {} ms without subscriptions and {} ms with {}; {} and {} statements",
                alone.toMillis(),
                together.toMillis(),
                SUBSCRIPTIONS,
                without,
                with);
        assertThat(with).isEqualTo(without);
        await(() -> hook.all().size() > SUBSCRIPTIONS);
    }

    /** What others do in this region is not to be told to them. */
    @AfterEach
    void forget() {
        List<String> ended = jdbc.queryForList(
                "delete from subscription where endpoint = ? returning id::text", String.class, hook.address());
        jdbc.update("delete from outbox_receiver where kind = 'subscription' and key = any (?)", (Object)
                ended.toArray(String[]::new));
    }

    /** All of the coordinator, who hears of what the practice sends. */
    private void subscribeAll() {
        Subscription one = subscribed(Neighbourhood.COORDINATOR, Asking.forTasks(hook.address()));
        jdbc.update("""
                insert into subscription (id, client, organization, role, capacity, scopes, base, topic, filters, endpoint,
                    content, media_type, timeout, most, status, told_at)
                select gen_random_uuid(), client, organization, role, capacity, scopes, base, topic, filters, endpoint,
                    content, media_type, timeout, most, status, told_at
                from subscription, generate_series(2, ?) where id = ?""", SUBSCRIPTIONS, id(one));
    }

    private Duration median() {
        List<Duration> times = IntStream.range(0, ROUNDS)
                .mapToObj(round -> {
                    long begun = System.nanoTime();
                    intake();
                    return Duration.ofNanos(System.nanoTime() - begun);
                })
                .sorted()
                .toList();
        return times.get(ROUNDS / 2);
    }

    private void intake() {
        Bundle sent = here.referral();
        Answer answer = server.post(here.his(), "", sent);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }
}
