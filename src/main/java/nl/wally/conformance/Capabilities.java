package nl.wally.conformance;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceSearchParamComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.hl7.fhir.r4.model.StringType;
import org.springframework.stereotype.Component;

/** What the server offers, read from its CapabilityStatement: the one place that decides which behaviour exists. */
@Component
public class Capabilities {
    private static final Set<String> PARTS_OF_A_REFERRAL =
            Set.of("ServiceRequest", "Task", "CommunicationRequest", "Consent", "Patient", "RelatedPerson");

    private final CapabilityStatement statement;
    private final Map<String, Offer> offers = new LinkedHashMap<>();

    public Capabilities(Definitions definitions) {
        statement = definitions.serverStatement();
        statement
                .getRestFirstRep()
                .getResource()
                .forEach(resource -> offers.put(resource.getType(), Offer.of(resource)));
    }

    /** The statement itself; callers copy it before they change anything. */
    public CapabilityStatement statement() {
        return statement;
    }

    /** The resource types offered. */
    public Set<String> types() {
        return offers.keySet();
    }

    /** What is offered for a type, or empty when the type is not offered at all. */
    public Optional<Offer> offer(String type) {
        return Optional.ofNullable(offers.get(type));
    }

    /** Whether this interaction is offered on this type. */
    public boolean offers(String type, TypeRestfulInteraction interaction) {
        return offer(type)
                .filter(offer -> offer.interactions().contains(interaction))
                .isPresent();
    }

    /** Whether resources of this type can be created: one by one, or in the transaction that brings a referral. */
    public boolean creates(String type) {
        return offers(type, TypeRestfulInteraction.CREATE)
                || PARTS_OF_A_REFERRAL.contains(type) && offer(type).isPresent();
    }

    /** Whether this operation is offered on this type. */
    public boolean operates(String type, String operation) {
        return offer(type)
                .filter(offer -> offer.operations().contains(operation))
                .isPresent();
    }

    /**
     * What is offered for one resource type.
     *
     * @param searchParameters canonical URL by name
     * @param includes values of {@code _include}, for instance {@code Task:focus}
     * @param revIncludes values of {@code _revinclude}
     * @param operations names without the dollar sign
     */
    public record Offer(
            Set<TypeRestfulInteraction> interactions,
            Map<String, String> searchParameters,
            Set<String> includes,
            Set<String> revIncludes,
            Set<String> operations) {
        private static Offer of(CapabilityStatementRestResourceComponent resource) {
            return new Offer(
                    resource.getInteraction().stream().map(i -> i.getCode()).collect(Collectors.toUnmodifiableSet()),
                    resource.getSearchParam().stream()
                            .collect(Collectors.toUnmodifiableMap(
                                    CapabilityStatementRestResourceSearchParamComponent::getName,
                                    CapabilityStatementRestResourceSearchParamComponent::getDefinition)),
                    resource.getSearchInclude().stream()
                            .map(StringType::getValue)
                            .collect(Collectors.toUnmodifiableSet()),
                    resource.getSearchRevInclude().stream()
                            .map(StringType::getValue)
                            .collect(Collectors.toUnmodifiableSet()),
                    resource.getOperation().stream()
                            .map(operation -> operation.getName())
                            .collect(Collectors.toUnmodifiableSet()));
        }
    }
}
