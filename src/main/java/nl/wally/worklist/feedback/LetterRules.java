package nl.wally.worklist.feedback;

import static nl.wally.shared.Words.words;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.wally.shared.Language;
import nl.wally.shared.Words;

/**
 * The letter to the GP that grows from what was recorded (W-6), in plain Dutch whatever the language of its writer: a GP in
 * the Netherlands reads it. Only what is on record is said; where the writer alone knows, there is a gap.
 */
final class LetterRules {
    /** What the writer has yet to fill in. */
    static final String GAP = "[…]";

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM", Locale.forLanguageTag(Language.DUTCH.code()));

    private LetterRules() {}

    /** What the GP must do; all that may be said where the person permits no content, besides that there was contact. */
    enum Wish {
        NOTHING(words("You need not do anything now.")),
        CALL(words("Please contact your patient yourself.")),
        INVITE(words("Please invite your patient to your surgery."));

        private final Words says;

        Wish(Words says) {
            this.says = says;
        }

        public Words says() {
            return says;
        }

        /** The one that a form names; what no form of ours names asks nothing of the GP. */
        static Wish of(String name) {
            return Stream.of(values())
                    .filter(wish -> wish.name().equals(name))
                    .findFirst()
                    .orElse(NOTHING);
        }
    }

    /** The letter, with gaps where something is to be filled in. */
    static String write(LetterFacts facts) {
        return Stream.of(
                        Stream.of(dutch(words("Dear {0},", facts.to()))),
                        Stream.of(together(referred(facts), contact(facts), progress(facts.progress()))),
                        Stream.of(agreed(facts.agreed())),
                        onward(facts.onward()).stream(),
                        Stream.of(dutch(Wish.NOTHING.says())),
                        Stream.of(dutch(words("Kind regards,")) + "\n" + facts.from()))
                .flatMap(part -> part)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    /** The whole letter where the person does not permit that the GP hears of the content. */
    static String withoutContent(LetterFacts facts, Wish wish) {
        Words contact = facts.reachedOn().isPresent()
                ? words("I have been in contact with your patient.")
                : words("I have not been in contact with your patient.");
        Words silent = words("Your patient would rather not have me tell you the content.");
        return Stream.of(
                        dutch(words("Dear {0},", facts.to())),
                        together(Optional.of(contact), Optional.of(silent)),
                        dutch(wish.says()),
                        dutch(words("Kind regards,")) + "\n" + facts.from())
                .collect(Collectors.joining("\n\n"));
    }

    /** Why this text cannot be sent yet; empty when it can. */
    static Optional<Words> missing(String text) {
        if (text.isBlank()) {
            return Optional.of(words("Write what the GP needs to know."));
        }
        return text.contains(GAP)
                ? Optional.of(words("Fill in what belongs in the place of {0}, or take that line out.", GAP))
                : Optional.empty();
    }

    private static Optional<Words> referred(LetterFacts facts) {
        return facts.referredOn().map(day -> words("On {0} you referred your patient to me.", day(day)));
    }

    private static Optional<Words> contact(LetterFacts facts) {
        int attempts = facts.attempts().size();
        if (attempts == 0) {
            return Optional.empty();
        }
        Optional<LocalDate> reached = facts.reachedOn();
        if (reached.isEmpty()) {
            String last = day(facts.attempts().get(attempts - 1).on());
            return Optional.of(
                    attempts == 1
                            ? words("I tried to reach your patient on {0}, without success.", last)
                            : words(
                                    "I tried {0} times to reach your patient, the last time on {1}, without success.",
                                    attempts, last));
        }
        return Optional.of(words("On {0} I spoke with your patient.", day(reached.get())));
    }

    private static Optional<Words> progress(String code) {
        return switch (code) {
            case "intake-planned" -> Optional.of(words("We have an appointment to talk it over."));
            case "intake-done" -> Optional.of(words("We have talked it over at length."));
            case "support-running" -> Optional.of(words("I support your patient at the moment."));
            case "waitlisted" -> Optional.of(words("Your patient is on a waiting list."));
            case "no-show" -> Optional.of(words("Your patient did not come to our appointment."));
            default -> Optional.empty();
        };
    }

    private static String agreed(List<String> notes) {
        Stream<String> lines = notes.isEmpty() ? Stream.of(GAP) : notes.stream().map(String::strip);
        return dutch(words("What we agreed:"))
                + lines.map(line -> "\n- " + line).collect(Collectors.joining());
    }

    private static Optional<String> onward(List<String> places) {
        return places.isEmpty()
                ? Optional.empty()
                : Optional.of(dutch(words("I brought your patient into contact with:"))
                        + places.stream().map(place -> "\n- " + place).collect(Collectors.joining()));
    }

    @SafeVarargs
    private static String together(Optional<Words>... sentences) {
        return Stream.of(sentences)
                .flatMap(Optional::stream)
                .map(LetterRules::dutch)
                .collect(Collectors.joining(" "));
    }

    private static String day(LocalDate day) {
        return DAY.format(day);
    }

    private static String dutch(Words words) {
        return words.in(Language.DUTCH);
    }
}
