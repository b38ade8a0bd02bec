package nl.wally.conformance;

import static nl.wally.shared.Words.words;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.wally.conformance.Findings.Said;
import nl.wally.shared.Words;
import org.hl7.fhir.r4.model.ElementDefinition.ElementDefinitionConstraintComponent;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.utilities.validation.ValidationMessage;

/** Constraints (FHIRPath rules) in words: those of a profile in its own, with their Dutch beside the texts of the guide. */
final class Constraints {
    private static final Pattern FAILED = Pattern.compile("^Constraint failed: ([A-Za-z0-9\\-]+)");

    private static final String ORPHAN = "CONTAINED_ORPHAN_DOM3";

    private final Map<String, Words> told = new HashMap<>();

    /**
     * Knows those of the guide, which have Dutch.
     *
     * @param others profiles of others, whose texts are told as they are; a key of the guide's stays the guide's
     */
    Constraints(Definitions definitions, List<StructureDefinition> others) {
        definitions
                .all(StructureDefinition.class)
                .forEach(profile ->
                        of(profile).forEach(rule -> told.put(rule.getKey(), new Words(rule.getHuman(), List.of()))));
        others.forEach(profile -> of(profile)
                .filter(ElementDefinitionConstraintComponent::hasHuman)
                .forEach(rule -> told.putIfAbsent(rule.getKey(), Words.same(rule.getHuman()))));
    }

    private static Stream<ElementDefinitionConstraintComponent> of(StructureDefinition profile) {
        return profile.getDifferential().getElement().stream().flatMap(element -> element.getConstraint().stream());
    }

    /**
     * What a finding says if it is about a constraint.
     */
    Optional<Said> said(ValidationMessage message) {
        String address = message.getInvId();
        Matcher failed = FAILED.matcher(String.valueOf(message.getMessage()));
        String key = ORPHAN.equals(message.getMessageId())
                ? "dom-3"
                : failed.find()
                        ? failed.group(1)
                        : address == null ? "" : address.substring(address.lastIndexOf('#') + 1);
        if (!told.containsKey(key) && !key.matches("[a-z0-9\\-]{1,40}")) {
            return Optional.empty();
        }
        Words human = told.containsKey(key) ? told.get(key) : ofFhir(key);
        return Optional.of(Said.of(key, words("Rule {0} is not met: {1}", key, human), human));
    }

    /** Rules of FHIR R4 itself that can be broken in what this server takes in. */
    private static Words ofFhir(String key) {
        return switch (key) {
            case "ele-1" -> words("an element has a value or elements within it");
            case "ext-1" -> words("an extension has either a value or extensions, not both");
            case "dom-2", "dom-4", "dom-5" ->
                words("a contained resource has no versionId, security label or contained");
            case "dom-3" -> words("a contained resource is referred to by the resource around it");
            case "per-1" -> words("the start of a period lies before its end");
            case "cpt-2" -> words("a telecom with a value says which system it is of");
            case "qty-3", "drt-1" -> words("a unit that is a code comes with its system (UCUM)");
            case "rng-2" -> words("the low of a range is less than its high");
            case "att-1" -> words("an attachment with data says its contentType");
            case "ref-1" -> words("a reference to #id leads to a contained resource");
            case "inv-1" -> words("lastModified is not before authoredOn");
            case "ppc-1" -> words("a Consent names a policy or a policyRule");
            case "ppc-2", "ppc-3", "ppc-4", "ppc-5" -> words("a Consent of this scope names the patient");
            case "org-1" -> words("an Organization has a name or an identifier");
            case "org-2", "org-3" -> words("an Organization has no address or telecom of use home");
            case "pat-1" -> words("a contact of a Patient has a name, telecom, address or organization");
            case "ctm-1" -> words("onBehalfOf goes with a member that is a Practitioner");
            case "prr-1" -> words("orderDetail goes with a code");
            case "qrs-1" -> words("items stand below an item or below its answer, not both");
            case "txt-1", "txt-2" -> words("the narrative is plain XHTML that is not empty");
            default -> words("see this rule in FHIR R4");
        };
    }
}
