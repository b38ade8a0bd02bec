package nl.wally.workflow;

import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import nl.wally.conformance.Canonicals;
import nl.wally.fhir.Change;
import nl.wally.fhir.Custodies;
import nl.wally.fhir.Custody;
import nl.wally.fhir.Referral;
import nl.wally.fhir.Referrals;
import nl.wally.fhir.Submission;
import nl.wally.shared.Caller;
import nl.wally.shared.References;
import nl.wally.shared.RefusedException;
import nl.wally.team.TeamProperties;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;

/** Lets the server itself bring a referral to who should have it, as {@link Actor#SYSTEM} and by the tables like anybody. */
@Component
class Reassignment {
    private final TaskRules rules;
    private final TaskCompletion completion;
    private final Consequences consequences;
    private final ReferralFile file;
    private final Custodian custodian;
    private final Custodies custodies;
    private final Referrals referrals;
    private final TeamProperties settings;

    Reassignment(
            TaskRules rules,
            TaskCompletion completion,
            Consequences consequences,
            ReferralFile file,
            Custodian custodian,
            Custodies custodies,
            Referrals referrals,
            TeamProperties settings) {
        this.rules = rules;
        this.completion = completion;
        this.consequences = consequences;
        this.file = file;
        this.custodian = custodian;
        this.custodies = custodies;
        this.referrals = referrals;
        this.settings = settings;
    }

    /** Does so when it is needed; the row of the referral is locked. */
    void of(Submission submission, Referral referral, Custodian.Source source) {
        Optional<Custody> custody = custodies.of(referral.id());
        if (custody.isEmpty()) {
            return;
        }
        Task before = file.find(submission, custody.get().task(), Task.class).orElseThrow();
        boolean flagged = before.hasExtension(Canonicals.EXTENSION_UNATTENDED);
        StaffingFacts facts = custodian.facts(custody.get(), flagged, source, submission.now());
        Staffing staffing = StaffingRules.decide(facts);
        if (staffing.sameAs(facts.now())) {
            return;
        }
        if (!staffing.handedOver().equals(facts.now().handedOver())) {
            custodies.remember(referral.id(), staffing.handedOver());
        }
        write(submission, referral, before, staffed(before, facts.now(), staffing, submission));
    }

    private void write(Submission submission, Referral referral, Task before, Task after) {
        if (TaskDiff.between(before, after).isEmpty()) {
            return;
        }
        Set<String> members = new HashSet<>(after.getRestriction().getRecipient().stream()
                .map(References::key)
                .toList());
        TaskFacts facts = TaskFacts.of(EnumSet.of(Actor.SYSTEM), Optional.empty(), submission.now())
                .withTeam(members);
        Verdict verdict = rules.judge(before, after, facts);
        if (verdict instanceof Verdict.Refused refused) {
            throw new RefusedException(refused.refusals());
        }
        Verdict.Allowed allowed = (Verdict.Allowed) verdict;
        Task completed = completion.complete(before, after, allowed, facts);
        List<String> known = provenances(submission);
        submission.update(before, completed);
        consequences.of(submission, referral, before, completed, allowed, Caller.SYSTEM);
        if (ReferralFile.of(submission).isEmpty()) {
            // The submission is about a person or a team: nobody else records what happened to their referrals.
            List<String> added = provenances(submission).stream()
                    .filter(reference -> !known.contains(reference))
                    .toList();
            referrals.join(referral.id(), added, false);
            referrals.update(
                    referral.id(),
                    completed.getStatus().toCode(),
                    References.key(completed.getOwner()),
                    completed.getRestriction().getRecipient().stream()
                            .map(References::key)
                            .toList());
        }
    }

    private Task staffed(Task before, Staffing now, Staffing wanted, Submission submission) {
        Task task = before.copy();
        wanted.owner()
                .filter(owner -> !owner.equals(References.key(task.getOwner())))
                .ifPresent(owner -> task.setOwner(new Reference(owner)));
        if (!Set.copyOf(now.recipients()).equals(Set.copyOf(wanted.recipients()))) {
            task.getRestriction().getRecipient().clear();
            wanted.recipients().forEach(role -> task.getRestriction().addRecipient(new Reference(role)));
        }
        if (wanted.attended()) {
            task.getExtension().removeIf(extension -> Canonicals.EXTENSION_UNATTENDED.equals(extension.getUrl()));
        } else if (!task.hasExtension(Canonicals.EXTENSION_UNATTENDED)) {
            task.addExtension(
                    Canonicals.EXTENSION_UNATTENDED,
                    new DateTimeType(
                            Date.from(submission.now().truncatedTo(ChronoUnit.SECONDS)),
                            ca.uhn.fhir.model.api.TemporalPrecisionEnum.SECOND,
                            TimeZone.getTimeZone(settings.zone())));
        }
        return task;
    }

    private static List<String> provenances(Submission submission) {
        return submission
                .changesOf(Provenance.class)
                .map(Change::reference)
                .filter(Objects::nonNull)
                .toList();
    }
}
