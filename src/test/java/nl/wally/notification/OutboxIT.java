package nl.wally.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import nl.wally.notification.Standing.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

class OutboxIT {
    private static final Receiver ANNA = Notebook.receiver("anna");
    private static final Receiver BRAM = Notebook.receiver("bram");

    private final OutboxWorld world = new OutboxWorld();
    private final Notebook notebook = new Notebook();
    private final Deliveries node = world.node(notebook);

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void bringsEachReceiversMessagesInOrder() {
        world.add(ANNA, 12);
        world.add(BRAM, 3);
        world.add(ANNA, 1);

        until(() -> at(ANNA).pending() == 0 && at(BRAM).pending() == 0);

        assertThat(notebook.numbers(ANNA)).containsExactlyElementsOf(upTo(13));
        assertThat(notebook.numbers(BRAM)).containsExactlyElementsOf(upTo(3));
        assertThat(at(ANNA)).isEqualTo(new Standing(ANNA, State.WELL, 13, 13, 0, null, null));
        assertThat(notebook.changes).isEmpty();
    }

    @Test
    void holdsBackNobodyButWhoFails() {
        notebook.answer = (receiver, given) -> receiver.equals(ANNA)
                ? Notebook.now(new Outcome.Failed("http-500"))
                : Notebook.arrived(receiver, given);
        world.add(ANNA, 2);
        world.add(BRAM, 2);

        until(() -> at(ANNA).failures() == 1 && at(BRAM).pending() == 0);

        node.begin();
        assertThat(node.underWay()).as("the next try is later").isZero();
        assertThat(at(ANNA).code()).isEqualTo("http-500");
        assertThat(notebook.changes).extracting(Standing::state).containsExactly(State.FAILING);
        notebook.answer = Notebook::arrived;
        later(Duration.ofSeconds(10));
        until(() -> at(ANNA).pending() == 0);
        assertThat(notebook.numbers(ANNA)).containsExactly(1L, 2L, 1L, 2L);
        assertThat(notebook.changes).extracting(Standing::state).containsExactly(State.FAILING, State.WELL);
        assertThat(world.outbox.stuck(10)).isEmpty();
    }

    @Test
    void givesUpAfterDaysAndBringsTheLettersWhenAskedTo() {
        notebook.answer = (receiver, given) -> Notebook.now(new Outcome.Failed("refused"));
        world.add(ANNA, 3);
        until(() -> at(ANNA).failures() == 1);
        later(Duration.ofDays(4));
        until(() -> at(ANNA).state() == State.GIVEN_UP);
        world.add(ANNA, 1);
        later(Duration.ofDays(40));
        node.begin();
        assertThat(node.underWay()).isZero();
        var command = new OutboxCommand(world.outbox, world.events);
        assertThat(command.answer(List.of()).lines())
                .singleElement()
                .asString()
                .startsWith("notebook anna: given up, 4 waiting, since ")
                .endsWith("2 times, last: refused");

        notebook.answer = Notebook::arrived;
        assertThat(command.answer(List.of("replay", "notebook", "anna")).code()).isZero();
        assertThat(command.answer(List.of("replay", "notebook", "bram")).code()).isEqualTo(1);
        assertThat(command.answer(List.of("replay", "notebook")).lines())
                .containsExactly("1 receivers are tried again.");

        until(() -> at(ANNA).pending() == 0);
        assertThat(notebook.numbers(ANNA)).endsWith(1L, 2L, 3L, 4L);
        assertThat(notebook.changes)
                .extracting(Standing::state)
                .containsExactly(State.FAILING, State.GIVEN_UP, State.WELL);
    }

    @Test
    void anotherNodeTakesOverWhatANodeLeft() {
        var never = new CompletableFuture<Outcome>();
        var dying = new Notebook();
        dying.answer = (receiver, given) -> never;
        world.add(ANNA, 1);
        world.node(dying).begin();
        node.begin();
        assertThat(notebook.numbers(ANNA)).as("one at a time").isEmpty();

        later(OutboxWorld.SETTINGS.lease().plusSeconds(1));
        until(() -> at(ANNA).pending() == 0);

        never.complete(new Outcome.Failed("too-late"));
        assertThat(notebook.numbers(ANNA)).containsExactly(1L);
        assertThat(at(ANNA).state()).isEqualTo(State.WELL);
    }

    @Test
    void aReceiverThatIsSlowHasFailed() {
        notebook.answer = (receiver, given) -> new CompletableFuture<>();
        world.add(ANNA, 1);

        until(() -> at(ANNA).failures() == 1);

        assertThat(at(ANNA).code()).isEqualTo("timeout");
    }

    @Test
    void whatIsErasedKeepsItsNumber() {
        world.add(ANNA, 4);
        world.jdbc.update(
                "delete from outbox_message where resource = any (?)", (Object) new String[] {"anna-1", "anna-3"});

        until(() -> at(ANNA).pending() == 0);

        assertThat(notebook.messages).extracting(Message::number).containsExactly(1L, 2L, 3L, 4L);
        assertThat(notebook.messages)
                .extracting(message -> message.content().isPresent())
                .containsExactly(true, false, true, false);
        assertThat(world.outbox.messages(ANNA, 2, 9)).hasSize(3);
    }

    @Test
    void whoIsStoppedGetsNothingAndMissesNothing() {
        world.add(ANNA, 1);
        world.together(() -> world.outbox.stop(ANNA));
        world.add(ANNA, 1);
        node.begin();
        assertThat(node.underWay()).isZero();

        world.together(() -> world.outbox.resume(ANNA));

        until(() -> at(ANNA).pending() == 0);
        assertThat(notebook.numbers(ANNA)).containsExactly(1L, 2L);
    }

    @Test
    void waitsAsLongAsTheCourierLikesButIsAskedAgainForEachNewMessage() {
        notebook.answer = (receiver, given) ->
                Notebook.now(new Outcome.Waiting(world.clock.instant().plus(Duration.ofHours(5))));
        world.add(ANNA, 1);
        until(() -> notebook.numbers(ANNA).size() == 1 && node.underWay() == 0);
        node.begin();
        assertThat(node.underWay()).isZero();

        world.add(ANNA, 1);

        until(() -> notebook.numbers(ANNA).equals(List.of(1L, 1L, 2L)) && node.underWay() == 0);
        notebook.answer = Notebook::arrived;
        later(Duration.ofHours(6));
        until(() -> at(ANNA).pending() == 0);
        assertThat(notebook.changes).isEmpty();
    }

    @Test
    void aCourierThatWaitsIsAskedAboutWhatCameWhileItWasAsked() {
        notebook.answer = (receiver, given) -> {
            notebook.answer = Notebook::arrived;
            world.add(ANNA, 1);
            return Notebook.now(new Outcome.Waiting(world.clock.instant().plus(Duration.ofHours(5))));
        };
        world.add(ANNA, 1);

        until(() -> at(ANNA).pending() == 0);

        assertThat(notebook.numbers(ANNA)).containsExactly(1L, 1L, 2L);
    }

    @Test
    void noPlaceIsLostWhenTheDatabaseGoesAway() {
        world.add(ANNA, 1);
        world.jdbc.execute("alter table outbox_message rename to away");
        assertThatThrownBy(node::begin).isInstanceOf(DataAccessException.class);
        world.jdbc.execute("alter table away rename to outbox_message");

        assertThat(node.underWay()).isZero();
        later(OutboxWorld.SETTINGS.lease().plusSeconds(1));
        until(() -> at(ANNA).pending() == 0);
    }

    @Test
    void manyThatFailLeavePlaceForTheOthers() {
        for (int n = 0; n < 40; n++) {
            Receiver dead = Notebook.receiver("dead-" + n);
            world.add(dead, 1);
            world.jdbc.update("update outbox_receiver set troubled = true where key = ?", dead.key());
        }
        world.add(ANNA, 1);
        notebook.answer = (receiver, given) ->
                receiver.equals(ANNA) ? Notebook.arrived(receiver, given) : new CompletableFuture<>();

        node.begin();

        await().atMost(Duration.ofSeconds(5)).until(() -> at(ANNA).pending() == 0);
        assertThat(notebook.brought).as("a quarter of the places, and Anna").hasSize(5);
    }

    @Test
    void deliveredMessagesAreKeptForAWhileAndTheirNumbersForEver() {
        world.add(ANNA, 3);
        until(() -> at(ANNA).pending() == 0);
        later(OutboxWorld.SETTINGS.kept().plusDays(1));
        world.add(ANNA, 1);
        var sweep = new MessageSweep(world.jdbc, OutboxWorld.SETTINGS, world.clock);

        sweep.run();

        assertThat(world.outbox.messages(ANNA, 1, 4))
                .extracting(message -> message.content().isPresent())
                .containsExactly(false, false, false, true);
        later(OutboxWorld.SETTINGS.kept().plusDays(1));
        sweep.run();
        until(() -> at(ANNA).pending() == 0);
        assertThat(notebook.messages.get(3).content())
                .as("what has not arrived is kept")
                .isPresent();
    }

    private Standing at(Receiver receiver) {
        return world.outbox.standing(receiver).orElseThrow();
    }

    private void later(Duration by) {
        world.clock.jumpTo(world.clock.instant().plus(by));
    }

    private void until(Callable<Boolean> done) {
        await().atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> {
                    node.begin();
                    return done.call();
                });
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }
}
