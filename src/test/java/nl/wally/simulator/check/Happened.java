package nl.wally.simulator.check;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import nl.wally.simulator.check.Log.Deed;
import nl.wally.simulator.check.Verdict.Result;

/** Writes down, for tests of judges, what a client did; one second passes between two requests. */
final class Happened {
    private static final Instant START = Instant.parse("2026-06-01T10:00:00Z");

    private final List<Exchange> exchanges = new ArrayList<>();
    private final List<Deed> deeds = new ArrayList<>();
    private Instant now = START;

    static Part part(String verb, String type, String kind, String status, Trait... traits) {
        return new Part(verb, type, "", kind, status, "", "", "", false, Set.of(traits));
    }

    static Part at(String reference, Part part) {
        return new Part(
                part.verb(),
                part.type(),
                reference,
                part.kind(),
                part.status(),
                part.number(),
                part.about(),
                part.ifMatch(),
                part.conditional(),
                part.traits());
    }

    static Part referral(String number) {
        return new Part("POST", "ServiceRequest", "", "", "active", number, "", "", false, Set.of());
    }

    static Part referralTask(String verb, String status, Trait... traits) {
        return at("Task/1", part(verb, "Task", "fulfill", status, traits));
    }

    static Part withIfMatch(Part part) {
        return new Part(
                part.verb(),
                part.type(),
                part.reference(),
                part.kind(),
                part.status(),
                part.number(),
                part.about(),
                "W/\"1\"",
                part.conditional(),
                part.traits());
    }

    Happened seconds(int passed) {
        now = now.plusSeconds(passed);
        return this;
    }

    Happened token() {
        return add("POST", "/oauth2/token", "token", "", List.of(), reply(200));
    }

    Happened sends(int status, String problem, Part... parts) {
        return sends("body " + exchanges.size(), status, problem, parts);
    }

    /** The same fingerprint means the same message. */
    Happened sends(String fingerprint, int status, String problem, Part... parts) {
        var reply = new Exchange.Reply(status, problem.isEmpty() ? Set.of() : Set.of(problem), 0, "", List.of());
        return add("POST", "/fhir", fingerprint, "", List.of(parts), reply);
    }

    Happened looks(String path, Part... found) {
        return add("GET", path, path, "", List.of(), reply(200, found));
    }

    Happened looksInVain(String path, int status, String problem, int retryAfter) {
        return add(
                "GET",
                path,
                path,
                "",
                List.of(),
                new Exchange.Reply(status, Set.of(problem), retryAfter, "", List.of()));
    }

    Happened looksAtPage(String path, String cursor, String next) {
        return add(
                "GET", path, path + cursor, cursor, List.of(), new Exchange.Reply(200, Set.of(), 0, next, List.of()));
    }

    Happened deed(Log.Kind kind, String task) {
        deeds.add(new Deed(now, kind, task));
        return this;
    }

    Verdict judged(Judge judge) {
        return judge.judge(new Log(exchanges, deeds));
    }

    Result result(Judge judge) {
        return judged(judge).result();
    }

    private static Exchange.Reply reply(int status, Part... parts) {
        return new Exchange.Reply(status, Set.of(), 0, "", List.of(parts));
    }

    private Happened add(
            String method, String path, String fingerprint, String cursor, List<Part> parts, Exchange.Reply reply) {
        String target = path.startsWith("/fhir/Task/") ? path.substring("/fhir/".length()) : "";
        now = now.plusSeconds(1);
        exchanges.add(new Exchange(now, new Exchange.Request(method, path, target, fingerprint, cursor, parts), reply));
        return this;
    }
}
