package nl.wally.coordination;

import static nl.wally.shared.Words.words;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Optional;
import java.util.TimeZone;
import nl.wally.conformance.Canonicals;
import nl.wally.team.Absence;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.PractitionerRole.PractitionerRoleNotAvailableComponent;
import org.hl7.fhir.r4.model.Reference;

/** An absence in days, as people enter it; why somebody is away is never asked. */
final class AbsenceForm {
    static final String FROM = "from";
    static final String UNTIL = "until";
    static final String HAND_OVER = "handOver";
    static final String SUBSTITUTE = "substitute";

    /** All of them. */
    static final String[] FIELDS = {FROM, UNTIL, HAND_OVER, SUBSTITUTE};

    /** When it began when the form was shown, which tells it apart from the others of that person. */
    private static final String WAS = "was";

    private static final String YES = "yes";

    private AbsenceForm() {}

    /** What is entered now, to be changed. */
    static Form of(PractitionerRole role, int index, ZoneId zone, Form form) {
        Absence absence = Absence.of(role).get(index);
        last(absence, zone).ifPresent(day -> form.with(UNTIL, day.toString()));
        absence.substitute()
                .map(known -> known.substring(known.indexOf('/') + 1))
                .ifPresent(known -> form.with(SUBSTITUTE, known));
        return form.with(FROM, first(absence, zone).toString())
                .with(HAND_OVER, absence.handOver() ? YES : "")
                .with(WAS, start(role, index));
    }

    /** Whether the absence that the form was filled in for still stands there. */
    static boolean isThere(Form form, PractitionerRole role, int index) {
        return index < role.getNotAvailable().size() && start(role, index).equals(form.value(WAS));
    }

    /** The first day of it. */
    static LocalDate first(Absence absence, ZoneId zone) {
        return LocalDate.ofInstant(absence.start(zone), zone);
    }

    /** The last day of it; empty when nobody knows. */
    static Optional<LocalDate> last(Absence absence, ZoneId zone) {
        Instant end = absence.end(zone);
        return end.equals(Instant.MAX) ? Optional.empty() : Optional.of(LocalDate.ofInstant(end.minusMillis(1), zone));
    }

    /**
     * Puts what was filled in into a role, and says at the fields what is wrong with it.
     *
     * @param index the absence to be changed; below zero for a new one
     */
    static void apply(Form form, PractitionerRole role, int index, ZoneId zone) {
        Optional<LocalDate> from = form.day(FROM);
        Optional<LocalDate> until = form.optionalDay(UNTIL);
        if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
            form.reject(UNTIL, words("The last day comes before the first."));
        }
        if (!form.isGood()) {
            return;
        }
        PractitionerRoleNotAvailableComponent away =
                index < 0 ? role.addNotAvailable() : role.getNotAvailable().get(index);
        Absence before = Absence.of(away);
        Period during = before.during();
        // Whoever leaves a day as it was keeps the hour that somebody entered with it.
        if (index < 0 || !from.orElseThrow().equals(first(before, zone))) {
            during.setStartElement(new DateTimeType(form.value(FROM)));
        }
        if (!until.equals(last(before, zone))) {
            during.setEndElement(until.isEmpty() ? null : new DateTimeType(form.value(UNTIL)));
        }
        away.setDescription("afwezig").setDuring(during).getExtension().clear();
        if (form.has(HAND_OVER, YES)) {
            away.addExtension(Canonicals.EXTENSION_HAND_OVER, new BooleanType(true));
        }
        String substitute = form.value(SUBSTITUTE);
        if (!substitute.isEmpty()) {
            away.addExtension(Canonicals.EXTENSION_ABSENCE_SUBSTITUTE, new Reference("PractitionerRole/" + substitute));
        }
    }

    /** Somebody is back: what is on ends now, what has not begun is taken away. */
    static void end(PractitionerRole role, int index, Instant now, ZoneId zone) {
        PractitionerRoleNotAvailableComponent away = role.getNotAvailable().get(index);
        if (Absence.of(away).start(zone).isBefore(now)) {
            away.getDuring()
                    .setEndElement(new DateTimeType(
                            Date.from(now.truncatedTo(ChronoUnit.SECONDS).minusSeconds(1)),
                            TemporalPrecisionEnum.SECOND,
                            TimeZone.getTimeZone(zone)));
        } else {
            role.getNotAvailable().remove(index);
        }
    }

    private static String start(PractitionerRole role, int index) {
        return role.getNotAvailable().get(index).getDuring().getStartElement().getValueAsString();
    }
}
