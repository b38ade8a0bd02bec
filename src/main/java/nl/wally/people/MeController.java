package nl.wally.people;

import static nl.wally.shared.Words.words;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.wally.shared.Caller.Capacity;
import nl.wally.shared.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The first pages behind the sign-in: who am I here, and the choice of a role for who has several. */
@Controller
final class MeController {
    private final Screens screens;
    private final Reception reception;
    private final Names names;
    private final List<Room> rooms;
    private final PeopleProperties settings;
    private final Clock clock;

    MeController(
            Screens screens,
            Reception reception,
            Names names,
            List<Room> rooms,
            PeopleProperties settings,
            Clock clock) {
        this.screens = screens;
        this.reception = reception;
        this.names = names;
        this.rooms = List.copyOf(rooms);
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping(PeopleConfig.ME)
    void me(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Session session = session();
        Position acting = session.acting().orElseThrow();
        Duration left = session.left(clock.instant(), settings.longest());
        screens.show(
                request,
                response,
                HttpServletResponse.SC_OK,
                "people/me",
                Map.of(
                        "who", shown(0, acting),
                        "several", reception.positions(session.identity()).size() > 1,
                        "idle", settings.idle().toMinutes(),
                        "hours", left.toHours(),
                        "minutes", left.toMinutesPart()));
    }

    /** Leads to the first room of somebody's menu. */
    @GetMapping(PeopleConfig.HOME)
    void home(HttpServletRequest request, HttpServletResponse response) {
        Screens.lead(
                request,
                response,
                session()
                        .acting()
                        .map(acting -> rooms.stream()
                                .filter(room -> room.isFor(acting.capacity()))
                                .findFirst()
                                .map(Room::path)
                                .orElse(PeopleConfig.ME))
                        .orElse(PeopleConfig.ROLE));
    }

    @GetMapping(PeopleConfig.ROLE)
    void roles(
            @RequestParam(name = Destination.FIELD, required = false) @Nullable String to,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Session session = session();
        if (session.acting().isPresent()) {
            Screens.lead(request, response, PeopleConfig.HOME);
            return;
        }
        List<Shown> choices = reception.positions(session.identity()).entrySet().stream()
                .map(held -> shown(held.getKey(), held.getValue()))
                .toList();
        if (choices.isEmpty()) {
            reception.unknown(session.identity(), request, response);
            return;
        }
        screens.show(
                request,
                response,
                HttpServletResponse.SC_OK,
                "people/role",
                Map.of("choices", choices, "to", Destination.ours(to)));
    }

    @PostMapping(PeopleConfig.ROLE)
    void choose(
            @RequestParam long position,
            @RequestParam(name = Destination.FIELD, required = false) @Nullable String to,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<String> ticket = reception.choose(session(), position);
        ticket.ifPresent(fresh -> Cookies.SESSION.write(request, response, fresh));
        Screens.lead(request, response, ticket.isPresent() ? Destination.orHome(to) : PeopleConfig.ROLE);
    }

    private static Session session() {
        return ((SignedIn) Objects.requireNonNull(
                        SecurityContextHolder.getContext().getAuthentication()))
                .session();
    }

    private Shown shown(long number, Position position) {
        String role = position.role();
        return new Shown(
                number,
                role == null ? "" : names.of(role),
                names.of(position.organization()),
                capacity(position.capacity()));
    }

    private static Words capacity(Capacity capacity) {
        return switch (capacity) {
            case PRACTICE -> words("GP practice");
            case SOCIAL_WORKER -> words("Wally or wellbeing coach");
            case COORDINATOR -> words("Coordinator of Wallies");
            case PRIVACY_OFFICER -> words("Privacy officer");
            case OPERATOR -> words("Operator of this server");
            case SYSTEM -> Words.NONE;
        };
    }

    /**
     * A position as people read it.
     *
     * @param number of the position
     * @param person empty for who has no place in the directory
     */
    record Shown(long number, String person, String organization, Words capacity) {}
}
