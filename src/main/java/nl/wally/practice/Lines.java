package nl.wally.practice;

import static nl.wally.shared.Words.words;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.wally.conformance.Canonicals;
import nl.wally.conformance.Concepts;
import nl.wally.shared.Language;
import nl.wally.shared.References;
import nl.wally.shared.Words;
import nl.wally.team.WorkingCalendar;
import org.hl7.fhir.r4.model.Task.TaskPriority;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.springframework.stereotype.Component;

/** Tells of sent referrals, each in a line. */
@Component
class Lines {
    private final Concepts concepts;
    private final ZoneId zone;

    Lines(Concepts concepts, WorkingCalendar calendar) {
        this.concepts = concepts;
        this.zone = calendar.zone();
    }

    /** @param asked whether a question to the practice is open */
    Line of(Sent sent, boolean asked, Language language, Instant now) {
        List<Words> asks = new ArrayList<>();
        if (asked) {
            asks.add(words("Question for you"));
        }
        sent.said().stream()
                .flatMap(said -> NewsRules.news(said, now).stream())
                .distinct()
                .forEach(asks::add);
        Optional<Day> day = day(sent);
        return new Line(
                sent.id(),
                sent.number(),
                sent.person().full(),
                sent.called(References.key(sent.task().getRequester())).full(),
                says(sent, language),
                asks,
                sent.task().getPriority() == TaskPriority.URGENT,
                sent.marked(Canonicals.EXTENSION_OVERDUE),
                day.map(Day::when).orElse(null),
                day.map(Day::about).orElse(Words.NONE));
    }

    /** How it stands. */
    Words says(Sent sent, Language language) {
        String why = sent.task().getStatus() == TaskStatus.COMPLETED
                ? called(Canonicals.SYSTEM_OUTCOME, sent.outcome(), language)
                : called(Canonicals.SYSTEM_STATUS_REASON, sent.reason(), language);
        return StandingRules.says(new StandingRules.Facts(
                sent.task().getStatus(),
                sent.progress(),
                sent.wally().brief(),
                sent.person().brief(),
                attempts(sent),
                sent.marked(Canonicals.EXTENSION_UNATTENDED),
                why));
    }

    /** The day that matters now: by when the Wally calls, when it goes on, when it ended. */
    Optional<Day> day(Sent sent) {
        return switch (sent.task().getStatus()) {
            case REQUESTED, RECEIVED, ACCEPTED ->
                sent.day(Canonicals.EXTENSION_FIRST_CONTACT_DUE, zone)
                        .filter(due -> attempts(sent) == 0)
                        .map(due -> new Day(words("First contact by"), due));
            case INPROGRESS -> Optional.empty();
            case ONHOLD ->
                sent.day(Canonicals.EXTENSION_RESUME_DATE, zone).map(on -> new Day(words("Goes on around"), on));
            default -> Optional.of(new Day(words("Ended on"), sent.ended(zone)));
        };
    }

    private String called(String system, String code, Language language) {
        return concepts.called(system, code, language).orElse("–");
    }

    private static int attempts(Sent sent) {
        return (int) sent.said().stream()
                .filter(said -> NewsRules.is(said, "contact-attempt"))
                .count();
    }

    /** A day, and what is then. */
    record Day(Words about, LocalDate when) {}
}
