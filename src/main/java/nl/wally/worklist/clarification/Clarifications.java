package nl.wally.worklist.clarification;

import java.time.Clock;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.function.Predicate;
import nl.wally.conformance.Canonicals;
import nl.wally.conformance.Definitions;
import nl.wally.dossier.Dossiers;
import nl.wally.fhir.InHouse;
import nl.wally.shared.Problem;
import nl.wally.shared.References;
import nl.wally.shared.RefusedException;
import nl.wally.team.WorkingCalendar;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;

/**
 * The clarifications of a referral, read and written as whoever is signed in. What is being typed is one of them already, in
 * progress: it goes with the referral to whoever follows, and ends with it (ADR 27).
 */
@Component
class Clarifications {
    private final InHouse inHouse;
    private final Dossiers dossiers;
    private final Clock clock;
    private final WorkingCalendar calendar;
    private final Questionnaire form;

    Clarifications(InHouse inHouse, Dossiers dossiers, Clock clock, WorkingCalendar calendar, Definitions definitions) {
        this.inHouse = inHouse;
        this.dossiers = dossiers;
        this.clock = clock;
        this.calendar = calendar;
        this.form = definitions.all(Questionnaire.class).stream()
                .filter(found -> Canonicals.CLARIFICATION_FORM.equals(found.getUrl()))
                .findFirst()
                .orElseThrow();
    }

    Questionnaire form() {
        return form;
    }

    /**
     * What there is of a referral.
     *
     * @param open whether whoever asks may write now
     * @param all the newest first
     */
    record Found(Task task, boolean open, List<QuestionnaireResponse> all) {
        /** The one that is being written. */
        Optional<QuestionnaireResponse> inProgress() {
            return all.stream().filter(Clarifications::isInProgress).findFirst();
        }

        /** Those that were completed. */
        List<QuestionnaireResponse> completed() {
            return all.stream()
                    .filter(Predicate.not(Clarifications::isInProgress))
                    .toList();
        }
    }

    Found of(String task) {
        Task found = inHouse.read(Task.class, task);
        return new Found(found, mayClarify(task), search(found));
    }

    /**
     * Writes what somebody answered over the version that they have seen.
     *
     * @param seen {@code id/version}; empty when they began with an empty form
     */
    Saving save(String task, String seen, Answers answers, boolean finished) {
        String[] parts = seen.split("/", 2);
        if (parts.length == 2) {
            return over(inHouse.read(QuestionnaireResponse.class, parts[0]), parts[1], answers, finished);
        }
        Task found = inHouse.read(Task.class, task);
        // Another window of theirs may have begun in the meantime.
        Optional<QuestionnaireResponse> begun =
                search(found).stream().filter(Clarifications::isInProgress).findFirst();
        if (begun.isPresent()) {
            return over(begun.get(), "", answers, finished);
        }
        return answers.isEmpty() ? new Saving.Nothing() : new Saving.Saved(begin(found, answers, finished));
    }

    static String seen(QuestionnaireResponse clarification) {
        return clarification.getIdElement().getIdPart() + "/"
                + clarification.getMeta().getVersionId();
    }

    static boolean isInProgress(QuestionnaireResponse clarification) {
        return clarification.getStatus() == QuestionnaireResponseStatus.INPROGRESS;
    }

    private Saving over(QuestionnaireResponse stored, String version, Answers answers, boolean finished) {
        Answers there = Answers.of(stored);
        if (!stored.getMeta().getVersionId().equals(version) && !there.equals(answers)) {
            return new Saving.Differs(stored);
        }
        QuestionnaireResponseStatus status = next(stored, finished);
        if (there.equals(answers) && stored.getStatus() == status) {
            return new Saving.Saved(stored);
        }
        QuestionnaireResponse changed = stored.copy();
        // Who writes on is its author from now on.
        changed.setStatus(status).setAuthor(null).setItem(answers.items(form));
        if (isInProgress(stored)) {
            changed.setAuthoredElement(now());
        }
        try {
            return new Saving.Saved(inHouse.update(changed));
        } catch (RefusedException refused) {
            if (refused.refusals().get(0).problem() != Problem.VERSION_STALE) {
                throw refused;
            }
            return new Saving.Differs(inHouse.read(
                    QuestionnaireResponse.class, stored.getIdElement().getIdPart()));
        }
    }

    private QuestionnaireResponse begin(Task task, Answers answers, boolean finished) {
        var clarification = new QuestionnaireResponse();
        clarification.addBasedOn(task.getFocus().copy());
        clarification.setQuestionnaire(form.getUrl() + "|" + form.getVersion());
        clarification.setStatus(
                finished ? QuestionnaireResponseStatus.COMPLETED : QuestionnaireResponseStatus.INPROGRESS);
        clarification.setSubject(task.getFor().copy()).setSource(task.getFor().copy());
        clarification.setAuthoredElement(now()).setItem(answers.items(form));
        return inHouse.create(clarification);
    }

    /** What was completed stays that: a correction says that it is one. */
    private static QuestionnaireResponseStatus next(QuestionnaireResponse stored, boolean finished) {
        if (!isInProgress(stored)) {
            return QuestionnaireResponseStatus.AMENDED;
        }
        return finished ? QuestionnaireResponseStatus.COMPLETED : QuestionnaireResponseStatus.INPROGRESS;
    }

    private List<QuestionnaireResponse> search(Task task) {
        return inHouse
                .search("QuestionnaireResponse", Map.of("based-on", List.of(References.key(task.getFocus()))))
                .getEntry()
                .stream()
                .map(BundleEntryComponent::getResource)
                .filter(QuestionnaireResponse.class::isInstance)
                .map(QuestionnaireResponse.class::cast)
                .sorted(Comparator.comparing(QuestionnaireResponse::getAuthored).reversed())
                .toList();
    }

    private boolean mayClarify(String task) {
        return dossiers.deeds(task).stream().anyMatch(deed -> deed.code().equals("clarify"));
    }

    private DateTimeType now() {
        var now = new DateTimeType(Date.from(clock.instant()));
        now.setTimeZone(TimeZone.getTimeZone(calendar.zone()));
        return now;
    }
}
