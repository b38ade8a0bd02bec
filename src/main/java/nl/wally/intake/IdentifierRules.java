package nl.wally.intake;

import static nl.wally.shared.Words.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import nl.wally.conformance.Bsn;
import nl.wally.shared.Problem;
import nl.wally.shared.Refusal;
import nl.wally.shared.Words;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Resource;

/** Numbers of persons and referrals belong to the practice that sends them; the BSN stays outside (W-10). */
final class IdentifierRules {
    private IdentifierRules() {}

    static List<Refusal> judge(ReferralParts parts, IntakeFacts facts) {
        List<Refusal> refusals = new ArrayList<>();
        parts.all().stream()
                .filter(resource -> carriesBsn(resource, facts.bsnAllowed()))
                .forEach(resource -> refusals.add(Refusal.of(Problem.BSN_REFUSED, resource.fhirType())));
        Optional<Identifier> placer = PlacerKey.placer(parts.referral());
        if (PlacerKey.of(parts.referral(), facts.caller().organization()).isEmpty()) {
            refusals.add(new Refusal(
                    Problem.BUNDLE_INCOMPLETE,
                    "ServiceRequest.identifier",
                    words("The sender's own number is required: an identifier of type PLAC with system and value")));
        } else if (placer.isPresent() && !isOwn(placer.get(), facts)) {
            refusals.add(foreign("ServiceRequest.identifier", facts));
        }
        List<Identifier> patient = parts.patient().getIdentifier().stream()
                .filter(identifier -> !Bsn.is(identifier))
                .toList();
        if (patient.stream().noneMatch(identifier -> identifier.hasSystem() && identifier.hasValue())) {
            refusals.add(new Refusal(
                    Problem.BUNDLE_INCOMPLETE,
                    "Patient.identifier",
                    words("The practice's own number of the patient is required, with system and value")));
        } else if (!patient.stream().allMatch(identifier -> isOwn(identifier, facts))) {
            refusals.add(foreign("Patient.identifier", facts));
        }
        return refusals;
    }

    /** The systems named are the caller's own, as the coordinator has noted them. */
    private static Refusal foreign(String path, IntakeFacts facts) {
        Words own = facts.practiceSystems().isEmpty()
                ? words("The practice of the caller has no identifier system yet: ask the coordinator")
                : words(
                        "The identifier system is none of those of the practice of the caller: {0}",
                        Words.anyOf(List.copyOf(new TreeSet<>(facts.practiceSystems()))));
        return new Refusal(Problem.IDENTIFIER_SYSTEM_FOREIGN, path, own);
    }

    /** The same, where it should not: as identifier of a Patient it may be allowed, elsewhere it never is. */
    static boolean carriesBsn(Resource resource, boolean allowed) {
        if (!allowed || !(resource instanceof Patient patient)) {
            return carriesBsn(resource);
        }
        Patient other = patient.copy();
        other.getIdentifier().removeIf(Bsn::is);
        return carriesBsn(other);
    }

    /**
     * Whether a resource names the naming system of the BSN anywhere: as identifier, in a reference, an extension, a
     * contained resource or, for a Bundle, a condition ({@code ifNoneExist}, {@code Patient?identifier=...}).
     */
    static boolean carriesBsn(Resource resource) {
        return anywhere(resource);
    }

    private static boolean anywhere(Base element) {
        if (element.isPrimitive() && Bsn.isNamedBy(element.primitiveValue())) {
            return true;
        }
        for (Property property : element.children()) {
            for (Base value : property.getValues()) {
                if (value != null && anywhere(value)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isOwn(Identifier identifier, IntakeFacts facts) {
        return identifier.hasSystem() && facts.practiceSystems().contains(identifier.getSystem());
    }
}
