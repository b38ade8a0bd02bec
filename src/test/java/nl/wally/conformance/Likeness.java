package nl.wally.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.util.Set;
import java.util.TreeSet;
import nl.wally.Messages;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Resource;

/** Compares what comes from the server with the guide: valid by the profile, and of the shape of an example. */
final class Likeness {
    private static Likeness shared;

    private final ExampleValidation validation;

    private Likeness(FhirContext context) {
        this.validation = new ExampleValidation(context);
    }

    /** Loading the profiles takes seconds: once is enough. */
    static Likeness of(FhirContext context) {
        shared = shared == null ? new Likeness(context) : shared;
        return shared;
    }

    void requireValid(Resource resource) {
        assertThat(validation.errorsIn(resource)).isEmpty();
    }

    /** The same elements as often, the same extensions, and the same status, reason and progress. */
    static void looksLike(Resource resource, String example) {
        assertThat(shape(resource)).as(example).isEqualTo(shape(Messages.example(example, Resource.class)));
    }

    private static Set<String> shape(Resource resource) {
        Set<String> shape = new TreeSet<>();
        for (Property property : resource.children()) {
            String name = property.getName();
            // When something was fetched differs from run to run.
            if (property.hasValues() && !Set.of("id", "meta", "received").contains(name)) {
                boolean told = name.startsWith("status") || name.equals("businessStatus");
                shape.add(
                        told
                                ? name + "=" + code(property.getValues().get(0))
                                : name + " x" + property.getValues().size());
            }
        }
        resource.getNamedProperty("extension").getValues().forEach(value -> shape.add(((Extension) value).getUrl()));
        return shape;
    }

    private static String code(Base value) {
        return value instanceof CodeableConcept concept
                ? concept.getCodingFirstRep().getCode()
                : String.valueOf(value.primitiveValue());
    }
}
