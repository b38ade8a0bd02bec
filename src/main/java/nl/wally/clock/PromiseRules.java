package nl.wally.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import nl.wally.clock.Promise.Kind;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.Codes;
import nl.wally.team.WorkingCalendar;
import nl.wally.workflow.TaskCompletion;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.hl7.fhir.r4.model.Type;

/** By when what is promised, and what keeps it. A date without a time means the end of office hours on that day. */
final class PromiseRules {
    private final WorkingCalendar calendar;

    PromiseRules(WorkingCalendar calendar) {
        this.calendar = calendar;
    }

    /** By when the person is to be called, as was told to the GP. */
    Optional<Instant> firstContact(Task task) {
        return moment(task, Canonicals.EXTENSION_FIRST_CONTACT_DUE);
    }

    /** By when the GP wants feedback, if that was asked: the Task tells, or else the request for feedback. */
    Optional<Instant> feedback(Task task, Optional<CommunicationRequest> request) {
        return ofType(task.getRestriction().getPeriod())
                .or(() -> request.flatMap(asked -> ofType(asked.getOccurrence())));
    }

    /** By when an answer is wanted, if that was asked. */
    Optional<Instant> answer(CommunicationRequest question) {
        return ofType(question.getOccurrence());
    }

    /** By when what is on hold goes on: the owner's working day on that date, or the first after it. */
    Optional<Instant> resume(Task task, PractitionerRole owner) {
        Extension date = task.getExtensionByUrl(Canonicals.EXTENSION_RESUME_DATE);
        return date != null && date.getValue() instanceof BaseDateTimeType day && day.hasValue()
                ? Optional.of(calendar.endOfWorkFrom(lastDay(day.getValueAsString()), owner))
                : Optional.empty();
    }

    /** A moment that was on hold: later by as many working days of the owner as that took, unless it had passed before. */
    Instant afterPause(Instant due, Instant pausedAt, Instant now, PractitionerRole owner) {
        int days = calendar.workingDaysBetween(pausedAt, now, owner);
        return days == 0 || !due.isAfter(pausedAt) ? due : calendar.plusWorkingDays(due, days, owner);
    }

    /** What this change of the Task of a referral keeps; all of it when the referral ends. */
    static Set<Kind> kept(Task before, Task after) {
        if (isEnd(before, after)) {
            return EnumSet.allOf(Kind.class);
        }
        Set<Kind> kept = EnumSet.noneOf(Kind.class);
        if (showsContact(after) && !showsContact(before)) {
            kept.add(Kind.FIRST_CONTACT);
        }
        if (resumes(before, after)) {
            kept.add(Kind.RESUME);
        }
        return kept;
    }

    /** What it keeps that this was said: an attempt to reach the person, or feedback to the GP, interim or final. */
    static Set<Kind> kept(Communication said) {
        Set<Kind> kept = EnumSet.noneOf(Kind.class);
        if (is(said, "contact-attempt")) {
            kept.add(Kind.FIRST_CONTACT);
        }
        if (is(said, "interim-feedback") || is(said, "final-feedback")) {
            kept.add(Kind.FEEDBACK);
        }
        return kept;
    }

    static boolean isEnd(Task before, Task after) {
        return TaskCompletion.isTerminal(after.getStatus()) && !TaskCompletion.isTerminal(before.getStatus());
    }

    /** First contact and feedback wait while a referral is on hold. */
    static boolean pauses(Task before, Task after) {
        return after.getStatus() == TaskStatus.ONHOLD && before.getStatus() != TaskStatus.ONHOLD;
    }

    static boolean resumes(Task before, Task after) {
        return before.getStatus() == TaskStatus.ONHOLD && after.getStatus() != TaskStatus.ONHOLD;
    }

    /** Work with the person has begun, or the Wally says so. */
    private static boolean showsContact(Task task) {
        return task.getStatus() == TaskStatus.INPROGRESS
                || Codes.has(task.getBusinessStatus(), Canonicals.SYSTEM_BUSINESS_STATUS, "contact-attempted");
    }

    private static boolean is(Communication said, String category) {
        return Codes.anyHas(said.getCategory(), Canonicals.SYSTEM_COMMUNICATION_CATEGORY, category);
    }

    private Optional<Instant> moment(Task task, String extension) {
        Extension found = task.getExtensionByUrl(extension);
        return found == null ? Optional.empty() : ofType(found.getValue());
    }

    private Optional<Instant> ofType(Type value) {
        if (value instanceof Period period) {
            return period.hasEnd() ? ofType(period.getEndElement()) : Optional.empty();
        }
        return value instanceof BaseDateTimeType time && time.hasValue() ? Optional.of(of(time)) : Optional.empty();
    }

    private Instant of(BaseDateTimeType time) {
        String text = time.getValueAsString();
        return text.contains("T") ? time.getValue().toInstant() : calendar.endOfOfficeHours(lastDay(text));
    }

    private static LocalDate lastDay(String text) {
        return switch (text.length()) {
            case 4 -> Year.parse(text).atMonth(12).atEndOfMonth();
            case 7 -> YearMonth.parse(text).atEndOfMonth();
            default -> LocalDate.parse(text);
        };
    }
}
