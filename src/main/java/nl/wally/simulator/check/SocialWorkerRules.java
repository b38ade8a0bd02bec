package nl.wally.simulator.check;

import static nl.wally.shared.Problem.ELEMENT_IMMUTABLE;
import static nl.wally.shared.Problem.ELEMENT_NOT_ALLOWED;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.wally.simulator.check.Log.Deed;
import nl.wally.simulator.check.Log.Kind;
import nl.wally.simulator.check.Verdict.Finding;

/** What the system of social workers must show. */
final class SocialWorkerRules {

    static final Map<String, Judge> JUDGES = Map.ofEntries(
            Map.entry("work-list", SocialWorkerRules::findsWork),
            Map.entry("received", becomes("received", Set.of())),
            Map.entry("accepted", becomes("accepted", Set.of())),
            Map.entry("rejected", becomes("rejected", Set.of(Trait.REASON, Trait.FEEDBACK))),
            Map.entry("on-hold", becomes("on-hold", Set.of(Trait.REASON, Trait.RESUME_DATE))),
            Map.entry("stopped", becomes("cancelled", Set.of(Trait.REASON, Trait.FEEDBACK))),
            Map.entry("completed", SocialWorkerRules::completed),
            Map.entry(
                    "addendum",
                    Judge.succeeds(exchange -> exchange.wrote(
                            part -> part.isReferralTask() && part.traits().contains(Trait.ADDENDUM)))),
            Map.entry(
                    "handed-over",
                    Judge.succeeds(exchange -> exchange.isWrite()
                            && (exchange.got(part -> part.traits().contains(Trait.HANDED_OVER))
                                    || exchange.sent(part -> part.traits().contains(Trait.HANDED_OVER))))),
            Map.entry(
                    "attempt-recorded",
                    Judge.succeeds(exchange -> exchange.wrote(part -> part.is("Communication", "contact-attempt")))),
            Map.entry(
                    "clarified",
                    Judge.succeeds(
                            exchange -> exchange.wrote(part -> part.type().equals("QuestionnaireResponse")))),
            Map.entry("unknown-kept", SocialWorkerRules::unknownIsKept),
            Map.entry(
                    "question-asked",
                    Judge.succeeds(
                            exchange -> exchange.wrote(part -> part.is("Task", "provide-information", "requested")))),
            Map.entry(
                    "answer-read",
                    Judge.findsAfter(
                            Log.Kind.ANSWERED,
                            exchange -> exchange.isLookAt("Communication"),
                            part -> part.is("Communication", "information-answer"))),
            Map.entry(
                    "stop-answered",
                    Judge.succeeds(exchange -> exchange.wrote(
                            part -> part.is("Task", "abort", "accepted") || part.is("Task", "abort", "rejected")))),
            Map.entry("consent-respected", SocialWorkerRules::consentIsRespected));

    private SocialWorkerRules() {}

    /** By searching: whoever reads a Task by its id knew of it already. */
    private static Verdict findsWork(Log log) {
        List<Finding> findings = new ArrayList<>();
        log.all(exchange ->
                        exchange.isLookAt("Task") && exchange.request().target().isEmpty())
                .forEach(exchange -> {
                    boolean besides = exchange.request().path().matches(".*[?&](code|part-of)\\b.*");
                    if (exchange.got(Part::isReferralTask)) {
                        findings.add(new Finding(exchange, true, new Phrase("gevonden", "found")));
                    } else if (!besides) {
                        findings.add(new Finding(exchange, false, new Phrase("niets gevonden", "nothing found")));
                    }
                });
        return Verdict.lenient(findings);
    }

    private static Judge becomes(String status, Set<Trait> with) {
        return log -> {
            List<Finding> findings = new ArrayList<>();
            log.all(exchange -> exchange.wrote(
                            part -> part.isReferralTask() && part.status().equals(status)))
                    .forEach(exchange -> {
                        boolean right = exchange.succeeded()
                                && exchange.wrote(part -> part.isReferralTask()
                                        && part.status().equals(status)
                                        && part.traits().containsAll(with));
                        findings.add(new Finding(exchange, right, right ? Judge.DONE : ConductRules.refused(exchange)));
                    });
            return Verdict.lenient(findings);
        };
    }

    /** The server takes no end without feedback; what counts here is that both come in one transaction. */
    private static Verdict completed(Log log) {
        List<Finding> findings = new ArrayList<>();
        log.all(exchange -> exchange.wrote(part -> part.isReferralTask()
                        && part.status().equals("completed")
                        && !part.traits().contains(Trait.ADDENDUM)))
                .forEach(exchange -> {
                    boolean together = exchange.sent(part -> part.is("Communication", "final-feedback"));
                    boolean right = exchange.succeeded() && together;
                    Phrase wrong = exchange.succeeded()
                            ? new Phrase("niet in een transactie", "not in one transaction")
                            : ConductRules.refused(exchange);
                    findings.add(new Finding(exchange, right, right ? Judge.DONE : wrong));
                });
        return Verdict.lenient(findings);
    }

    private static Verdict unknownIsKept(Log log) {
        return Judge.always(
                        exchange -> exchange.wrote(part -> part.isReferralTask() && part.isUpdate()),
                        new Phrase("de rest is blijven staan", "the rest was left in place"),
                        exchange -> exchange.refusedFor(ELEMENT_IMMUTABLE, ELEMENT_NOT_ALLOWED)
                                ? ConductRules.refused(exchange)
                                : null)
                .judge(log);
    }

    /** Nobody is told the reason twice: the notice is enough to know that nothing may be written any more. */
    private static Verdict consentIsRespected(Log log) {
        List<Finding> findings = new ArrayList<>();
        log.deeds().stream()
                .filter(deed -> deed.kind() == Kind.CONSENT_WITHDRAWN)
                .forEach(gone -> findings.addAll(after(gone, log)));
        return Verdict.strict(findings);
    }

    private static List<Finding> after(Deed gone, Log log) {
        List<Finding> findings = new ArrayList<>();
        log.all(exchange -> !exchange.at().isBefore(gone.at())).forEach(exchange -> {
            boolean writes = exchange.isWrite()
                    && (exchange.request().target().equals(gone.task())
                            || exchange.sent(part -> part.concerns(gone.task())));
            if (writes) {
                findings.add(new Finding(
                        exchange, false, new Phrase("schrijft zonder toestemming", "writes without consent")));
            } else if (exchange.isLook()
                    && exchange.got(part -> part.is("Communication", "closing-notice") && part.concerns(gone.task()))) {
                findings.add(
                        new Finding(exchange, true, new Phrase("heeft het bericht gelezen", "has read the notice")));
            }
        });
        return findings;
    }
}
