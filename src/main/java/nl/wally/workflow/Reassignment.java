package nl.wally.workflow;

import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import nl.wally.conformance.Canonicals;
import nl.wally.fhir.Custodies;
import nl.wally.fhir.Custody;
import nl.wally.fhir.Referral;
import nl.wally.fhir.Submission;
import nl.wally.shared.References;
import nl.wally.team.TeamProperties;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;

/** Lets the server itself bring a referral to who should have it, as {@link Actor#SYSTEM} and by the tables like anybody. */
@Component
class Reassignment {
    private final TaskMarking marking;
    private final ReferralFile file;
    private final Custodian custodian;
    private final Custodies custodies;
    private final TeamProperties settings;

    Reassignment(
            TaskMarking marking, ReferralFile file, Custodian custodian, Custodies custodies, TeamProperties settings) {
        this.marking = marking;
        this.file = file;
        this.custodian = custodian;
        this.custodies = custodies;
        this.settings = settings;
    }

    /** Does so when it is needed; the row of the referral is locked. */
    void of(Submission submission, Referral referral, Custodian.Source source) {
        Optional<Custody> custody = custodies.of(referral.id());
        if (custody.isEmpty()) {
            return;
        }
        Task before = file.find(submission, custody.get().task(), Task.class).orElseThrow();
        if (TaskCompletion.isTerminal(before.getStatus())
                || referral.at(submission.now()).withdrawn()) {
            // It ends at this very instant, or will when its turn comes: nobody else gets it.
            return;
        }
        boolean flagged = before.hasExtension(Canonicals.EXTENSION_UNATTENDED);
        StaffingFacts facts =
                custodian.facts(asItWillBe(custody.get(), before, submission), flagged, source, submission.now());
        Staffing staffing = StaffingRules.decide(facts);
        if (staffing.sameAs(facts.now())) {
            return;
        }
        if (!staffing.handedOver().equals(facts.now().handedOver())
                || !staffing.standIns().equals(facts.now().standIns())) {
            custodies.remember(referral.id(), staffing.handedOver(), staffing.standIns());
        }
        marking.write(submission, referral, before, staffed(before, facts.now(), staffing, submission));
    }

    /** Whom people choose at this very instant has it: the row tells who had it before. */
    private static Custody asItWillBe(Custody custody, Task task, Submission submission) {
        return custody.with(
                References.key(task.getOwner()),
                task.getRestriction().getRecipient().stream()
                        .map(References::key)
                        .toList(),
                submission.now());
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
}
