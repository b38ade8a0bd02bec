package nl.wally.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

class DispatchIT {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private final OutboxWorld world = new OutboxWorld();
    private final List<Event> read = new ArrayList<>();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void passesEachEventOnOnceAsItWasNotedAndInOrder() {
        List<Event> noted =
                IntStream.range(0, 1203).mapToObj(n -> event("Task/" + n)).toList();
        noted.forEach(event -> world.events.note(List.of(event)));

        Dispatch dispatch = world.dispatch(read::addAll);
        assertThat(dispatch.run()).as("a batch, and more").isTrue();
        assertThat(dispatch.run()).isTrue();
        assertThat(dispatch.run()).isFalse();

        assertThat(read).containsExactlyElementsOf(noted);
    }

    @Test
    void whatIsCommittedLateIsNotSkipped() throws Exception {
        try (Connection late = world.pool.getConnection();
                var insert = late.createStatement()) {
            late.setAutoCommit(false);
            insert.execute("insert into event (at, kind, focus, client, agent, facts, receivers)"
                    + " values (now(), 'CHANGED', 'Task/late', 'c', '', '{}', '{}')");
            world.events.note(List.of(event("Task/early")));
            world.dispatch(read::addAll).run();
            late.commit();
        }

        world.dispatch(read::addAll).run();

        assertThat(read).extracting(Event::focus).containsExactly("Task/early", "Task/late");
    }

    @Test
    void whatReadersPutDownStaysOrGoesWithTheEvent() {
        world.events.note(List.of(event("Task/1")));
        Receiver anna = Notebook.receiver("anna");
        EventReader writer = events -> world.outbox.add(List.of(new Outgoing(anna, "Task/1", "{}")));
        EventReader failing = events -> {
            throw new IllegalStateException("full");
        };

        world.dispatch(writer, failing).run();
        assertThat(world.outbox.standing(anna)).isEmpty();

        world.dispatch(writer).run();
        assertThat(world.outbox.standing(anna))
                .hasValueSatisfying(standing -> assertThat(standing.last()).isEqualTo(1));
    }

    @Test
    void anEventThatNobodyCanReadHoldsUpOthersForAWhileAndIsSetAside() {
        world.events.note(List.of(event("Task/1"), event("Task/poison"), event("Task/3")));
        EventReader picky = events -> {
            if (events.stream().anyMatch(event -> event.focus().equals("Task/poison"))) {
                throw new IllegalStateException("poison");
            }
            read.addAll(events);
        };

        world.dispatch(picky).run();
        assertThat(read).extracting(Event::focus).containsExactly("Task/1");
        for (int round = 0; round < 5; round++) {
            world.dispatch(picky).run();
        }

        assertThat(read).extracting(Event::focus).containsExactly("Task/1", "Task/3");
        var command = new OutboxCommand(world.outbox, world.events);
        assertThat(command.answer(List.of()).lines())
                .containsExactly("1 events could not be passed on and were set aside.");
        assertThat(command.answer(List.of("retry-events")).code()).isZero();
        world.dispatch(read::addAll).run();
        assertThat(read).extracting(Event::focus).containsExactly("Task/1", "Task/3", "Task/poison");
    }

    @ParameterizedTest
    @ValueSource(strings = {"53100", "58030", "08006", "57P03", "57014", "55P03"})
    void noEventIsSetAsideForTroubleOfTheDatabase(String state) {
        world.events.note(List.of(event("Task/1")));
        EventReader trouble = events -> new JdbcTemplate(world.pool)
                .execute("do $$ begin raise exception using errcode = '" + state + "'; end $$");
        for (int round = 0; round < 10; round++) {
            world.dispatch(trouble).run();
        }
        assertThat(world.events.aside()).isZero();

        world.dispatch(read::addAll).run();
        assertThat(read).extracting(Event::focus).containsExactly("Task/1");
    }

    @Test
    void oneNodeAtATime() {
        world.events.note(List.of(event("Task/1")));
        List<Event> other = new ArrayList<>();

        world.dispatch(events -> {
                    read.addAll(events);
                    inAnotherSession(() -> world.dispatch(other::addAll).run());
                })
                .run();

        assertThat(read).extracting(Event::focus).startsWith("Task/1");
        assertThat(other).isEmpty();
    }

    private static void inAnotherSession(Runnable work) {
        var thread = new Thread(work);
        thread.start();
        try {
            thread.join(5000);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static Event event(String focus) {
        return new Event(
                NOW,
                Event.Kind.CHANGED,
                focus,
                "2",
                UUID.nameUUIDFromBytes(focus.getBytes(StandardCharsets.UTF_8)),
                new Event.Author("his-demo-1", "PractitionerRole/gp-1"),
                Map.of("status", "accepted", "status-before", "received"),
                List.of("Organization/practice-1"));
    }
}
