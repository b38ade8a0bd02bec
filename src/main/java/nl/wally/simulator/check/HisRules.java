package nl.wally.simulator.check;

import static nl.wally.shared.Problem.BUNDLE_REQUIRED;
import static nl.wally.shared.Problem.DUPLICATE;
import static nl.wally.shared.Problem.IDENTIFIER_SYSTEM_FOREIGN;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import nl.wally.simulator.check.Verdict.Finding;

/** What the information system of a practice must show. */
final class HisRules {

    static final Map<String, Judge> JUDGES = Map.ofEntries(
            Map.entry("one-transaction", HisRules::oneTransaction),
            Map.entry("placer-number", HisRules::numbersAreOwn),
            Map.entry(
                    "no-bsn",
                    Judge.always(
                            exchange -> exchange.isReferral() || exchange.sent(has(Trait.BSN)),
                            new Phrase("zonder BSN", "without BSN"),
                            exchange ->
                                    exchange.sent(has(Trait.BSN)) ? new Phrase("met een BSN", "with a BSN") : null)),
            Map.entry(
                    "consent-sent",
                    referralHas(
                            part -> part.is("Consent", "", "active")
                                    && part.traits().contains(Trait.SHARING),
                            new Phrase("met toestemming", "with consent"),
                            new Phrase("zonder toestemming om te delen", "without consent to sharing"))),
            Map.entry(
                    "feedback-asked",
                    referralHas(
                            part -> part.is("CommunicationRequest", "feedback-request"),
                            new Phrase("vraagt om terugkoppeling", "asks for feedback"),
                            new Phrase("vraagt niet om terugkoppeling", "asks for no feedback"))),
            Map.entry(
                    "known-person",
                    referralHas(
                            part -> part.type().equals("Patient") && part.conditional(),
                            new Phrase("voorwaardelijk aangemaakt", "created conditionally"),
                            new Phrase("zonder ifNoneExist", "without ifNoneExist"))),
            Map.entry(
                    "followed",
                    Judge.finds(
                            exchange -> (exchange.isLookAt("Task") || exchange.isLookAt("ServiceRequest"))
                                    && exchange.request().path().matches(".*([?&](_id|identifier)\\b|\\{id}).*"),
                            part -> part.isReferralTask() || part.type().equals("ServiceRequest"))),
            Map.entry(
                    "feedback-fetched",
                    Judge.findsAfter(Log.Kind.COMPLETED, exchange -> exchange.isLookAt("Communication"), feedback())),
            Map.entry(
                    "read-confirmed",
                    Judge.succeeds(exchange -> exchange.wrote(part ->
                            part.type().equals("Communication") && part.traits().contains(Trait.READ)))),
            Map.entry("sent-again", HisRules::sentAgain),
            Map.entry(
                    "question-answered",
                    Judge.succeeds(
                            exchange -> exchange.wrote(part -> part.is("Task", "provide-information", "completed")))),
            Map.entry(
                    "withdrawn",
                    Judge.succeeds(exchange -> exchange.wrote(
                            part -> part.isReferralTask() && part.status().equals("cancelled")))),
            Map.entry(
                    "stop-asked",
                    Judge.succeeds(exchange -> exchange.wrote(part -> part.is("Task", "abort", "requested")))),
            Map.entry(
                    "consent-withdrawn",
                    Judge.succeeds(exchange -> exchange.wrote(part -> part.is("Consent", "", "inactive")))),
            Map.entry("refused-mended", HisRules::refusedIsMended),
            Map.entry(
                    "spoken-for",
                    Judge.succeeds(exchange -> exchange.isReferral()
                            && exchange.sent(part -> part.type().equals("RelatedPerson")
                                    || part.traits().contains(Trait.INTERPRETER)))));

    private HisRules() {}

    static Predicate<Part> feedback() {
        return part -> part.is("Communication", "final-feedback") || part.is("Communication", "interim-feedback");
    }

    private static Predicate<Part> has(Trait trait) {
        return part -> part.traits().contains(trait);
    }

    private static Judge referralHas(Predicate<Part> what, Phrase right, Phrase wrong) {
        return Judge.always(Exchange::isReferral, right, exchange -> exchange.sent(what) ? null : wrong);
    }

    /** A part that comes alone is wrong even when a whole referral came as well. */
    private static Verdict oneTransaction(Log log) {
        List<Finding> findings = new ArrayList<>();
        log.all(exchange -> exchange.isReferral() || exchange.refusedFor(BUNDLE_REQUIRED))
                .forEach(exchange -> {
                    if (exchange.refusedFor(BUNDLE_REQUIRED)) {
                        findings.add(new Finding(
                                exchange, false, new Phrase("een deel op zichzelf", "a part of it on its own")));
                    } else if (exchange.succeeded()) {
                        findings.add(new Finding(exchange, true, Judge.DONE));
                    }
                });
        return Verdict.strict(findings);
    }

    private static Verdict numbersAreOwn(Log log) {
        return Judge.always(
                        Exchange::isReferral,
                        new Phrase("met een eigen nummer", "with a number of its own"),
                        exchange -> {
                            if (exchange.number().isEmpty()) {
                                return new Phrase("zonder eigen nummer", "without a number of its own");
                            }
                            return exchange.refusedFor(DUPLICATE, IDENTIFIER_SYSTEM_FOREIGN)
                                    ? ConductRules.refused(exchange)
                                    : null;
                        })
                .judge(log);
    }

    /** Whoever got no answer cannot know whether the referral arrived: only the same one again is safe. */
    private static Verdict sentAgain(Log log) {
        List<Finding> findings = new ArrayList<>();
        log.all(exchange -> exchange.isReferral() && exchange.reply().status() >= 500)
                .forEach(lost -> {
                    List<Exchange> later = log.after(lost).stream()
                            .filter(Exchange::isReferral)
                            .toList();
                    Optional<Exchange> same = later.stream()
                            .filter(next -> next.number().equals(lost.number()))
                            .filter(next -> next.reply().status() < 500)
                            .findFirst();
                    if (same.isPresent()) {
                        boolean right = same.get().succeeded();
                        findings.add(new Finding(
                                same.get(),
                                right,
                                right
                                        ? new Phrase("dezelfde verwijzing opnieuw", "the same referral again")
                                        : new Phrase(
                                                "onder hetzelfde nummer, maar anders",
                                                "under the same number, but different")));
                    } else {
                        later.stream()
                                .filter(next -> !next.number().equals(lost.number()))
                                .findFirst()
                                .ifPresent(other -> findings.add(new Finding(
                                        other,
                                        false,
                                        new Phrase(
                                                "na een verloren antwoord onder een ander nummer",
                                                "under another number after a lost answer"))));
                    }
                });
        return Verdict.strict(findings);
    }

    private static Verdict refusedIsMended(Log log) {
        List<Finding> findings = new ArrayList<>();
        log.all(exchange -> exchange.isReferral() && exchange.reply().status() == 422)
                .forEach(refused -> {
                    for (Exchange next : log.after(refused)) {
                        if (next.request()
                                .fingerprint()
                                .equals(refused.request().fingerprint())) {
                            findings.add(
                                    new Finding(next, false, new Phrase("dezelfde nog eens", "the same once more")));
                            return;
                        }
                        if (next.isReferral() && next.succeeded()) {
                            findings.add(new Finding(next, true, new Phrase("verbeterd", "mended")));
                            return;
                        }
                    }
                });
        return Verdict.strict(findings);
    }
}
