package nl.wally.worklist.clarification;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.wally.conformance.Canonicals;
import nl.wally.conformance.Concepts;
import nl.wally.dossier.Dossier;
import nl.wally.shared.Language;
import nl.wally.shared.Words;
import nl.wally.team.WorkingCalendar;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Makes what the page shows of the clarifications of a referral, in the language of the reader. */
@Component
class Sheets {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final Clarifications clarifications;
    private final Concepts concepts;
    private final Clock clock;
    private final ZoneId zone;

    Sheets(Clarifications clarifications, Concepts concepts, Clock clock, WorkingCalendar calendar) {
        this.clarifications = clarifications;
        this.concepts = concepts;
        this.clock = clock;
        this.zone = calendar.zone();
    }

    /**
     * What is there: the one under way to write on, or else the last one to read.
     *
     * @param again to begin a new one
     * @param amend to correct the last one
     */
    Sheet of(String task, Clarifications.Found found, boolean again, boolean amend, HttpServletRequest request) {
        Optional<QuestionnaireResponse> underWay = found.inProgress();
        boolean fresh = underWay.isEmpty() && (again || found.all().isEmpty());
        Optional<QuestionnaireResponse> shown = fresh
                ? Optional.empty()
                : underWay.or(() -> found.all().stream().findFirst());
        boolean writing = found.open() && (fresh || underWay.isPresent() || amend);
        return sheet(task, found, writing, shown, shown.map(Answers::of).orElseGet(Answers::none), Map.of(), request);
    }

    /** What somebody typed and could not save: to write on, or to copy where the referral is in other hands by now. */
    Sheet typed(String task, Clarifications.Found found, Answers mine, HttpServletRequest request) {
        Optional<QuestionnaireResponse> shown =
                found.inProgress().or(() -> found.all().stream().findFirst());
        return sheet(task, found, found.open(), shown, mine, Map.of(), request);
    }

    /** What somebody typed, and beside it what is there by now. */
    Sheet both(
            String task,
            Clarifications.Found found,
            QuestionnaireResponse there,
            Answers mine,
            HttpServletRequest request) {
        Answers theirs = Answers.of(there);
        TreeMap<String, String> different = new TreeMap<>();
        TreeSet<String> links = new TreeSet<>(mine.byLink().keySet());
        links.addAll(theirs.byLink().keySet());
        links.stream()
                .filter(link -> !mine.to(link).equals(theirs.to(link)))
                .forEach(link -> different.put(link, theirs.to(link)));
        return sheet(task, found, true, Optional.of(there), mine, different, request);
    }

    /** The line of these answers in the spider web. */
    Web.Line line(Answers answers, HttpServletRequest request) {
        Form form = Form.of(clarifications.form(), language(request));
        return Web.of(form.marks().questions(), List.of(new Web.Said(today(), true, answers)))
                .lines()
                .get(0);
    }

    /** What time it is, as people read it. */
    String time() {
        return TIME.format(clock.instant().atZone(zone));
    }

    private Sheet sheet(
            String task,
            Clarifications.Found found,
            boolean writing,
            Optional<QuestionnaireResponse> shown,
            Answers answers,
            Map<String, String> theirs,
            HttpServletRequest request) {
        Language language = language(request);
        Form form = Form.of(clarifications.form(), language);
        boolean underWay = shown.map(Clarifications::isInProgress).orElse(true);
        Web.Said now = new Web.Said(shown.map(this::day).orElseGet(this::today), underWay, answers);
        List<Web.Said> earlier = found.completed().stream()
                .filter(one -> shown.filter(current -> current.getIdElement()
                                .getIdPart()
                                .equals(one.getIdElement().getIdPart()))
                        .isEmpty())
                .map(one -> new Web.Said(day(one), false, Answers.of(one)))
                .toList();
        return new Sheet(
                task,
                Dossier.numberOf(found.task()),
                found.open(),
                writing,
                shown.map(Clarifications::seen).orElse(""),
                underWay,
                form,
                states(language),
                answers,
                theirs,
                earlier,
                Web.of(
                        form.marks().questions(),
                        Stream.concat(Stream.of(now), earlier.stream()).toList()),
                today(),
                Words.NONE);
    }

    private List<Sheet.State> states(Language language) {
        return concepts.codes(Canonicals.SYSTEM_LIFE_AREA_STATE).stream()
                .map(code -> new Sheet.State(
                        code,
                        concepts.called(Canonicals.SYSTEM_LIFE_AREA_STATE, code, language)
                                .orElse(code)))
                .toList();
    }

    private LocalDate day(QuestionnaireResponse clarification) {
        return clarification.getAuthored().toInstant().atZone(zone).toLocalDate();
    }

    private LocalDate today() {
        return clock.instant().atZone(zone).toLocalDate();
    }

    private static Language language(HttpServletRequest request) {
        return Language.preferred(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }
}
