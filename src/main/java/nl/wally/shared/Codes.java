package nl.wally.shared;

import java.util.Collection;
import java.util.List;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.jspecify.annotations.Nullable;

/** Reading codes of one code system from concepts; codings of other systems beside them do not count. */
public final class Codes {
    private Codes() {}

    /** The codes of this system in the concept, in their order; none when the concept is absent. */
    public static List<String> of(@Nullable CodeableConcept concept, String system) {
        if (concept == null) {
            return List.of();
        }
        return concept.getCoding().stream()
                .filter(coding -> system.equals(coding.getSystem()) && coding.getCode() != null)
                .map(Coding::getCode)
                .toList();
    }

    public static boolean has(@Nullable CodeableConcept concept, String system, String code) {
        return of(concept, system).contains(code);
    }

    public static boolean anyHas(Collection<CodeableConcept> concepts, String system, String code) {
        return concepts.stream().anyMatch(concept -> has(concept, system, code));
    }

    /** A concept with one coding and no text. */
    public static CodeableConcept concept(String system, String code) {
        return new CodeableConcept(new Coding(system, code, null));
    }
}
