package nl.wally.meeting;

import static nl.wally.shared.Words.words;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.Problem;
import nl.wally.shared.References;
import nl.wally.shared.Refusal;
import nl.wally.shared.Words;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

/** What a meeting of practice and Wally can be (W-11): of whom, when, and that what is over stays as it was. */
final class MeetingRules {
    private static final Set<AppointmentStatus> OVER =
            EnumSet.of(AppointmentStatus.FULFILLED, AppointmentStatus.NOSHOW, AppointmentStatus.CANCELLED);
    private static final Set<AppointmentStatus> HAS_BEEN =
            EnumSet.of(AppointmentStatus.FULFILLED, AppointmentStatus.NOSHOW);

    private MeetingRules() {}

    /** Why this meeting is refused, if it is. */
    static Optional<Refusal> judge(@Nullable Appointment before, Appointment after, MeetingFacts facts, Instant now) {
        if (!facts.mayPlan()) {
            return refuse(
                    Problem.FORBIDDEN,
                    "Appointment",
                    words("A meeting is planned by the practice, its Wally, or the coordinator of their team"));
        }
        if (before != null && !practice(before).equals(practice(after))) {
            return Optional.of(Refusal.of(Problem.ELEMENT_IMMUTABLE, "Appointment.extension"));
        }
        if (before != null && OVER.contains(before.getStatus()) && isMoved(before, after)) {
            return refuse(
                    Problem.ELEMENT_IMMUTABLE,
                    "Appointment.status",
                    words("A meeting that was held or called off stays as it is: plan another one"));
        }
        return judgeTime(after, now).or(() -> judgeParticipants(before, after, facts));
    }

    /** The practice whose meeting it is, for instance {@code Organization/practice-1}; empty when it does not say. */
    static String practice(Appointment meeting) {
        // More than one of them is for the profile to refuse.
        return meeting.getExtensionsByUrl(Canonicals.EXTENSION_PRACTICE).stream()
                .map(Extension::getValue)
                .filter(Reference.class::isInstance)
                .map(reference -> References.key((Reference) reference))
                .findFirst()
                .orElse("");
    }

    /** Whether it still has to come. */
    static boolean isPlanned(Appointment meeting, Instant now) {
        return !OVER.contains(meeting.getStatus())
                && meeting.hasStart()
                && meeting.getStart().toInstant().isAfter(now);
    }

    static boolean isHeld(Appointment meeting) {
        return meeting.getStatus() == AppointmentStatus.FULFILLED && meeting.hasStart();
    }

    private static boolean isMoved(Appointment before, Appointment after) {
        return before.getStatus() != after.getStatus()
                || !before.getStartElement().equalsDeep(after.getStartElement())
                || !before.getEndElement().equalsDeep(after.getEndElement());
    }

    private static Optional<Refusal> judgeTime(Appointment meeting, Instant now) {
        if (!meeting.hasStart() || !meeting.hasEnd()) {
            // The profile says so in its own words.
            return Optional.empty();
        }
        if (!meeting.getStart().before(meeting.getEnd())) {
            return refuse(Problem.PROFILE_VIOLATION, "Appointment.end", words("The meeting ends before it begins"));
        }
        return HAS_BEEN.contains(meeting.getStatus())
                        && meeting.getStart().toInstant().isAfter(now)
                ? refuse(
                        Problem.PROFILE_VIOLATION,
                        "Appointment.status",
                        words("A meeting that still has to come was neither held nor missed"))
                : Optional.empty();
    }

    /** Whoever was there stays on the list, also after leaving. */
    private static Optional<Refusal> judgeParticipants(
            @Nullable Appointment before, Appointment after, MeetingFacts facts) {
        List<String> actors = actors(after);
        if (before != null && actors(before).equals(actors)) {
            return Optional.empty();
        }
        boolean bothSides = actors.stream().anyMatch(facts.ofPractice()::contains)
                && actors.stream().anyMatch(facts.ofTeam()::contains);
        boolean nobodyElse = actors.stream()
                .allMatch(actor ->
                        facts.ofPractice().contains(actor) || facts.ofTeam().contains(actor));
        return bothSides && nobodyElse
                ? Optional.empty()
                : refuse(
                        Problem.PROFILE_VIOLATION,
                        "Appointment.participant",
                        words(
                                "At a meeting are people of the practice and of its team: at least one of either, and nobody"
                                        + " else"));
    }

    static List<String> actors(Appointment meeting) {
        return meeting.getParticipant().stream()
                .map(participant -> References.key(participant.getActor()))
                .toList();
    }

    private static Optional<Refusal> refuse(Problem problem, String where, Words why) {
        return Optional.of(new Refusal(problem, where, why));
    }
}
