package nl.wally.mail;

import static nl.wally.shared.Words.words;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.wally.fhir.CurrentCaller;
import nl.wally.mail.Choice.Moments;
import nl.wally.people.Names;
import nl.wally.people.Screens;
import nl.wally.shared.Caller;
import nl.wally.shared.Caller.Capacity;
import nl.wally.shared.Words;
import nl.wally.team.WorkingCalendar;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The page on which somebody chooses when to get e-mail and, for a coordinator, sees to whom none gets through. */
@Controller
final class ChoicesController {
    /** Of which a digest may have any; nobody is asked to read at night. */
    private static final List<Integer> HOURS =
            IntStream.rangeClosed(7, 19).boxed().toList();

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd-MM-yyyy HH:mm");

    private final Screens screens;
    private final CurrentCaller current;
    private final Mailboxes mailboxes;
    private final Unreached unreached;
    private final Addresses addresses;
    private final Names names;
    private final ZoneId zone;

    ChoicesController(
            Screens screens,
            CurrentCaller current,
            Mailboxes mailboxes,
            Unreached unreached,
            Addresses addresses,
            Names names,
            WorkingCalendar calendar) {
        this.screens = screens;
        this.current = current;
        this.mailboxes = mailboxes;
        this.unreached = unreached;
        this.addresses = addresses;
        this.names = names;
        this.zone = calendar.zone();
    }

    @GetMapping(Links.CHOICES)
    void show(
            @RequestParam(required = false) Optional<String> saved,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        show(saved.isPresent() ? words("Your choice has been saved.") : Words.NONE, Words.NONE, request, response);
    }

    @PostMapping(Links.CHOICES)
    void choose(
            @RequestParam String mailbox,
            @RequestParam String moments,
            @RequestParam(required = false) Set<Integer> hours,
            @RequestParam String tongue,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Set<Integer> chosen = hours == null ? Set.of() : hours;
        if (!of(current.current()).contains(mailbox) || !HOURS.containsAll(chosen)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        Moments when = coded(Moments.values(), moments);
        if (when == Moments.DIGEST && chosen.isEmpty()) {
            show(
                    Words.NONE,
                    words("Choose at least one hour for the e-mail with everything that waits."),
                    request,
                    response);
            return;
        }
        mailboxes.choose(mailbox, new Choice(when, chosen, coded(Tongue.values(), tongue)));
        Screens.lead(request, response, Links.CHOICES + "?saved");
    }

    private void show(Words done, Words wrong, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Caller caller = current.current();
        boolean coordinator = caller.capacity() == Capacity.COORDINATOR;
        screens.show(
                request,
                response,
                wrong.isEmpty() ? HttpServletResponse.SC_OK : HttpServletResponse.SC_BAD_REQUEST,
                "mail/choices",
                Map.of(
                        "done", done,
                        "wrong", wrong,
                        "mailboxes", of(caller).stream().map(this::shown).toList(),
                        "hours", HOURS,
                        "coordinator", coordinator,
                        "failing", coordinator ? failing(caller.organization()) : List.of()));
    }

    /** What somebody chooses for: the own mailbox, and the one that everybody of a practice or of the coordination shares. */
    private static List<String> of(Caller caller) {
        Stream<String> shared =
                caller.capacity() == Capacity.SOCIAL_WORKER ? Stream.of() : Stream.of(caller.organization());
        return Stream.concat(shared, caller.person().stream()).toList();
    }

    private Shown shown(String reference) {
        Choice choice = mailboxes.choice(reference);
        return new Shown(
                reference,
                names.of(reference),
                reference.startsWith("Organization/"),
                addresses.of(reference).orElse(""),
                Mailboxes.code(choice.moments()),
                choice.hours(),
                Mailboxes.code(choice.tongue()));
    }

    private List<Silent> failing(String coordination) {
        return unreached.under(coordination).stream()
                .map(one -> new Silent(names.of(one.reference()), since(one.since()), one.why()))
                .toList();
    }

    private String since(Instant moment) {
        return MOMENT.format(moment.atZone(zone));
    }

    /** What no form of ours says is refused. */
    private static <T extends Enum<T>> T coded(T[] values, String code) {
        return Arrays.stream(values)
                .filter(value -> Mailboxes.code(value).equals(code))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
    }

    /**
     * A mailbox, as the page shows it.
     *
     * @param shared whether everybody of an organisation reads it
     * @param address empty when the directory has none
     */
    record Shown(
            String reference,
            String name,
            boolean shared,
            String address,
            String moments,
            Set<Integer> hours,
            String tongue) {}

    /** Somebody to whom nothing gets through, as the page shows it. */
    record Silent(String name, String since, Words why) {}
}
