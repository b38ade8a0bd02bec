package nl.wally.dossier;

import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.References;
import nl.wally.workflow.SubTask;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;

/**
 * A question of the Wally to the GP.
 *
 * @param id of its Task, without the type
 * @param version of its Task that the reader sees
 * @param request for instance {@code CommunicationRequest/…}
 * @param text what is asked; empty when the reader may not see it
 * @param by who asks
 * @param wantedBy by when an answer is wanted
 * @param late whether the answer is overdue
 */
public record Question(
        String id,
        String version,
        String request,
        String text,
        ZonedDateTime at,
        String by,
        Optional<ZonedDateTime> wantedBy,
        boolean late,
        TaskStatus status,
        Optional<Answer> answer) {
    /** What the GP side answered. */
    public record Answer(String text, ZonedDateTime at, String by) {}

    /** Whether it waits for an answer. */
    public boolean isOpen() {
        return status == TaskStatus.REQUESTED;
    }

    /** The oldest first. */
    static List<Question> of(Papers papers, Wording wording) {
        return papers.beside().stream()
                .filter(task ->
                        SubTask.of(task).filter(SubTask.INFORMATION::equals).isPresent())
                .flatMap(task ->
                        wording.moment(task.getAuthoredOnElement()).stream().map(at -> of(task, at, papers, wording)))
                .sorted(Comparator.comparing(Question::at))
                .toList();
    }

    private static Question of(Task task, ZonedDateTime at, Papers papers, Wording wording) {
        String focus = References.key(task.getFocus());
        Optional<CommunicationRequest> asked = papers.requests().stream()
                .filter(request -> References.key(request).equals(focus))
                .findFirst();
        Extension overdue = task.getExtensionByUrl(Canonicals.EXTENSION_OVERDUE);
        return new Question(
                task.getIdElement().getIdPart(),
                task.getMeta().getVersionId(),
                focus,
                asked.map(Wording::text).orElse(""),
                at,
                wording.who(task.getRequester()),
                asked.flatMap(request -> request.getOccurrence() instanceof Period period
                        ? wording.moment(period.getEndElement())
                        : wording.moment(request.getOccurrence())),
                overdue != null,
                task.getStatus(),
                answer(task, papers.said(), wording));
    }

    private static Optional<Answer> answer(Task task, List<Communication> said, Wording wording) {
        return task.getOutput().stream()
                .filter(output -> output.getValue() instanceof Reference)
                .map(output -> References.key((Reference) output.getValue()))
                .flatMap(key -> said.stream().filter(one -> References.key(one).equals(key)))
                .flatMap(one -> wording.moment(one.getSentElement()).stream()
                        .map(at -> new Answer(Wording.text(one), at, wording.who(one.getSender()))))
                .findFirst();
    }
}
