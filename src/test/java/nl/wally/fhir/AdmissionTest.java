package nl.wally.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import nl.wally.fhir.Admission.Kind;
import nl.wally.fhir.Admission.Place;
import nl.wally.shared.Problem;
import nl.wally.shared.RefusedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who gets a place, in which order, and who is asked to come back. */
class AdmissionTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    private final ExecutorService callers = Executors.newCachedThreadPool();

    @AfterEach
    void sendEverybodyHome() {
        callers.shutdownNow();
    }

    @Test
    void theNextOneIsRefusedAtOnceWhenThePlacesAndTheLineAreTaken() {
        Admission admission = admission(3, 1, 1, LONG);
        hold(admission, Kind.WRITE, "one", 2);
        CompletableFuture<Place> waiting = ask(admission, Kind.WRITE, "two");
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> admission.enter(Kind.WRITE, "three"))
                .satisfies(refused -> {
                    assertThat(refused.refusals().get(0).problem()).isEqualTo(Problem.UNAVAILABLE);
                    assertThat(refused.retryAfter().orElseThrow())
                            .isBetween(Duration.ofSeconds(2), Duration.ofSeconds(5));
                });
        assertThat(waiting).isNotDone();
        assertThat(admission.standing()).isEqualTo(new Admission.Standing(2, 1, 1));
    }

    @Test
    void aFullLineIsFullAlsoWhileTheOtherKindHasTheLastPlace() {
        Admission admission = admission(3, 1, 1, Duration.ofSeconds(5));
        hold(admission, Kind.WRITE, "one", 1);
        hold(admission, Kind.READ, "one", 2);
        ask(admission, Kind.WRITE, "two");
        assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> admission.enter(Kind.WRITE, "three"));
        assertThat(admission.standing()).isEqualTo(new Admission.Standing(3, 1, 1));
    }

    @Test
    void whoWaitsTooLongIsRefusedAndLeavesTheLine() {
        Admission admission = admission(3, 1, 1, Duration.ofMillis(30));
        hold(admission, Kind.WRITE, "one", 2);
        assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> admission.enter(Kind.WRITE, "two"));
        assertThat(admission.standing()).isEqualTo(new Admission.Standing(2, 0, 1));
    }

    @Test
    void aFreePlaceGoesToWhoeverHasTheFewestHoweverManyWaitBefore() throws Exception {
        Admission admission = admission(3, 1, 10, LONG);
        List<Place> held = hold(admission, Kind.WRITE, "flood", 2);
        List<CompletableFuture<Place>> flood = new ArrayList<>();
        for (int n = 0; n < 9; n++) {
            flood.add(ask(admission, Kind.WRITE, "flood"));
        }
        CompletableFuture<Place> quiet = ask(admission, Kind.WRITE, "quiet");
        held.get(0).close();
        assertThat(quiet.get(5, TimeUnit.SECONDS)).isNotNull();
        assertThat(flood).noneMatch(CompletableFuture::isDone);
    }

    @Test
    void readsAndWritesAreServedInTheOrderInWhichTheyCame() throws Exception {
        Admission admission = admission(4, 1, 10, LONG);
        List<Place> held = new ArrayList<>(hold(admission, Kind.READ, "one", 3));
        hold(admission, Kind.WRITE, "one", 1);
        CompletableFuture<Place> read = ask(admission, Kind.READ, "two");
        CompletableFuture<Place> write = ask(admission, Kind.WRITE, "three");
        CompletableFuture<Place> later = ask(admission, Kind.READ, "four");
        held.get(0).close();
        assertThat(read.get(5, TimeUnit.SECONDS)).isNotNull();
        assertThat(List.of(write, later)).noneMatch(CompletableFuture::isDone);
        held.get(1).close();
        assertThat(write.get(5, TimeUnit.SECONDS)).isNotNull();
        assertThat(later).isNotDone();
    }

    @Test
    void inAFullLineTheNewestOfWhoeverWaitsMostStepsOut() {
        Admission admission = admission(3, 1, 3, LONG);
        hold(admission, Kind.WRITE, "flood", 2);
        CompletableFuture<Place> first = ask(admission, Kind.WRITE, "flood");
        CompletableFuture<Place> second = ask(admission, Kind.WRITE, "flood");
        CompletableFuture<Place> third = ask(admission, Kind.WRITE, "flood");
        CompletableFuture<Place> quiet = ask(admission, Kind.WRITE, "quiet");
        assertThat(third)
                .failsWithin(Duration.ofSeconds(5))
                .withThrowableThat()
                .withCauseInstanceOf(RefusedException.class);
        assertThat(List.of(first, second, quiet)).noneMatch(CompletableFuture::isDone);
        // Nobody has more than one more: another one of the flood waits no longer than it would anyway.
        assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> admission.enter(Kind.WRITE, "flood"));
    }

    @Test
    void readsGoOnWhileWritesHoldAllTheyMayHaveAndTheOtherWayRound() {
        for (Kind[] pair : new Kind[][] {{Kind.WRITE, Kind.READ}, {Kind.READ, Kind.WRITE}}) {
            Admission admission = admission(6, 2, 10, LONG);
            hold(admission, pair[0], "one", 4);
            CompletableFuture<Place> fifth = ask(admission, pair[0], "one");
            hold(admission, pair[1], "one", 2);
            assertThat(fifth).isNotDone();
            assertThat(admission.standing().inHand()).isEqualTo(6);
        }
    }

    @Test
    void ofReadsAndWritesTheSameShareIsRefusedForTheyWaitInOneRoom() {
        Admission admission = admission(3, 1, 2, LONG);
        hold(admission, Kind.READ, "one", 2);
        hold(admission, Kind.WRITE, "one", 1);
        ask(admission, Kind.READ, "two");
        ask(admission, Kind.WRITE, "three");
        assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> admission.enter(Kind.READ, "four"));
        assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> admission.enter(Kind.WRITE, "four"));
        assertThat(admission.standing()).isEqualTo(new Admission.Standing(3, 2, 2));
    }

    @Test
    void aFullRoomKeepsNobodyFromAPlaceThatIsFree() {
        Admission admission = admission(6, 2, 1, LONG);
        hold(admission, Kind.WRITE, "one", 4);
        ask(admission, Kind.WRITE, "two");
        admission.requireRoom(Kind.READ, "three");
        hold(admission, Kind.READ, "three", 2);
        assertThat(admission.standing()).isEqualTo(new Admission.Standing(6, 1, 0));
    }

    @Test
    void whoeverWaitsMostIsCountedOverReadsAndWrites() {
        Admission admission = admission(3, 1, 3, LONG);
        hold(admission, Kind.READ, "one", 2);
        hold(admission, Kind.WRITE, "one", 1);
        CompletableFuture<Place> write = ask(admission, Kind.WRITE, "flood");
        CompletableFuture<Place> read = ask(admission, Kind.READ, "flood");
        CompletableFuture<Place> newest = ask(admission, Kind.READ, "flood");
        CompletableFuture<Place> quiet = ask(admission, Kind.WRITE, "quiet");
        assertThat(newest)
                .failsWithin(Duration.ofSeconds(5))
                .withThrowableThat()
                .withCauseInstanceOf(RefusedException.class);
        assertThat(List.of(write, read, quiet)).noneMatch(CompletableFuture::isDone);
    }

    @Test
    void foreseesWhoWouldBeRefusedAndTakesNothingForAnybody() {
        Admission admission = admission(3, 1, 2, LONG);
        admission.requireRoom(Kind.WRITE, "three");
        hold(admission, Kind.WRITE, "one", 2);
        ask(admission, Kind.WRITE, "flood");
        admission.requireRoom(Kind.WRITE, "three");
        ask(admission, Kind.WRITE, "flood");
        // One of the flood would step out for somebody else, and not for itself.
        admission.requireRoom(Kind.WRITE, "three");
        assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> admission.requireRoom(Kind.WRITE, "flood"));
        assertThat(admission.standing()).isEqualTo(new Admission.Standing(2, 2, 1));
    }

    @Test
    void whoeverHasItsShareOfTheRoomIsRefusedShortlyBeforeItIsFull() {
        Admission admission = admission(3, 1, 8, LONG);
        hold(admission, Kind.WRITE, "one", 2);
        for (int n = 0; n < 6; n++) {
            ask(admission, Kind.WRITE, "caller-" + n);
        }
        admission.requireRoom(Kind.WRITE, "caller-0");
        ask(admission, Kind.WRITE, "caller-6");
        // It would step out for the next one who waits for nothing yet.
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> admission.requireRoom(Kind.WRITE, "caller-0"));
        admission.requireRoom(Kind.WRITE, "caller-7");
        assertThat(admission.standing()).isEqualTo(new Admission.Standing(2, 7, 1));
    }

    @Test
    void aloneACallerMayHaveTheWholeRoom() {
        Admission admission = admission(3, 1, 8, LONG);
        hold(admission, Kind.WRITE, "flood", 2);
        for (int n = 0; n < 8; n++) {
            admission.requireRoom(Kind.WRITE, "flood");
            ask(admission, Kind.WRITE, "flood");
        }
        assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> admission.requireRoom(Kind.WRITE, "flood"));
    }

    @Test
    void isAsBeforeOnceEverybodyIsDone() throws Exception {
        Admission admission = admission(3, 1, 4, LONG);
        List<Place> held = hold(admission, Kind.WRITE, "one", 2);
        List<CompletableFuture<Place>> waiting = new ArrayList<>();
        for (int n = 0; n < 4; n++) {
            waiting.add(ask(admission, Kind.WRITE, "caller-" + n));
        }
        held.forEach(Place::close);
        for (CompletableFuture<Place> place : waiting) {
            place.get(5, TimeUnit.SECONDS).close();
        }
        assertThat(admission.standing()).isEqualTo(new Admission.Standing(0, 0, 0));
        hold(admission, Kind.READ, "one", 2);
    }

    private static Admission admission(int places, int reserved, int line, Duration wait) {
        return new Admission(
                new AdmissionProperties(places, reserved, 1, line, wait, Duration.ofSeconds(30), Duration.ZERO));
    }

    private static List<Place> hold(Admission admission, Kind kind, String who, int many) {
        List<Place> held = new ArrayList<>();
        for (int n = 0; n < many; n++) {
            held.add(admission.enter(kind, who));
        }
        return held;
    }

    /** Waits until this one waits as well, so that the order in the line is known. */
    private CompletableFuture<Place> ask(Admission admission, Kind kind, String who) {
        Admission.Standing before = admission.standing();
        CompletableFuture<Place> asked = CompletableFuture.supplyAsync(() -> admission.enter(kind, who), callers);
        long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (admission.standing().equals(before) && System.nanoTime() < end) {
            pause(asked);
        }
        return asked;
    }

    private static void pause(CompletableFuture<Place> asked) {
        try {
            asked.get(1, TimeUnit.MILLISECONDS);
        } catch (TimeoutException goesOn) {
            // It waits, as it should.
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }
}
