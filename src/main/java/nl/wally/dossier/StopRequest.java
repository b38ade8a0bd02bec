package nl.wally.dossier;

import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.wally.workflow.SubTask;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;

/**
 * The GP side asks to stop the referral.
 *
 * @param id of its Task, without the type
 * @param version of its Task that the reader sees
 * @param why in words; empty when they gave no reason
 * @param answeredAt when it was agreed to, declined or taken back
 */
public record StopRequest(
        String id,
        String version,
        String why,
        ZonedDateTime at,
        String by,
        TaskStatus status,
        Optional<ZonedDateTime> answeredAt) {

    /** Whether it waits for an answer. */
    public boolean isOpen() {
        return status == TaskStatus.REQUESTED;
    }

    /** The oldest first. */
    static List<StopRequest> of(Papers papers, Wording wording) {
        return papers.beside().stream()
                .filter(task ->
                        SubTask.of(task).filter(SubTask.CANCELLATION::equals).isPresent())
                .flatMap(task ->
                        wording.moment(task.getAuthoredOnElement()).stream().map(at -> of(task, at, wording)))
                .sorted(Comparator.comparing(StopRequest::at))
                .toList();
    }

    private static StopRequest of(Task task, ZonedDateTime at, Wording wording) {
        return new StopRequest(
                task.getIdElement().getIdPart(),
                task.getMeta().getVersionId(),
                why(task, wording),
                at,
                wording.who(task.getRequester()),
                task.getStatus(),
                task.getStatus() == TaskStatus.REQUESTED
                        ? Optional.empty()
                        : wording.moment(task.getLastModifiedElement()));
    }

    private static String why(Task task, Wording wording) {
        Stream<String> notes = task.getNote().stream().map(Annotation::getText);
        return Stream.concat(Stream.of(wording.called(task.getStatusReason())), notes)
                .filter(Objects::nonNull)
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining("\n\n"));
    }
}
