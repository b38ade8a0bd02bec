package nl.wally.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.stream.Collectors;
import nl.wally.fuzz.Choices;
import nl.wally.fuzz.Examples;
import nl.wally.fuzz.Mutant;
import nl.wally.shared.Language;
import nl.wally.shared.RefusedException;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r5.elementmodel.Manager.FhirFormat;

/** Whatever is validated, the validator comes to an end, and what it says is told without what it found. */
class ValidationFuzz {
    private static final FhirContext FHIR = FhirContext.forR4Cached();
    private static final ProfileValidator VALIDATOR = new ProfileValidator(FHIR, new Definitions(FHIR));
    private static final List<String> NOT_TO_BE_TOLD =
            List.of("jndi", "drop table", "kanarie", "xxxxxxxxxx", "java.", "org.hl7");

    @FuzzTest
    void message(byte[] decisions) {
        Choices choices = Choices.of(decisions);
        byte[] body = Examples.bytes(Mutant.of(FHIR, choices.of(Examples.all()), choices, 4));
        try {
            asStored(
                    FHIR.newJsonParser().parseResource(new String(body, UTF_8)) instanceof Resource read ? read : null);
        } catch (RefusedException | DataFormatException refused) {
            assert refused != null;
        } catch (RuntimeException ofTheParser) {
            requireOfTheParser(ofTheParser);
        }
        try {
            VALIDATOR.parse(body, FhirFormat.JSON, new java.util.ArrayList<>()).ifPresent(element -> {
                ProfileValidator.requireBounded(element);
                requireNothingTold(VALIDATOR.examine(element, element.fhirType(), List.of()).stream()
                        .map(Remark::refusal)
                        .map(refusal -> refusal.expression() + " "
                                + refusal.explanation().in(Language.ENGLISH))
                        .collect(Collectors.joining("\n")));
            });
        } catch (RefusedException | org.hl7.fhir.exceptions.FHIRException refused) {
            assert refused != null;
        }
    }

    private static void asStored(Resource resource) {
        if (resource instanceof Bundle || resource == null) {
            return;
        }
        requireNothingTold(VALIDATOR.check(resource).stream()
                .map(refusal ->
                        refusal.expression() + " " + refusal.explanation().in(Language.ENGLISH))
                .collect(Collectors.joining("\n")));
    }

    /** What HAPI's parser stumbles over is the matter of BodyFuzz; here it is lenient, and so stumbles more. */
    private static void requireOfTheParser(RuntimeException stumbled) {
        boolean parsing = List.of(stumbled.getStackTrace()).stream()
                .anyMatch(frame -> frame.getClassName().startsWith("ca.uhn.fhir.parser."));
        if (!parsing) {
            throw stumbled;
        }
    }

    private static void requireNothingTold(String told) {
        for (String text : NOT_TO_BE_TOLD) {
            if (told.contains(text)) {
                throw new AssertionError("Told: " + told);
            }
        }
    }
}
