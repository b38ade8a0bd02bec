package nl.wally.dossier;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.References;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;

/**
 * One referral, as far as its reader may see it: in words, and in the order in which a page tells it. What somebody may not
 * see is not in it, nor how much that is.
 *
 * @param number of the referral, for instance {@code WAW-4821037519}; empty when it has none
 * @param owner for instance {@code PractitionerRole/wally-1}; empty when nobody is
 * @param ownerName what the owner is called; empty when nobody is
 * @param person whom it is about; empty for who may not know
 * @param sharing what the person agreed to; empty for who may not know
 * @param attempts to reach the person, the oldest first
 * @param feedback to the GP, the oldest first
 * @param questions to the GP, the oldest first
 * @param stops requests to stop, the oldest first
 * @param timeline what happened, the newest first
 * @param papers the resources themselves, for whoever wants to change one
 */
public record Dossier(
        String number,
        Standing standing,
        String owner,
        String ownerName,
        Asked asked,
        Optional<Person> person,
        Optional<Sharing> sharing,
        List<Attempt> attempts,
        List<Feedback> feedback,
        List<Question> questions,
        List<StopRequest> stops,
        List<Event> timeline,
        Papers papers) {
    public Dossier {
        attempts = List.copyOf(attempts);
        feedback = List.copyOf(feedback);
        questions = List.copyOf(questions);
        stops = List.copyOf(stops);
        timeline = List.copyOf(timeline);
    }

    /** The id of the Task, as it stands in the addresses of pages. */
    public String id() {
        return papers.task().getIdElement().getIdPart();
    }

    /** The version of the Task that the reader sees. */
    public String version() {
        return papers.task().getMeta().getVersionId();
    }

    /** The Task as the reader sees it, to be changed and sent. */
    public Task task() {
        return papers.task().copy();
    }

    /** The standing request of the practice for feedback. */
    public Optional<CommunicationRequest> feedbackRequest() {
        return papers.requests().stream()
                .filter(request -> Kinds.is(request, "feedback-request"))
                .findFirst();
    }

    /** The number of a referral; empty when its Task shows none. */
    public static String numberOf(Task task) {
        return task.getIdentifier().stream()
                .filter(number -> Canonicals.REFERRAL_NUMBER.equals(number.getSystem()))
                .map(Identifier::getValue)
                .findFirst()
                .orElse("");
    }

    /** The practice of a referral, as the server writes it on its Task; empty when it does not. */
    public static String practiceOf(Task task) {
        return Optional.ofNullable(task.getExtensionByUrl(Canonicals.EXTENSION_PRACTICE))
                .filter(practice -> practice.getValue() instanceof Reference)
                .map(practice -> References.key((Reference) practice.getValue()))
                .orElse("");
    }

    static Dossier of(Papers papers, Instant now, Wording wording) {
        Task task = papers.task();
        return new Dossier(
                numberOf(task),
                Standing.of(papers, wording),
                References.key(task.getOwner()),
                wording.who(task.getOwner()),
                Asked.of(papers, wording),
                papers.person().map(person -> Person.of(person, papers, wording)),
                papers.consent().map(consent -> Sharing.of(consent, now, wording)),
                Attempt.of(papers, wording),
                Feedback.of(papers, wording),
                Question.of(papers, wording),
                StopRequest.of(papers, wording),
                Timeline.of(papers, wording),
                papers);
    }
}
