package nl.wally.simulator.check;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.Codes;
import nl.wally.shared.References;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.jspecify.annotations.Nullable;

/** Reads from resources what judges need, and leaves the rest behind. */
final class Parts {
    private static final Set<String> BSN = Set.of(Canonicals.BSN, Canonicals.BSN_OID);

    private Parts() {}

    /** What a request holds; {@code target} and {@code ifMatch} are those of its path and header, or empty. */
    static List<Part> sent(String verb, String target, String ifMatch, Resource resource) {
        if (resource instanceof Bundle bundle) {
            return bundle.getEntry().stream()
                    .filter(entry -> entry.hasResource() && entry.getRequest().hasMethod())
                    .map(Parts::entry)
                    .toList();
        }
        String reference = target.isEmpty() ? References.key(resource) : target;
        return List.of(part(verb, reference, ifMatch, false, resource));
    }

    /** What an answer holds. */
    static List<Part> answered(Resource resource) {
        Stream<Resource> all = resource instanceof Bundle bundle
                ? bundle.getEntry().stream()
                        .filter(BundleEntryComponent::hasResource)
                        .map(BundleEntryComponent::getResource)
                : Stream.of(resource);
        return all.filter(one -> !(one instanceof OperationOutcome))
                .map(one -> part("", References.key(one), "", false, one))
                .toList();
    }

    private static Part entry(BundleEntryComponent entry) {
        var request = entry.getRequest();
        boolean create = request.getMethod() == HTTPVerb.POST;
        String reference = create ? text(entry.getFullUrl()) : text(request.getUrl());
        return part(
                request.getMethod().toCode(),
                reference,
                text(request.getIfMatch()),
                request.hasIfNoneExist(),
                entry.getResource());
    }

    private static Part part(String verb, String reference, String ifMatch, boolean conditional, Resource resource) {
        // A patch says what changes, not what of.
        String type = resource instanceof Parameters && reference.indexOf('/') > 0
                ? reference.substring(0, reference.indexOf('/'))
                : resource.fhirType();
        return new Part(
                verb,
                type,
                reference,
                kind(resource),
                status(resource),
                resource instanceof ServiceRequest referral ? number(referral) : "",
                about(resource),
                ifMatch,
                conditional,
                traits(resource));
    }

    private static String kind(Resource resource) {
        if (resource instanceof Task task) {
            return task.getCode().getCoding().stream()
                    .filter(Coding::hasCode)
                    .map(Coding::getCode)
                    .findFirst()
                    .orElse("");
        }
        if (resource instanceof Communication said) {
            return first(said.getCategory(), Canonicals.SYSTEM_COMMUNICATION_CATEGORY);
        }
        if (resource instanceof CommunicationRequest asked) {
            return first(asked.getCategory(), Canonicals.SYSTEM_COMMUNICATION_REQUEST_CATEGORY);
        }
        return "";
    }

    private static String first(List<CodeableConcept> concepts, String system) {
        return concepts.stream()
                .flatMap(concept -> Codes.of(concept, system).stream())
                .findFirst()
                .orElse("");
    }

    private static String status(Resource resource) {
        var status = resource.getNamedProperty("status");
        return status == null || status.getValues().isEmpty()
                ? ""
                : text(status.getValues().get(0).primitiveValue());
    }

    private static String number(ServiceRequest referral) {
        return referral.getIdentifier().stream()
                .filter(identifier -> !Canonicals.REFERRAL_NUMBER.equals(identifier.getSystem()))
                .filter(Identifier::hasValue)
                .map(identifier -> identifier.getSystem() + "|" + identifier.getValue())
                .findFirst()
                .orElse("");
    }

    private static String about(Resource resource) {
        List<Reference> named = List.of();
        if (resource instanceof Task task) {
            named = task.getPartOf();
        } else if (resource instanceof Communication said) {
            named = said.getPartOf();
        }
        return named.stream()
                .map(References::key)
                .filter(key -> key.startsWith("Task/"))
                .findFirst()
                .orElse("");
    }

    private static Set<Trait> traits(Resource resource) {
        Set<Trait> traits = EnumSet.noneOf(Trait.class);
        if (identifiers(resource).stream().anyMatch(identifier -> BSN.contains(identifier.getSystem()))) {
            traits.add(Trait.BSN);
        }
        if (resource instanceof Consent consent && shares(consent)) {
            traits.add(Trait.SHARING);
        }
        if (resource instanceof Patient person && person.hasExtension(Canonicals.EXTENSION_INTERPRETER)) {
            traits.add(Trait.INTERPRETER);
        }
        if (resource instanceof Communication said && said.hasExtension(Canonicals.EXTENSION_READ)) {
            traits.add(Trait.READ);
        }
        if (resource instanceof Task task) {
            traits.addAll(traits(task));
        }
        return Set.copyOf(traits);
    }

    private static List<Identifier> identifiers(Resource resource) {
        List<Identifier> all = new ArrayList<>();
        if (resource instanceof Patient person) {
            all.addAll(person.getIdentifier());
        } else if (resource instanceof RelatedPerson related) {
            all.addAll(related.getIdentifier());
        } else if (resource instanceof ServiceRequest referral) {
            all.addAll(referral.getIdentifier());
        }
        return all;
    }

    private static boolean shares(Consent consent) {
        return consent.getProvision().getProvision().stream()
                .anyMatch(part -> Codes.anyHas(part.getCode(), Canonicals.SYSTEM_SHARING, "share-with-social"));
    }

    private static Set<Trait> traits(Task task) {
        Set<Trait> traits = EnumSet.noneOf(Trait.class);
        if (task.hasStatusReason()) {
            traits.add(Trait.REASON);
        }
        if (task.hasExtension(Canonicals.EXTENSION_RESUME_DATE)) {
            traits.add(Trait.RESUME_DATE);
        }
        if (Codes.has(task.getBusinessStatus(), Canonicals.SYSTEM_BUSINESS_STATUS, "handed-over")) {
            traits.add(Trait.HANDED_OVER);
        }
        output(task, "outcome", Trait.OUTCOME, traits);
        output(task, "feedback", Trait.FEEDBACK, traits);
        output(task, "addendum", Trait.ADDENDUM, traits);
        return traits;
    }

    private static void output(Task task, String code, Trait trait, Set<Trait> traits) {
        if (task.getOutput().stream()
                .anyMatch(output -> Codes.has(output.getType(), Canonicals.SYSTEM_TASK_OUTPUT, code))) {
            traits.add(trait);
        }
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
