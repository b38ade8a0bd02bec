package nl.wally.simulator.check;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import nl.wally.shared.Caller;
import nl.wally.shared.Caller.Capacity;
import nl.wally.simulator.check.Log.Deed;
import nl.wally.simulator.check.Play.Disturbance;

/** The check of one client, from the moment it was asked for: what happened since, and what the simulator plays. */
final class Check {
    private static final int MOST = 2_000;

    private final Caller caller;
    private final Clock clock;
    private final Instant began;
    private final Checklist checklist;
    private final Play play;
    private final List<Exchange> exchanges = new ArrayList<>();
    private final List<Deed> deeds = new ArrayList<>();

    /** A check that begins now; the play is made with a diary for what the simulator does. */
    Check(Caller caller, Clock clock, Function<BiConsumer<Log.Kind, String>, Play> play) {
        this.caller = caller;
        this.clock = clock;
        this.began = clock.instant();
        this.checklist = Checklist.of(caller.capacity());
        this.play = play.apply((kind, task) -> deeds.add(new Deed(clock.instant(), kind, task)));
    }

    boolean isOlderThan(Instant moment) {
        return began.isBefore(moment);
    }

    /** Before a request is handled; what the client is answered instead, if anything. */
    synchronized Optional<Disturbance> before(Exchange.Request request) {
        // Whoever asks for a token may be anybody.
        if (request.isToken()) {
            return Optional.empty();
        }
        Optional<Disturbance> disturbance = play.before(request);
        disturbance.ifPresent(instead -> keep(disturbed(clock.instant(), request, instead)));
        return disturbance;
    }

    /** After a request was handled; what the client is answered instead, if anything. */
    synchronized Optional<Disturbance> after(Exchange exchange) {
        // Whoever knows no secret may be anybody.
        if (exchange.isToken() && !exchange.succeeded()) {
            return Optional.empty();
        }
        Optional<Disturbance> disturbance = play.after(exchange);
        keep(disturbance
                .map(instead -> disturbed(exchange.at(), exchange.request(), instead))
                .orElse(exchange));
        return disturbance;
    }

    /** What there is to say now. */
    synchronized Report report() {
        var log = new Log(List.copyOf(exchanges), List.copyOf(deeds));
        return Report.of(
                caller.client(), caller.capacity() == Capacity.PRACTICE, began, checklist, log, play.next(), isFull());
    }

    private static Exchange disturbed(Instant at, Exchange.Request request, Disturbance instead) {
        return new Exchange(
                at,
                request,
                Transcript.instead(instead.kind().status(), instead.problem().code(), instead.retryAfter()));
    }

    private void keep(Exchange exchange) {
        if (!isFull()) {
            exchanges.add(exchange);
        }
    }

    /** What comes after so many requests is not looked at any more; the report says so. */
    private boolean isFull() {
        return exchanges.size() == MOST;
    }
}
