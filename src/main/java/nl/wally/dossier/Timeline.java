package nl.wally.dossier;

import static nl.wally.shared.Words.words;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.Codes;
import nl.wally.shared.Words;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;

/** What happened with a referral, a sentence for each thing. */
final class Timeline {
    private static final String HANDED_OVER = "handed-over";
    private static final String ON_HOLD = TaskStatus.ONHOLD.toCode();

    private final Papers papers;
    private final Wording wording;
    private final List<Event> events = new ArrayList<>();

    private Timeline(Papers papers, Wording wording) {
        this.papers = papers;
        this.wording = wording;
    }

    /** The newest first. */
    static List<Event> of(Papers papers, Wording wording) {
        Timeline timeline = new Timeline(papers, wording);
        timeline.sent();
        timeline.steps();
        timeline.said();
        timeline.asked();
        timeline.stops();
        timeline.remarks();
        timeline.addenda();
        timeline.events.sort(Comparator.comparing(Event::at));
        Collections.reverse(timeline.events);
        return List.copyOf(timeline.events);
    }

    private void sent() {
        Task task = papers.task();
        wording.moment(task.getAuthoredOnElement())
                .ifPresent(at -> add(at, words("{0} sent the referral.", wording.who(task.getRequester())), ""));
    }

    private void steps() {
        List<Provenance> steps = papers.steps().stream()
                .filter(Provenance::hasRecorded)
                .sorted(Comparator.comparing(Provenance::getRecorded))
                .toList();
        int lastMove = steps.stream().map(Timeline::activity).toList().lastIndexOf(HANDED_OVER);
        String before = "";
        for (int index = 0; index < steps.size(); index++) {
            Provenance step = steps.get(index);
            String activity = activity(step);
            String who = wording.who(step.getAgentFirstRep().getWho());
            Words says = activity.equals(HANDED_OVER) ? moved(index == lastMove) : step(activity, before, who);
            boolean last = index == steps.size() - 1;
            String reason = last && activity.equals(papers.task().getStatus().toCode())
                    ? wording.called(papers.task().getStatusReason())
                    : "";
            wording.moment(step.getRecordedElement())
                    .filter(at -> !says.isEmpty())
                    .ifPresent(at -> add(at, says, reason));
            before = activity.equals(HANDED_OVER) ? before : activity;
        }
    }

    private static String activity(Provenance step) {
        return Objects.requireNonNullElse(step.getActivity().getText(), "");
    }

    /** To whom it went is known of the last time only: that is the owner now. */
    private Words moved(boolean last) {
        String owner = last ? wording.who(papers.task().getOwner()) : "";
        return owner.isEmpty()
                ? words("The referral went to another member of the team.")
                : words("The referral went to {0}.", owner);
    }

    private static Words step(String activity, String before, String who) {
        return switch (activity) {
            case "received" -> words("{0} opened the referral.", who);
            case "accepted" -> words("{0} accepted the referral.", who);
            case "in-progress" ->
                before.equals(ON_HOLD)
                        ? words("{0} went on with the referral.", who)
                        : words("{0} started to work with the person.", who);
            case "on-hold" -> words("{0} put the referral on hold.", who);
            case "completed" -> words("{0} completed the referral.", who);
            case "rejected" -> words("{0} did not accept the referral.", who);
            case "failed" -> words("{0} ended the referral without a result.", who);
            case "cancelled" -> words("{0} stopped the referral.", who);
            case "entered-in-error" -> words("{0} marked the referral as a mistake.", who);
            default -> Words.NONE;
        };
    }

    private void said() {
        papers.said()
                .forEach(said -> wording.moment(said.getSentElement()).ifPresent(at -> {
                    Words says = said(said, wording.who(said.getSender()));
                    if (!says.isEmpty()) {
                        add(at, says, Wording.text(said));
                    }
                }));
        Feedback.of(papers, wording).stream()
                .flatMap(feedback -> feedback.read().stream())
                .forEach(read -> add(read.at(), words("{0} read the feedback.", read.by()), ""));
    }

    /** The closing notice says nothing that the step before it does not. */
    private static Words said(Communication said, String who) {
        if (Kinds.is(said, "contact-attempt")) {
            return attempted(said, who);
        }
        if (Kinds.is(said, "interim-feedback")) {
            return words("{0} told the GP how it stands.", who);
        }
        if (Kinds.is(said, "final-feedback")) {
            return words("{0} told the GP how it ended.", who);
        }
        if (Kinds.is(said, "information-answer")) {
            return words("{0} answered the question.", who);
        }
        return Kinds.is(said, "message") ? words("{0} sent a message.", who) : Words.NONE;
    }

    private static Words attempted(Communication said, String who) {
        return switch (Attempt.result(said)) {
            case "reached" -> words("{0} spoke to the person.", who);
            case "no-answer" -> words("{0} tried to reach the person: no answer.", who);
            case "voicemail" -> words("{0} left a message on the voicemail of the person.", who);
            case "no-show" -> words("The person did not come to the appointment with {0}.", who);
            default -> words("{0} tried to reach the person.", who);
        };
    }

    private void asked() {
        for (Question question : Question.of(papers, wording)) {
            add(question.at(), words("{0} asked the GP a question.", question.by()), question.text());
            if (question.status() == TaskStatus.CANCELLED) {
                changed(question.id())
                        .ifPresent(at -> add(at, words("The question to the GP was taken back."), question.text()));
            }
        }
    }

    private Optional<ZonedDateTime> changed(String id) {
        return papers.beside().stream()
                .filter(task -> task.getIdElement().getIdPart().equals(id))
                .findFirst()
                .flatMap(task -> wording.moment(task.getLastModifiedElement()));
    }

    private void stops() {
        for (StopRequest stop : StopRequest.of(papers, wording)) {
            add(stop.at(), words("{0} asked to stop the referral.", stop.by()), stop.why());
            Words answer = switch (stop.status()) {
                case ACCEPTED -> words("It was agreed to stop the referral.");
                case REJECTED -> words("It was declined to stop the referral.");
                case CANCELLED -> words("The request to stop was taken back.");
                default -> Words.NONE;
            };
            stop.answeredAt().filter(at -> !answer.isEmpty()).ifPresent(at -> add(at, answer, ""));
        }
    }

    /** A remark of a system that does not say when is as old as the referral. */
    private void remarks() {
        Task task = papers.task();
        task.getNote()
                .forEach(note -> wording.moment(note.getTimeElement())
                        .or(() -> wording.moment(task.getAuthoredOnElement()))
                        .ifPresent(at -> add(at, remarked(note), Objects.requireNonNullElse(note.getText(), ""))));
    }

    private Words remarked(Annotation note) {
        String who = note.getAuthor() instanceof Reference author
                ? wording.who(author)
                : note.getAuthor() instanceof StringType name ? name.getValue() : "";
        return who.isEmpty() ? words("Remark") : words("{0} wrote a remark.", who);
    }

    private void addenda() {
        Task task = papers.task();
        task.getOutput().stream()
                .filter(output -> Codes.has(output.getType(), Canonicals.SYSTEM_TASK_OUTPUT, "addendum"))
                .filter(output -> output.getValue() instanceof Annotation)
                .map(output -> (Annotation) output.getValue())
                .forEach(added -> wording.moment(added.getTimeElement())
                        .or(() -> wording.moment(task.getLastModifiedElement()))
                        .ifPresent(at -> add(
                                at,
                                words("Something was added after the end."),
                                Objects.requireNonNullElse(added.getText(), ""))));
    }

    private void add(ZonedDateTime at, Words says, String quote) {
        events.add(new Event(at, says, quote));
    }
}
