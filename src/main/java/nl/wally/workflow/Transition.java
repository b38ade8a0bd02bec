package nl.wally.workflow;

import java.util.Set;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.jspecify.annotations.Nullable;

/**
 * One allowed change of status.
 *
 * @param from the status before; null when the Task comes into being
 * @param to the status after
 * @param actor who may do it
 * @param id the step's id, for instance {@code T10}; several actors may share one
 * @param guards what must hold, and what the server does because of it
 */
public record Transition(@Nullable TaskStatus from, TaskStatus to, Actor actor, String id, Set<Guard> guards) {}
