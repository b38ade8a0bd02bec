package nl.wally.workflow;

import java.util.Set;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.jspecify.annotations.Nullable;

/**
 * One allowed step of a sub-Task.
 *
 * @param from the status before; null when it comes into being
 * @param to the status after
 * @param actor who may do it, with regard to the referral Task
 * @param id the step's id, for instance {@code A02}; several actors may share one
 */
record SubTaskTransition(
        SubTask kind, @Nullable TaskStatus from, TaskStatus to, Actor actor, String id, Set<SubTaskGuard> guards) {}
