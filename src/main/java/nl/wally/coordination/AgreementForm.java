package nl.wally.coordination;

import static nl.wally.shared.Words.words;

import java.util.Optional;
import nl.wally.conformance.Canonicals;
import nl.wally.team.FirstContactDays;
import nl.wally.team.WayOfWorking;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.PositiveIntType;
import org.hl7.fhir.r4.model.StringType;

/** What practice and Wally agreed (W-12): how they work together, how soon, and how feedback comes. */
final class AgreementForm {
    private static final String WAY = "way";
    private static final String ROUTINE = "routine";
    private static final String URGENT = "urgent";
    private static final String FEEDBACK = "feedback";
    private static final String EMERGENCY = "emergency";

    private AgreementForm() {}

    /** What is agreed now. */
    static Form of(CareTeam team, Form form) {
        FirstContactDays agreed = FirstContactDays.of(team);
        return form.with(WAY, WayOfWorking.of(team).name())
                .with(ROUTINE, String.valueOf(agreed.routine()))
                .with(URGENT, String.valueOf(agreed.urgent()))
                .with(FEEDBACK, said(team, FEEDBACK))
                .with(EMERGENCY, said(team, EMERGENCY));
    }

    /** One of the agreements; empty when there is none. */
    static String said(CareTeam team, String which) {
        return Optional.ofNullable(team.getExtensionByUrl(Canonicals.EXTENSION_AGREEMENTS))
                .map(agreements -> agreements.getExtensionByUrl(which))
                .map(agreement -> agreement.getValue().primitiveValue())
                .orElse("");
    }

    /** Puts what was filled in into a team, and says at the fields what is wrong with it. */
    static void apply(Form form, CareTeam team) {
        if (!form.value(WAY).matches("[ABC]")) {
            form.reject(WAY, words("Choose a way of working."));
        }
        int routine = form.days(ROUTINE);
        int urgent = form.days(URGENT);
        if (form.isGood() && urgent > routine) {
            form.reject(URGENT, words("Urgent cannot take longer than the rest."));
        }
        String feedback = form.text(FEEDBACK);
        String emergency = form.text(EMERGENCY);
        if (feedback.isEmpty() && !emergency.isEmpty()) {
            form.reject(FEEDBACK, words("Fill in both agreements, or neither."));
        }
        if (emergency.isEmpty() && !feedback.isEmpty()) {
            form.reject(EMERGENCY, words("Fill in both agreements, or neither."));
        }
        if (!form.isGood()) {
            return;
        }
        replace(team, new Extension(Canonicals.EXTENSION_WAY_OF_WORKING, new CodeType(form.value(WAY))));
        Extension days = new Extension(Canonicals.EXTENSION_FIRST_CONTACT_DAYS);
        days.addExtension(ROUTINE, new PositiveIntType(routine));
        days.addExtension(URGENT, new PositiveIntType(urgent));
        replace(team, days);
        team.getExtension().removeIf(extension -> Canonicals.EXTENSION_AGREEMENTS.equals(extension.getUrl()));
        if (!feedback.isEmpty()) {
            Extension agreements = new Extension(Canonicals.EXTENSION_AGREEMENTS);
            agreements.addExtension(FEEDBACK, new StringType(feedback));
            agreements.addExtension(EMERGENCY, new StringType(emergency));
            team.addExtension(agreements);
        }
    }

    private static void replace(CareTeam team, Extension extension) {
        team.getExtension().removeIf(known -> known.getUrl().equals(extension.getUrl()));
        team.addExtension(extension);
    }
}
