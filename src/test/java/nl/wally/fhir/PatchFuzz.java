package nl.wally.fhir;

import ca.uhn.fhir.context.FhirContext;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.wally.Messages;
import nl.wally.shared.RefusedException;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;

/** A patch is refused, or makes of a resource another one of the same type and id; what it was made of stays as it was. */
class PatchFuzz {
    private static final FhirContext FHIR = FhirContext.forR4Cached();
    private static final Patches PATCHES = new Patches(FHIR);
    private static final List<Resource> PATCHED = List.of(
            Messages.example("Task-TheaAccepted", Task.class), Messages.example("Consent-TheaConsent", Consent.class));

    @FuzzTest
    void jsonPatch(byte[] body) {
        apply(PATCHES.json(new String(body, StandardCharsets.UTF_8)));
    }

    @FuzzTest
    void fhirPathPatch(byte[] body) {
        Change.Patch patch;
        try {
            patch = PATCHES.fhirPath(
                    FHIR.newJsonParser().parseResource(Parameters.class, new String(body, StandardCharsets.UTF_8)));
        } catch (RuntimeException unreadable) {
            // Bodies are the matter of BodyFuzz.
            return;
        }
        apply(patch);
    }

    private static void apply(Change.Patch patch) {
        for (Resource before : PATCHED) {
            Resource current = before.copy();
            try {
                Resource after = patch.applyTo(current);
                if (!after.fhirType().equals(before.fhirType())
                        || !after.getIdElement().equals(before.getIdElement())) {
                    throw new AssertionError("Another resource came of it: " + after.getId());
                }
            } catch (RefusedException refused) {
                assert !refused.refusals().isEmpty();
            }
            if (!current.equalsDeep(before)) {
                throw new AssertionError("The patch changed what it was applied to");
            }
        }
    }
}
