package nl.wally.workflow;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import java.time.Instant;
import java.util.Date;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.Codes;
import nl.wally.shared.References;
import nl.wally.workflow.StateTable.State;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.jspecify.annotations.Nullable;

/**
 * What the server fills in after an allowed change. Completing twice gives the same as completing once, and a completed
 * Task gets the same verdict as the one that the client sent; only that nobody looked yet is not the client's to erase.
 */
public final class TaskCompletion {
    /** The progress that a move of the owner is shown by (G-SUB). */
    private static final String HANDED_OVER = "handed-over";

    /** Whose step shows that somebody looks after the Task now. */
    private static final Set<Actor> ATTENDING = EnumSet.of(Actor.OWNER, Actor.STAND_IN);

    private static final Set<TaskStatus> WORKING = EnumSet.of(TaskStatus.ACCEPTED, TaskStatus.INPROGRESS);
    private static final Set<TaskStatus> TERMINAL = EnumSet.of(
            TaskStatus.COMPLETED,
            TaskStatus.REJECTED,
            TaskStatus.FAILED,
            TaskStatus.CANCELLED,
            TaskStatus.ENTEREDINERROR);

    private final StateTable states;

    public TaskCompletion(StateTable states) {
        this.states = states;
    }

    /** Whether the status ends the referral: only addenda and entered-in-error come after it. */
    public static boolean isTerminal(TaskStatus status) {
        return TERMINAL.contains(status);
    }

    /** Whether businessStatus says that the owner moved. */
    static boolean isHandedOver(Task task) {
        return Codes.has(task.getBusinessStatus(), Canonicals.SYSTEM_BUSINESS_STATUS, HANDED_OVER);
    }

    /**
     * The Task to store: a copy, the arguments stay as they are.
     *
     * @param before the version stored; null at intake
     * @param after what the client wants
     * @param allowed the verdict on that
     */
    public Task complete(@Nullable Task before, Task after, Verdict.Allowed allowed, TaskFacts facts) {
        Task task = after.copy();
        Task old = before == null ? new Task() : before;
        boolean changes = before == null || !TaskDiff.between(before, after).isEmpty();
        if (before != null) {
            keepWhatTheServerWrote(before, task);
        }
        boolean stepped = old.getStatus() != task.getStatus();
        if (stepped) {
            dropStale(old, task);
            // Somebody looks after it, or there is nothing left to look after.
            if (allowed.transition()
                    .filter(step -> ATTENDING.contains(step.actor()) || isTerminal(step.to()))
                    .isPresent()) {
                task.getExtension().removeIf(extension -> Canonicals.EXTENSION_UNATTENDED.equals(extension.getUrl()));
            }
            ownerOf(allowed, facts).ifPresent(role -> {
                if (!role.equals(References.key(task.getOwner()))) {
                    task.setOwner(new Reference(role));
                }
            });
            task.setExecutionPeriod(executionPeriod(old, task.getStatus(), facts.now()));
        }
        boolean moved = before != null && !References.key(before.getOwner()).equals(References.key(task.getOwner()));
        String owner = References.key(task.getOwner());
        if (before != null
                && !owner.isEmpty()
                && !References.anyIs(task.getRestriction().getRecipient(), owner)) {
            // Whoever owns it may own it: handing back stays possible.
            task.getRestriction().addRecipient(task.getOwner().copy());
        }
        states.of(task.getStatus()).ifPresent(state -> businessStatus(old, task, state, stepped, moved));
        if (changes) {
            task.setLastModifiedElement(lastModified(task, facts.now()));
        }
        return task;
    }

    /** From the first acceptance or work to the end; unchanged in between, absent when nobody ever worked on it. */
    static @Nullable Period executionPeriod(Task before, @Nullable TaskStatus to, Instant now) {
        Period period =
                before.hasExecutionPeriod() ? before.getExecutionPeriod().copy() : new Period();
        if (to != null && WORKING.contains(to) && !period.hasStart()) {
            period.setStartElement(time(now));
        }
        if (to != null && TERMINAL.contains(to) && period.hasStart() && !period.hasEnd()) {
            period.setEndElement(time(now));
        }
        return period.isEmpty() ? null : period;
    }

    /** Narrative, tags and times are not the client's to write. */
    static void keepWhatTheServerWrote(Task before, Task task) {
        task.setText(before.hasText() ? before.getText().copy() : null);
        task.getMeta().setProfile(before.getMeta().copy().getProfile());
        task.getMeta().setTag(before.getMeta().copy().getTag());
        task.getMeta().setSecurity(before.getMeta().copy().getSecurity());
        task.setLastModifiedElement(before.getLastModifiedElement().copy());
    }

    private static void dropStale(Task before, Task task) {
        if (task.getStatusReason().equalsDeep(before.getStatusReason())) {
            task.setStatusReason(null);
        }
        if (task.getStatus() != TaskStatus.ONHOLD) {
            task.getExtension().removeIf(extension -> Canonicals.EXTENSION_RESUME_DATE.equals(extension.getUrl()));
        }
    }

    private static Optional<String> ownerOf(Verdict.Allowed allowed, TaskFacts facts) {
        return allowed.transition()
                .filter(step -> step.actor() == Actor.STAND_IN)
                .flatMap(step -> facts.callerRole());
    }

    /** A move of the owner is shown unless the client says something better in a step; else the status's default. */
    private static void businessStatus(Task before, Task task, State state, boolean stepped, boolean moved) {
        boolean open = task.getBusinessStatus().isEmpty()
                || stepped && task.getBusinessStatus().equalsDeep(before.getBusinessStatus());
        String wanted = null;
        if (moved && (open || !stepped) && state.businessStatuses().contains(HANDED_OVER)) {
            wanted = HANDED_OVER;
        } else if (open) {
            wanted = Codes.of(task.getStatusReason(), Canonicals.SYSTEM_STATUS_REASON).stream()
                    .map(reason -> state.defaultByReason().get(reason))
                    .filter(code -> code != null)
                    .findFirst()
                    .orElse(state.defaultBusinessStatus());
        }
        if (wanted != null && !Codes.has(task.getBusinessStatus(), Canonicals.SYSTEM_BUSINESS_STATUS, wanted)) {
            task.setBusinessStatus(Codes.concept(Canonicals.SYSTEM_BUSINESS_STATUS, wanted));
        }
    }

    /** Never before authoredOn (FHIR invariant inv-1), which may lie minutes ahead when clocks differ. */
    static DateTimeType lastModified(Task task, Instant now) {
        BaseDateTimeType authored = task.getAuthoredOnElement();
        Date at = Date.from(now);
        return authored.getValue() != null && authored.getValue().after(at)
                ? time(authored.getValue().toInstant())
                : time(now);
    }

    private static DateTimeType time(Instant at) {
        return new DateTimeType(Date.from(at), TemporalPrecisionEnum.MILLI, TimeZone.getTimeZone("UTC"));
    }
}
