package nl.wally.mail;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.wally.notification.Event;

/**
 * Who gets which letter because of what happened. Nobody is told what they did themselves: a person not what that person
 * did, a practice not what one of its people or its system did.
 */
final class LetterRules {
    private static final String TRUE = "true";

    /** The letters, in no special order, each once. */
    static List<Letter> letters(Event event, Sides sides) {
        return Stream.concat(named(event), following(event, sides))
                .filter(letter -> !sides.isAuthor(letter.to(), event.author().agent()))
                .distinct()
                .toList();
    }

    /** Where it was decided already whom it concerns. */
    private static Stream<Letter> named(Event event) {
        return event.receivers().stream()
                .flatMap(receiver -> kind(event).map(kind -> new Letter(kind, receiver, event.focus())).stream());
    }

    private static Optional<LetterKind> kind(Event event) {
        return Optional.ofNullable(
                switch (event.kind()) {
                    case REMINDED -> LetterKind.REMINDER;
                    case ESCALATED ->
                        event.fact("step").filter("overdue"::equals).isPresent()
                                ? LetterKind.OVERDUE
                                : LetterKind.ESCALATED;
                    case ABSENCES_OVERLAP -> LetterKind.ALL_AWAY;
                    case MEETING_DUE -> LetterKind.MEETING;
                    case UNDELIVERABLE -> LetterKind.UNDELIVERABLE;
                    case CHANGED -> null;
                });
    }

    /** Whom a change concerns. */
    private static Stream<Letter> following(Event event, Sides sides) {
        if (event.kind() != Event.Kind.CHANGED) {
            return Stream.empty();
        }
        return switch (event.type()) {
            case "Task" -> task(event, sides);
            case "Communication" -> communication(event, sides);
            case "CareTeam" -> becomes(event, "gap", TRUE) ? coordinator(LetterKind.GAP, event, sides) : Stream.empty();
            default -> Stream.empty();
        };
    }

    private static Stream<Letter> task(Event event, Sides sides) {
        return switch (event.fact("code").orElse("")) {
            case "fulfill" -> referral(event, sides);
            case "provide-information" ->
                isCreated(event) ? practice(LetterKind.QUESTION, event, sides) : Stream.empty();
            case "abort" -> stopping(event, sides);
            default -> Stream.empty();
        };
    }

    private static Stream<Letter> referral(Event event, Sides sides) {
        Stream<Letter> unattended =
                becomes(event, "unattended", TRUE) ? coordinator(LetterKind.UNATTENDED, event, sides) : Stream.empty();
        LetterKind toOwner = isCreated(event) ? LetterKind.NEW_REFERRAL : LetterKind.HANDED_OVER;
        return event.isChanged("owner")
                ? Stream.concat(to(event.fact("owner"), toOwner, event), unattended)
                : unattended;
    }

    private static Stream<Letter> stopping(Event event, Sides sides) {
        if (isCreated(event)) {
            return to(sides.owner(), LetterKind.STOP_REQUEST, event);
        }
        return becomes(event, "status", "rejected") ? practice(LetterKind.STOP_DECLINED, event, sides) : Stream.empty();
    }

    private static Stream<Letter> communication(Event event, Sides sides) {
        if (!isCreated(event)) {
            return Stream.empty();
        }
        return switch (event.fact("category").orElse("")) {
            case "interim-feedback", "final-feedback" -> practice(LetterKind.FEEDBACK, event, sides);
            case "information-answer" -> to(sides.owner(), LetterKind.ANSWER, event);
            case "message" -> to(sides.owner(), LetterKind.MESSAGE, event);
            case "closing-notice" -> closing(event);
            default -> Stream.empty();
        };
    }

    /** To whom the notice itself is addressed (G-NOTICE): after an end without consent nobody else is an owner any more. */
    private static Stream<Letter> closing(Event event) {
        return Stream.of(event.fact("recipient").orElse("").split(" "))
                .filter(recipient -> !recipient.isEmpty())
                .map(recipient -> new Letter(LetterKind.CLOSED, recipient, event.focus()));
    }

    private static Stream<Letter> practice(LetterKind kind, Event event, Sides sides) {
        return to(sides.practice(), kind, event);
    }

    private static Stream<Letter> coordinator(LetterKind kind, Event event, Sides sides) {
        return to(sides.coordination(), kind, event);
    }

    private static Stream<Letter> to(Optional<String> receiver, LetterKind kind, Event event) {
        return receiver.stream().map(reference -> new Letter(kind, reference, event.focus()));
    }

    private static boolean isCreated(Event event) {
        return event.fact("created").isPresent();
    }

    private static boolean becomes(Event event, String fact, String value) {
        return event.isChanged(fact) && event.fact(fact).filter(value::equals).isPresent();
    }

    /**
     * Who stands where around what happened; each is a reference.
     *
     * @param owner the Wally who has the referral now
     * @param practice that sent it, or whose team it is
     * @param coordination the organisation whose coordinator looks after it
     * @param authors whom its author is or works for
     */
    record Sides(
            Optional<String> owner, Optional<String> practice, Optional<String> coordination, Set<String> authors) {
        public Sides {
            authors = Set.copyOf(authors);
        }

        /** The coordination works for the same organisation as the Wallies: what a Wally did, the coordinator has not done. */
        private boolean isAuthor(String receiver, String agent) {
            return receiver.equals(agent)
                    || practice.filter(receiver::equals).isPresent() && authors.contains(receiver);
        }
    }

    private LetterRules() {}
}
