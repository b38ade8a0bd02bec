package nl.wally.simulator.check;

import static nl.wally.shared.Problem.MEDIA_TYPE;
import static nl.wally.shared.Problem.NOT_ACCEPTABLE;
import static nl.wally.shared.Problem.NOT_SUPPORTED;
import static nl.wally.shared.Problem.PARAMETER_INVALID;
import static nl.wally.shared.Problem.PARAMETER_UNKNOWN;
import static nl.wally.shared.Problem.PROFILE_VIOLATION;
import static nl.wally.shared.Problem.TOO_LARGE;
import static nl.wally.shared.Problem.UNREADABLE;
import static nl.wally.shared.Problem.VERSION_INVALID;
import static nl.wally.shared.Problem.VERSION_REQUIRED;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.wally.shared.Problem;
import nl.wally.simulator.check.Verdict.Finding;

/** How every client behaves, whichever side it is on: tokens, versions, waiting, searching. */
final class ConductRules {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Set<String> FORM = Stream.of(
                    UNREADABLE, MEDIA_TYPE, NOT_ACCEPTABLE, TOO_LARGE, PROFILE_VIOLATION)
            .map(Problem::code)
            .collect(Collectors.toSet());
    private static final int MOST_TOKENS = 3;
    private static final int MOST_SAME_LOOKS = 30;

    static final Map<String, Judge> JUDGES = Map.of(
            "token",
            Judge.succeeds(Exchange::isToken),
            "token-reused",
            log -> notTooOften(
                    log.all(Exchange::isToken).toList(),
                    MOST_TOKENS,
                    new Phrase("een van te veel tokens in een minuut", "one of too many tokens in a minute")),
            "if-match",
            Judge.always(
                    exchange -> exchange.wrote(Part::isUpdate) || exchange.refusedFor(VERSION_REQUIRED),
                    new Phrase("met If-Match", "with If-Match"),
                    exchange -> exchange.refusedFor(VERSION_REQUIRED, VERSION_INVALID)
                                    || exchange.sent(part ->
                                            part.isUpdate() && part.ifMatch().isEmpty())
                            ? new Phrase("If-Match ontbreekt of is onleesbaar", "If-Match is missing or unreadable")
                            : null),
            "stale-read-again",
            ConductRules::staleIsReadAgain,
            "retry-after",
            ConductRules::waits,
            "conform",
            Judge.always(
                    Exchange::isWrite,
                    new Phrase("leesbaar", "readable"),
                    exchange -> isForm(exchange) ? refused(exchange) : null),
            "offered-search",
            Judge.always(
                    Exchange::isLook,
                    new Phrase("aangeboden", "offered"),
                    exchange -> exchange.refusedFor(PARAMETER_UNKNOWN, PARAMETER_INVALID, NOT_SUPPORTED)
                            ? refused(exchange)
                            : null),
            "patient-polling",
            ConductRules::patient,
            "next-followed",
            ConductRules::followsNext);

    private ConductRules() {}

    static Phrase refused(Exchange exchange) {
        String problems = String.join(", ", exchange.reply().problems());
        return new Phrase("geweigerd: " + problems, "refused: " + problems);
    }

    /** What a rule of the method refuses, its profile often forbids as well: then the rule has a requirement of its own. */
    private static boolean isForm(Exchange exchange) {
        return !exchange.succeeded()
                && !exchange.reply().problems().isEmpty()
                && FORM.containsAll(exchange.reply().problems());
    }

    private static Verdict staleIsReadAgain(Log log) {
        List<Finding> findings = new ArrayList<>();
        log.all(exchange -> exchange.reply().status() == 412).forEach(stale -> {
            boolean read = false;
            for (Exchange next : log.after(stale)) {
                boolean again = next.isWrite() && touchesSame(stale, next);
                if (again
                        && (!read
                                || next.request()
                                        .fingerprint()
                                        .equals(stale.request().fingerprint()))) {
                    findings.add(new Finding(
                            next,
                            false,
                            new Phrase("niet eerst opnieuw gelezen na 412", "not read again first after 412")));
                    return;
                }
                if (again && next.succeeded()) {
                    findings.add(new Finding(next, true, new Phrase("na 412 opnieuw gelezen", "read again after 412")));
                    return;
                }
                read |= next.isLook() && next.succeeded() && next.got(part -> names(stale, part.reference()));
            }
        });
        return Verdict.strict(findings);
    }

    private static boolean touchesSame(Exchange stale, Exchange next) {
        return names(stale, next.request().target())
                || next.sent(part -> part.isUpdate() && names(stale, part.reference()));
    }

    private static boolean names(Exchange stale, String reference) {
        return !reference.isEmpty()
                && (stale.request().target().equals(reference)
                        || stale.sent(
                                part -> part.isUpdate() && part.reference().equals(reference)));
    }

    /** The same kind of request comes again, and no sooner than it was told. */
    private static Verdict waits(Log log) {
        List<Finding> findings = new ArrayList<>();
        log.all(exchange -> exchange.reply().retryAfter() > 0 && !exchange.isToken())
                .forEach(busy -> {
                    Instant from = busy.at().plusSeconds(busy.reply().retryAfter());
                    Predicate<Exchange> again = next -> next.request()
                                    .method()
                                    .equals(busy.request().method())
                            && next.request().path().equals(busy.request().path());
                    log.after(busy).stream().filter(again).findFirst().ifPresent(next -> {
                        boolean right = !next.at().isBefore(from);
                        findings.add(new Finding(
                                next,
                                right,
                                right
                                        ? new Phrase("heeft gewacht", "has waited")
                                        : new Phrase(
                                                "te vroeg: Retry-After was "
                                                        + busy.reply().retryAfter() + " s",
                                                "too early: Retry-After was "
                                                        + busy.reply().retryAfter() + " s")));
                    });
                });
        return Verdict.strict(findings);
    }

    private static Verdict patient(Log log) {
        Phrase tooOften = new Phrase("te vaak dezelfde vraag", "the same question too often");
        List<Finding> findings = new ArrayList<>();
        log.all(Exchange::isLook)
                .collect(Collectors.groupingBy(exchange -> exchange.request().fingerprint()))
                .values()
                .forEach(same -> findings.addAll(
                        notTooOften(same, MOST_SAME_LOOKS, tooOften).findings()));
        return Verdict.strict(findings);
    }

    /** One finding for all of these: the last one, or the first that was too much within a minute. */
    private static Verdict notTooOften(List<Exchange> same, int most, Phrase tooOften) {
        if (same.isEmpty()) {
            return Verdict.strict(List.of());
        }
        for (int index = most; index < same.size(); index++) {
            Exchange now = same.get(index);
            if (same.get(index - most).at().isAfter(now.at().minus(MINUTE))) {
                return Verdict.strict(List.of(new Finding(now, false, tooOften)));
            }
        }
        Exchange last = same.get(same.size() - 1);
        return Verdict.strict(List.of(new Finding(last, true, new Phrase("niet te vaak", "not too often"))));
    }

    /** Following once shows that it can; asking anew for the first page, twice, that it does not. */
    private static Verdict followsNext(Log log) {
        List<Finding> findings = new ArrayList<>();
        log.all(exchange -> !exchange.reply().next().isEmpty()).forEach(page -> {
            List<Exchange> later = log.after(page);
            later.stream()
                    .filter(next -> next.request().cursor().equals(page.reply().next()))
                    .findFirst()
                    .ifPresent(next -> findings.add(
                            new Finding(next, true, new Phrase("heeft de link gevolgd", "has followed the link"))));
            List<Exchange> anew = later.stream()
                    .filter(next ->
                            next.request().fingerprint().equals(page.request().fingerprint()))
                    .toList();
            if (anew.size() > 1) {
                findings.add(new Finding(
                        anew.get(1),
                        false,
                        new Phrase("alleen de eerste bladzijde gelezen", "has read the first page only")));
            }
        });
        return Verdict.lenient(findings);
    }
}
