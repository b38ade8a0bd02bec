package nl.wally.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.wally.fhir.Traces;
import nl.wally.fhir.Trail;
import nl.wally.mail.Readers.Readable;
import nl.wally.notification.Courier;
import nl.wally.notification.Message;
import nl.wally.notification.Outcome;
import nl.wally.notification.Receiver;
import nl.wally.notification.Standing;
import nl.wally.shared.Caller;
import nl.wally.shared.Occurrence;
import nl.wally.team.Teams;
import nl.wally.team.WorkingCalendar;
import org.hl7.fhir.r4.model.PractitionerRole;

/** Brings letters to people: all that wait for one in one e-mail, when that person wants it. */
final class MailCourier implements Courier, AutoCloseable {
    private static final String TAKEN = "taken";
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final Post post;
    private final Mailboxes mailboxes;
    private final Undelivered undelivered;
    private final Addresses addresses;
    private final Readers readers;
    private final LetterForm form;
    private final MomentRules moments;
    private final Teams teams;
    private final WorkingCalendar calendar;
    private final Trail trail;
    private final Traces traces;
    private final Clock clock;
    private final ExecutorService threads;

    MailCourier(
            Post post,
            Mailboxes mailboxes,
            Undelivered undelivered,
            Addresses addresses,
            Readers readers,
            LetterForm form,
            MomentRules moments,
            Teams teams,
            WorkingCalendar calendar,
            Trail trail,
            Traces traces,
            Clock clock,
            ExecutorService threads) {
        this.post = post;
        this.mailboxes = mailboxes;
        this.undelivered = undelivered;
        this.addresses = addresses;
        this.readers = readers;
        this.form = form;
        this.moments = moments;
        this.teams = teams;
        this.calendar = calendar;
        this.trail = trail;
        this.traces = traces;
        this.clock = clock;
        this.threads = threads;
    }

    @Override
    public String kind() {
        return Letters.KIND;
    }

    /** So many that an urgent letter behind others is seen; who wants a digest after a holiday gets one. */
    @Override
    public int most() {
        return 200;
    }

    /** What waited long for a thread steps back: an e-mail that is sent when its time is over would be sent again. */
    @Override
    public CompletionStage<Outcome> deliver(Receiver receiver, List<Message> messages) {
        long asked = System.nanoTime();
        return CompletableFuture.supplyAsync(
                () -> System.nanoTime() - asked > LONGEST_WAIT.toNanos()
                        ? new Outcome.Waiting(clock.instant())
                        : bring(receiver.key(), messages),
                threads);
    }

    private Outcome bring(String to, List<Message> messages) {
        long last = messages.get(messages.size() - 1).number();
        Choice choice = mailboxes.choice(to);
        List<Letter> wanted = moments.wanted(
                choice,
                messages.stream()
                        .flatMap(message -> message.content().stream())
                        .map(kept -> form.read(to, kept))
                        .distinct()
                        .toList());
        if (wanted.isEmpty()) {
            return new Outcome.Delivered(last);
        }
        if (!post.isOpen()) {
            return new Outcome.Failed("no-mail-server");
        }
        Instant now = clock.instant();
        Instant from = moments.from(choice, wanted, oldest(messages), now, worksOn(to));
        if (from.isAfter(now)) {
            return new Outcome.Waiting(from);
        }
        List<Readable> readable =
                wanted.stream().map(readers::readable).flatMap(Optional::stream).toList();
        String number = number(to, messages.get(0).number(), last);
        return readable.isEmpty() ? new Outcome.Delivered(last) : send(to, number, readable, choice.tongue(), last);
    }

    private Outcome send(String to, String number, List<Readable> readable, Tongue tongue, long last) {
        Optional<String> address = addresses.of(to);
        if (address.isEmpty()) {
            return new Outcome.Refused(Failure.NO_ADDRESS.code());
        }
        if (mailboxes.isHeld(to)) {
            return new Outcome.Refused(Failure.RETURNED.code());
        }
        List<Letter> letters = readable.stream().map(Readable::letter).toList();
        putOnRecord(to, readable, letters);
        SendOff off = handIn(address.get(), number, letters, tongue);
        if (off instanceof SendOff.Refused refused) {
            return new Outcome.Refused(refused.why().code());
        }
        if (off instanceof SendOff.NotNow later) {
            return new Outcome.Failed(later.reason());
        }
        return new Outcome.Delivered(last);
    }

    private SendOff handIn(String address, String number, List<Letter> letters, Tongue tongue) {
        Traces.Part part = traces.begin(Letters.KIND, Optional.empty());
        String outcome = "broken";
        try {
            SendOff off = post.send(address, number, letters, tongue);
            outcome = outcome(off);
            return off;
        } finally {
            part.end(outcome, outcome.equals(TAKEN));
        }
    }

    private static String outcome(SendOff off) {
        if (off instanceof SendOff.Refused refused) {
            return refused.why().code();
        }
        return off instanceof SendOff.NotNow ? "not-now" : TAKEN;
    }

    /** Before it leaves: what cannot be put on record is not sent. */
    private void putOnRecord(String to, List<Readable> readable, List<Letter> letters) {
        trail.note(new Occurrence(
                Occurrence.Kind.NOTIFICATION,
                Letters.KIND,
                Caller.SYSTEM,
                null,
                readable.stream()
                        .flatMap(one -> one.persons().stream())
                        .distinct()
                        .toList(),
                Stream.concat(Stream.of(to), letters.stream().map(Letter::about))
                        .distinct()
                        .toList()));
    }

    /** Of what waits, since when the first. */
    private Instant oldest(List<Message> messages) {
        return messages.stream()
                .map(Message::at)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElseGet(clock::instant);
    }

    private Predicate<LocalDate> worksOn(String to) {
        PractitionerRole role = teams.role(to).orElseGet(PractitionerRole::new);
        return day -> calendar.isWorkingDay(day, role);
    }

    /** The same for the same letters only: a mailbox may leave out what has a number that it knows. */
    private static String number(String to, long first, long last) {
        return "wally." + to.replace('/', '.') + "." + first + "-" + last;
    }

    @Override
    public void delivered(Receiver receiver, List<Message> messages) {
        mailboxes.getsThrough(receiver.key());
    }

    @Override
    public void changed(Standing standing) {
        if (standing.state() == Standing.State.GIVEN_UP) {
            undelivered.note(standing.receiver().key(), Failure.ofCode(standing.code()), false);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
