package nl.wally.worklist.feedback;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import nl.wally.conformance.Canonicals;
import nl.wally.conformance.Concepts;
import nl.wally.dossier.Attempt;
import nl.wally.dossier.Dossier;
import nl.wally.dossier.Dossiers;
import nl.wally.fhir.CurrentCaller;
import nl.wally.fhir.InHouse;
import nl.wally.people.Names;
import nl.wally.shared.Codes;
import nl.wally.shared.Language;
import nl.wally.shared.Problem;
import nl.wally.shared.References;
import nl.wally.shared.RefusedException;
import nl.wally.team.WorkingCalendar;
import nl.wally.worklist.casetable.CaseConsent;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Type;
import org.springframework.stereotype.Component;

/** Gathers what a letter to the GP grows from, and sends it as whoever is signed in. */
@Component
class Correspondence {
    private final InHouse inHouse;
    private final Dossiers dossiers;
    private final Concepts concepts;
    private final Names names;
    private final CurrentCaller current;
    private final Clock clock;
    private final TimeZone zone;

    Correspondence(
            InHouse inHouse,
            Dossiers dossiers,
            Concepts concepts,
            Names names,
            CurrentCaller current,
            Clock clock,
            WorkingCalendar calendar) {
        this.inHouse = inHouse;
        this.dossiers = dossiers;
        this.concepts = concepts;
        this.names = names;
        this.current = current;
        this.clock = clock;
        this.zone = TimeZone.getTimeZone(calendar.zone());
    }

    Desk open(String task, Language language) {
        Dossier dossier = dossiers.of(task, language);
        return new Desk(dossier, Ways.of(dossiers.deeds(task), concepts, language), facts(dossier));
    }

    /** Sends it over the version that the desk shows: all of it, or nothing. */
    void send(Desk desk, Sending sending) {
        if (!desk.ways().include(sending)) {
            throw new RefusedException(Problem.TRANSITION_NOT_ALLOWED);
        }
        Communication letter =
                Envelope.letter(desk.dossier(), desk.text(sending), sending.isInterim(), clock.instant(), zone);
        inHouse.transact(Envelope.of(letter, desk.dossier().task(), sending, onward(desk, sending)));
    }

    /** Where to, as far as it is not on record yet. Where the person permits no content, the GP does not hear that either. */
    private static String onward(Desk desk, Sending sending) {
        if (!sending.isOnward() || !desk.facts().onward().isEmpty()) {
            return "";
        }
        return desk.isPermitted() ? sending.onward() : SendingRules.NOT_TOLD.in(Language.DUTCH);
    }

    private LetterFacts facts(Dossier dossier) {
        Task task = dossier.task();
        String writer = current.current().agent();
        return new LetterFacts(
                dossier.asked().referrer(),
                dossier.asked().at().map(ZonedDateTime::toLocalDate),
                dossier.attempts().stream().map(Correspondence::attempt).toList(),
                dossier.standing().progress(),
                agreed(task, List.of(dossier.ownerName(), names.of(writer))),
                task.getOutput().stream()
                        .filter(output -> Codes.has(output.getType(), Canonicals.SYSTEM_TASK_OUTPUT, "onward-referral"))
                        .map(output -> place(output.getValue()))
                        .toList(),
                names.of(writer));
    }

    private static LetterFacts.Attempt attempt(Attempt attempt) {
        return new LetterFacts.Attempt(
                attempt.at().toLocalDate(), attempt.result().equals("reached"));
    }

    /** What these Wallies noted, each of whom signs with a name; what the practice wrote, it knows. */
    private static List<String> agreed(Task task, List<String> writers) {
        return task.getNote().stream()
                .filter(note -> note.getAuthor() instanceof StringType author && writers.contains(author.getValue()))
                .filter(note -> !CaseConsent.isIn(note))
                .map(Annotation::getText)
                .toList();
    }

    private String place(Type where) {
        if (!(where instanceof Reference reference)) {
            return where.primitiveValue();
        }
        String key = References.key(reference);
        return Optional.ofNullable(reference.getDisplay())
                .orElseGet(() -> key.startsWith("HealthcareService/")
                        ? inHouse.read(
                                        HealthcareService.class,
                                        reference.getReferenceElement().getIdPart())
                                .getName()
                        : names.of(key));
    }
}
