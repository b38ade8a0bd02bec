package nl.wally.dossier;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.function.Function;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.Codes;
import nl.wally.workflow.TaskCompletion;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.hl7.fhir.r4.model.Type;

/**
 * How a referral stands.
 *
 * @param progress a code of {@code waw-business-status}; empty when there is none
 * @param progressCalled the same in words
 * @param reason why it is on hold or has ended, in words; empty when there is no reason to give
 * @param outcome how it ended for the person, in words; empty when nobody said
 * @param firstContactDue by when the person is to be called (G-DUE)
 * @param overdueSince since when a promised time has passed
 * @param unattendedSince since when nobody of the team was there for it (W-1)
 * @param resumesOn when it goes on, while it is on hold
 * @param feedbackWantedBy by which day the GP would like to hear
 */
public record Standing(
        TaskStatus status,
        String progress,
        String progressCalled,
        String reason,
        String outcome,
        Optional<ZonedDateTime> firstContactDue,
        Optional<ZonedDateTime> overdueSince,
        Optional<ZonedDateTime> unattendedSince,
        Optional<LocalDate> resumesOn,
        Optional<LocalDate> feedbackWantedBy) {

    /** Whether somebody still works on it, or is to. */
    public boolean isOpen() {
        return !TaskCompletion.isTerminal(status);
    }

    static Standing of(Papers papers, Wording wording) {
        Task task = papers.task();
        return new Standing(
                task.getStatus(),
                Codes.of(task.getBusinessStatus(), Canonicals.SYSTEM_BUSINESS_STATUS).stream()
                        .findFirst()
                        .orElse(""),
                wording.called(task.getBusinessStatus()),
                wording.called(task.getStatusReason()),
                outcome(task, wording),
                extension(task, Canonicals.EXTENSION_FIRST_CONTACT_DUE, wording::moment),
                extension(task, Canonicals.EXTENSION_OVERDUE, wording::moment),
                extension(task, Canonicals.EXTENSION_UNATTENDED, wording::moment),
                extension(task, Canonicals.EXTENSION_RESUME_DATE, wording::day),
                wanted(papers, wording));
    }

    private static <T> Optional<T> extension(Task task, String url, Function<Type, Optional<T>> read) {
        return Optional.ofNullable(task.getExtensionByUrl(url))
                .map(Extension::getValue)
                .flatMap(read);
    }

    private static String outcome(Task task, Wording wording) {
        return task.getOutput().stream()
                .filter(output -> Codes.has(output.getType(), Canonicals.SYSTEM_TASK_OUTPUT, "outcome"))
                .filter(output -> output.getValue() instanceof CodeableConcept)
                .map(output -> wording.called((CodeableConcept) output.getValue()))
                .findFirst()
                .orElse("");
    }

    /** The Task tells, or else the request for feedback. */
    private static Optional<LocalDate> wanted(Papers papers, Wording wording) {
        return wording.day(papers.task().getRestriction().getPeriod().getEndElement())
                .or(() -> papers.requests().stream()
                        .filter(request -> Kinds.is(request, "feedback-request"))
                        .findFirst()
                        .flatMap(request -> request.getOccurrence() instanceof Period period
                                ? wording.day(period.getEndElement())
                                : wording.day(request.getOccurrence())));
    }
}
