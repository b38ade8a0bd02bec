package nl.wally.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import nl.wally.shared.Problem;
import org.jspecify.annotations.Nullable;

/** Receives somebody who has just proven who they are: at the provider, with an account of the demo region, or by a launch. */
public class Reception {
    private final Positions positions;
    private final Sessions sessions;
    private final Screens screens;
    private final Register register;
    private final Luggage luggage;
    private final String contact;

    Reception(
            Positions positions,
            Sessions sessions,
            Screens screens,
            Register register,
            Luggage luggage,
            PeopleProperties settings) {
        this.positions = positions;
        this.sessions = sessions;
        this.screens = screens;
        this.register = register;
        this.luggage = luggage;
        String named = settings.contact();
        this.contact = named == null ? "" : named;
    }

    /** As whom this person may act now; a position ends when its holder leaves. */
    Map<Long, Position> positions(Identity identity) {
        Map<Long, Position> held = new LinkedHashMap<>(positions.of(identity));
        held.values().removeIf(sessions::hasLeft);
        return held;
    }

    /**
     * Begins a session under a new ticket, whatever the browser brought along, and leads on: to the choice of a role when there
     * are several. Who has no role hears whom to ask.
     */
    void welcome(
            Identity identity,
            @Nullable String idToken,
            @Nullable String destination,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        forgetWhoWasThere(request, response);
        Map<Long, Position> held = positions(identity);
        if (held.isEmpty()) {
            turnAway(identity, request, response);
            return;
        }
        boolean one = held.size() == 1;
        if (one) {
            held.values().forEach(register::comesIn);
        }
        Long only = one ? held.keySet().iterator().next() : null;
        Cookies.SESSION.write(request, response, sessions.begin(identity, only, idToken));
        String to = Destination.ours(destination);
        Screens.lead(
                request,
                response,
                one ? Destination.orHome(to) : PeopleConfig.ROLE + (to.isEmpty() ? "" : "?to=" + to));
    }

    /**
     * Begins a session for somebody who has proven elsewhere who they are, in the role that they have in this organisation and in
     * no other, and leads on. Who has several there gets the one that the operator named first; who has none hears whom to ask.
     *
     * @param brought what they bring along, see {@link Luggage}
     * @param lasts for how long
     * @param path where they go
     * @return false when what they bring is too much: then nobody came in, and nothing was answered
     */
    public boolean admit(
            Arrival arrival,
            Map<String, Object> brought,
            Duration lasts,
            String path,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Optional<Map.Entry<Long, Position>> role = positions(arrival.identity()).entrySet().stream()
                .filter(held -> arrival.isAs(held.getValue()))
                .findFirst();
        if (role.isEmpty()) {
            forgetWhoWasThere(request, response);
            turnAway(arrival.identity(), request, response);
            return true;
        }
        String ticket = sessions.ticket();
        Optional<String> packed = luggage.pack(brought, ticket, lasts);
        if (packed.isEmpty()) {
            return false;
        }
        forgetWhoWasThere(request, response);
        register.comesIn(role.get().getValue());
        sessions.begin(ticket, arrival.identity(), role.get().getKey(), null);
        Cookies.SESSION.write(request, response, ticket);
        Cookies.LUGGAGE.write(request, response, packed.get());
        Screens.lead(request, response, path);
        return true;
    }

    /** Whom somebody may ask who does not get in, as people are told; empty when nobody was named. */
    public String contact() {
        return contact;
    }

    /** Puts on record that somebody came who proved nothing. */
    public void refuse(Problem why) {
        register.isTurnedAway(why);
    }

    private void forgetWhoWasThere(HttpServletRequest request, HttpServletResponse response) {
        Cookies.SESSION.read(request).flatMap(sessions::find).ifPresent(sessions::end);
        Cookies.FORM.remove(request, response);
        Cookies.LUGGAGE.remove(request, response);
    }

    private void turnAway(Identity identity, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Cookies.SESSION.remove(request, response);
        register.isTurnedAway(Problem.FORBIDDEN);
        unknown(identity, request, response);
    }

    /**
     * From now on this person acts in this role, under a new ticket. Only a role that this person has, and only once: for another
     * one signs in again.
     *
     * @return the new ticket, if so
     */
    Optional<String> choose(Session session, long number) {
        Optional<Position> chosen = Optional.ofNullable(
                        positions(session.identity()).get(number))
                .filter(held -> session.acting().isEmpty());
        chosen.ifPresent(register::comesIn);
        return chosen.flatMap(held -> sessions.choose(session, number));
    }

    /** Tells somebody without a role whom to ask, and what to pass on. */
    void unknown(Identity identity, HttpServletRequest request, HttpServletResponse response) throws IOException {
        screens.show(
                request,
                response,
                HttpServletResponse.SC_FORBIDDEN,
                "people/unknown",
                Map.of("identity", identity, "contact", contact));
    }
}
