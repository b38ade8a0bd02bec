package nl.wally.coordination;

import static nl.wally.shared.Words.words;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.Codes;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;

/** Somebody new, how they are reached and when they work; and their last day. */
final class PersonForm {
    static final String GIVEN = "given";
    static final String FAMILY = "family";
    static final String CODE = "code";
    static final String FROM = "from";
    static final String LAST = "last";

    /** Codes of {@code waw-role} on the social side. */
    static final List<String> SOCIAL = List.of("wally", "wellbeing-coach");

    /** Codes of {@code waw-role} in a practice. */
    static final List<String> MEDICAL = List.of("gp", "poh");

    private PersonForm() {}

    /** What is known of somebody now. */
    static Form of(Person person, Form form) {
        return HoursForm.of(person.role(), ContactForm.reach(person.role().getTelecom(), form));
    }

    /** How somebody is reached, and when they work. */
    static void apply(Form form, PractitionerRole role, boolean social) {
        ContactForm.applyReach(form, role.getTelecom(), social);
        if (social) {
            HoursForm.apply(form, role);
        }
    }

    /**
     * Somebody new at an organisation.
     *
     * @param person filled with the name
     * @param codes those of {@code waw-role} that they can be
     */
    static PractitionerRole begin(Form form, Practitioner person, String organization, List<String> codes) {
        String given = form.line(GIVEN);
        String family = form.line(FAMILY);
        if (!codes.contains(form.value(CODE))) {
            form.reject(CODE, words("Choose what this person is."));
        }
        Optional<LocalDate> from = form.day(FROM);
        PractitionerRole role = new PractitionerRole();
        apply(form, role, codes.equals(SOCIAL));
        if (form.isGood()) {
            String name = given + " " + family;
            person.setActive(true)
                    .addName(new HumanName().setText(name).setFamily(family).addGiven(given));
            role.setActive(true)
                    .setPeriod(new Period()
                            .setStartElement(new DateTimeType(from.orElseThrow().toString())))
                    .setOrganization(new Reference(organization))
                    .addCode(Codes.concept(Canonicals.SYSTEM_ROLE, form.value(CODE)));
        }
        return role;
    }

    /**
     * Somebody leaves: the end of the period, and elsewhere a new role.
     *
     * @return the last day; empty when something is wrong
     */
    static Optional<LocalDate> leave(Form form, PractitionerRole role, LocalDate today) {
        Optional<LocalDate> last = form.day(LAST);
        if (last.isPresent() && last.get().isBefore(today)) {
            form.reject(LAST, words("Choose today or a later day. What was, stays as it was."));
        }
        if (!form.isGood()) {
            return Optional.empty();
        }
        if (!role.hasPeriod()) {
            role.setPeriod(new Period());
        }
        role.getPeriod().setEndElement(new DateTimeType(last.orElseThrow().toString()));
        return last;
    }
}
