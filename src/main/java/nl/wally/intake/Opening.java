package nl.wally.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import nl.wally.conformance.Canonicals;
import nl.wally.fhir.Referrals;
import nl.wally.routing.Routing;
import nl.wally.shared.Codes;
import nl.wally.team.FirstContactDays;
import nl.wally.team.TeamProperties;
import nl.wally.team.Teams;
import nl.wally.team.WorkingCalendar;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;

/** Writes into a new referral what the server decides: number, receiver, promised date. */
@Component
class Opening {
    private final ReferralNumber numbers;
    private final Referrals referrals;
    private final Teams teams;
    private final WorkingCalendar calendar;
    private final TeamProperties settings;

    Opening(
            ReferralNumber numbers,
            Referrals referrals,
            Teams teams,
            WorkingCalendar calendar,
            TeamProperties settings) {
        this.numbers = numbers;
        this.referrals = referrals;
        this.teams = teams;
        this.calendar = calendar;
        this.settings = settings;
    }

    void open(ReferralParts parts, String practice, CareTeam team, Routing routing, Instant now) {
        List<String> recipients = new ArrayList<>();
        Optional<String> owner;
        boolean attended = routing instanceof Routing.Routed;
        if (routing instanceof Routing.Routed routed) {
            owner = Optional.of(routed.owner());
            recipients.addAll(routed.recipients());
        } else {
            owner = ((Routing.Unattended) routing).owner();
            recipients.addAll(((Routing.Unattended) routing).recipients());
        }
        String number = freshNumber();
        withoutNumber(parts.referral().getIdentifier());
        parts.referral().addIdentifier(number(number));
        mark(parts.referral(), practice);
        mark(parts.feedbackRequest(), practice);
        parts.feedbackRequest().setSender(owner.map(Reference::new).orElse(null));
        Task task = parts.task();
        mark(task, practice);
        // The coordinator sees the Task alone, and has to know which locum still has to be registered.
        if (!task.getRequester().hasDisplay()) {
            task.getRequester().setDisplay(parts.referral().getRequester().getDisplay());
        }
        withoutNumber(task.getIdentifier());
        task.addIdentifier(number(number));
        task.setOwner(owner.map(Reference::new).orElse(null));
        task.getRestriction().getRecipient().clear();
        recipients.forEach(recipient -> task.getRestriction().addRecipient(new Reference(recipient)));
        task.setBusinessStatus(Codes.concept(Canonicals.SYSTEM_BUSINESS_STATUS, "delivered"));
        setMoment(task, Canonicals.EXTENSION_FIRST_CONTACT_DUE, due(parts, team, owner, attended, now));
        remove(task, Canonicals.EXTENSION_OVERDUE);
        remove(task, Canonicals.EXTENSION_UNATTENDED);
        if (!attended) {
            setMoment(task, Canonicals.EXTENSION_UNATTENDED, now);
        }
        Date received = Date.from(now);
        Date authored = task.getAuthoredOn();
        task.setLastModifiedElement(time(authored.after(received) ? authored.toInstant() : now));
    }

    /** G-DUE: in working days of the one who will call; of the office when nobody is there to have working days. */
    private Instant due(ReferralParts parts, CareTeam team, Optional<String> owner, boolean attended, Instant now) {
        int days = FirstContactDays.of(team)
                .forPriority(parts.referral().hasPriority() ? parts.referral().getPriority() : null);
        return owner.filter(role -> attended)
                .flatMap(teams::role)
                .map(role -> calendar.plusWorkingDays(now, days, role))
                .orElseGet(() -> calendar.plusWorkingDays(now, days));
    }

    private String freshNumber() {
        String number = numbers.next();
        while (referrals.isTaken(number)) {
            number = numbers.next();
        }
        return number;
    }

    /** The number is the server's to give: one that the sender made up would be found for another referral's. */
    private static void withoutNumber(List<Identifier> identifiers) {
        identifiers.removeIf(identifier -> Canonicals.REFERRAL_NUMBER.equals(identifier.getSystem()));
    }

    private static Identifier number(String value) {
        return new Identifier()
                .setType(Codes.concept(Canonicals.IDENTIFIER_TYPE, "FILL"))
                .setSystem(Canonicals.REFERRAL_NUMBER)
                .setValue(value);
    }

    private static void mark(DomainResource resource, String practice) {
        remove(resource, Canonicals.EXTENSION_PRACTICE);
        resource.addExtension(Canonicals.EXTENSION_PRACTICE, new Reference(practice));
    }

    private static void remove(DomainResource resource, String url) {
        resource.getExtension().removeIf(extension -> url.equals(extension.getUrl()));
    }

    private void setMoment(Task task, String extension, Instant moment) {
        remove(task, extension);
        task.addExtension(extension, time(moment));
    }

    private DateTimeType time(Instant moment) {
        return new DateTimeType(
                Date.from(moment.truncatedTo(java.time.temporal.ChronoUnit.SECONDS)),
                ca.uhn.fhir.model.api.TemporalPrecisionEnum.SECOND,
                TimeZone.getTimeZone(settings.zone()));
    }
}
