package nl.wally.dossier;

import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.Codes;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Extension;

/**
 * An attempt to reach the person (W-3).
 *
 * @param result a code of {@code waw-contact-result}; empty for who may not know
 * @param by who tried
 */
public record Attempt(ZonedDateTime at, String result, String by) {
    /** The oldest first. */
    static List<Attempt> of(Papers papers, Wording wording) {
        return papers.said().stream()
                .filter(said -> Kinds.is(said, "contact-attempt"))
                .flatMap(said -> wording.moment(said.getSentElement()).stream()
                        .map(at -> new Attempt(at, result(said), wording.who(said.getSender()))))
                .sorted(Comparator.comparing(Attempt::at))
                .toList();
    }

    /** A code of {@code waw-contact-result}; empty when it is not shown. */
    static String result(Communication said) {
        Extension result = said.getExtensionByUrl(Canonicals.EXTENSION_CONTACT_RESULT);
        return result != null && result.getValue() instanceof CodeableConcept concept
                ? Codes.of(concept, Canonicals.SYSTEM_CONTACT_RESULT).stream()
                        .findFirst()
                        .orElse("")
                : "";
    }
}
