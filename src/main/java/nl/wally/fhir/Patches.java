package nl.wally.fhir;

import static nl.wally.shared.Words.words;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.patch.FhirPatch;
import ca.uhn.fhir.jpa.patch.JsonPatchUtils;
import java.nio.charset.StandardCharsets;
import nl.wally.shared.Problem;
import nl.wally.shared.RefusedException;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/** JSON Patch and FHIRPath Patch, applied in memory: afterwards a patch is an update like any other. */
@Component
class Patches {
    private final FhirContext context;

    Patches(FhirContext context) {
        this.context = context;
    }

    /** A JSON Patch (RFC 6902). */
    Change.Patch json(String body) {
        return current -> guarded(current, () -> JsonPatchUtils.apply(context, current.copy(), body));
    }

    /** A FHIRPath Patch, see https://hl7.org/fhir/R4/fhirpatch.html. */
    Change.Patch fhirPath(Parameters body) {
        if (!body.hasParameter()) {
            throw unusable();
        }
        return current -> guarded(current, () -> {
            Resource patched = current.copy();
            new FhirPatch(context).apply(patched, body);
            return patched;
        });
    }

    /** The patch that a resource in a transaction entry carries. */
    Change.Patch in(Resource resource) {
        if (resource instanceof Parameters parameters) {
            return fhirPath(parameters);
        }
        if (resource instanceof Binary binary
                && binary.hasData()
                && "application/json-patch+json".equals(binary.getContentType())) {
            return json(new String(binary.getData(), StandardCharsets.UTF_8));
        }
        throw unusable();
    }

    private static Resource guarded(Resource current, java.util.function.Supplier<Resource> patching) {
        Resource patched;
        try {
            patched = patching.get();
        } catch (RuntimeException stumbled) {
            // HAPI's patch code answers some malformed patches with whatever exception comes first.
            throw unusable();
        }
        if (!patched.fhirType().equals(current.fhirType())) {
            throw unusable();
        }
        patched.setId(current.getIdElement());
        return patched;
    }

    private static RefusedException unusable() {
        return new RefusedException(
                Problem.UNREADABLE,
                "",
                words(
                        "The patch cannot be applied: send a JSON Patch (application/json-patch+json) or a FHIRPath Patch (a"
                                + " Parameters resource) whose paths exist in the current version and lead to a valid resource"));
    }
}
