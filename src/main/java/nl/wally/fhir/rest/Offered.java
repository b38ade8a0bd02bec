package nl.wally.fhir.rest;

import static nl.wally.shared.Words.words;

import nl.wally.conformance.Capabilities;
import nl.wally.conformance.ProfileValidator;
import nl.wally.shared.Problem;
import nl.wally.shared.RefusedException;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/** Which interactions exist: those that the CapabilityStatement names, and no others. */
@Component
class Offered {
    private final Capabilities capabilities;
    private final ProfileValidator validator;

    Offered(Capabilities capabilities, ProfileValidator validator) {
        this.capabilities = capabilities;
        this.validator = validator;
    }

    /** Throws unless this interaction is offered on this type. */
    void require(String type, TypeRestfulInteraction interaction) {
        if (!capabilities.offers(type, interaction)) {
            throw new RefusedException(
                    Problem.NOT_SUPPORTED,
                    type,
                    words("Interaction {0} is not offered for {1}; see /fhir/metadata", interaction.toCode(), type));
        }
    }

    /** The same of a creation; who sends a part of a referral by itself hears what is wrong with it as well. */
    void requireCreate(Resource resource) {
        String type = resource.fhirType();
        if (!capabilities.offers(type, TypeRestfulInteraction.CREATE) && capabilities.creates(type)) {
            throw new RefusedException(Problem.BUNDLE_REQUIRED).and(validator.check(resource));
        }
        if (type.equals("Bundle")) {
            throw new RefusedException(
                    Problem.NOT_SUPPORTED,
                    type,
                    words("A Bundle is not kept; a referral is posted as a transaction Bundle to the base, /fhir"));
        }
        require(type, TypeRestfulInteraction.CREATE);
    }

    /** Throws unless this operation is offered on this type. */
    void requireOperation(String type, String name) {
        if (!capabilities.operates(type, name)) {
            throw new RefusedException(Problem.NOT_SUPPORTED);
        }
    }
}
