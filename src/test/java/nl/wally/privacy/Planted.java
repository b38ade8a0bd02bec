package nl.wally.privacy;

import java.util.ArrayList;
import java.util.Set;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.StringType;

/** An unmistakable word in every text of a message that a person could have written. */
final class Planted {
    /** What the profiles hold to a form. */
    private static final Set<String> OF_A_FORM =
            Set.of("postalCode", "country", "linkId", "version", "language", "reference");

    private final String word;
    private int count;

    Planted(String word) {
        this.word = word;
    }

    /** Plants it in all of these. */
    <T extends Base> T in(T whole) {
        plant(whole);
        return whole;
    }

    /** So often it was planted so far. */
    int count() {
        return count;
    }

    private void plant(Base element) {
        for (Property property : element.children()) {
            for (Base value : new ArrayList<>(property.getValues())) {
                boolean free = value instanceof StringType
                        && !(value instanceof CodeType)
                        && !OF_A_FORM.contains(property.getName())
                        && !(element instanceof Coding);
                if (free) {
                    plant(element, property, (StringType) value);
                } else {
                    plant(value);
                }
            }
        }
    }

    private void plant(Base element, Property property, StringType text) {
        boolean phone = element instanceof ContactPoint point
                && point.getSystem() != ContactPoint.ContactPointSystem.EMAIL
                && property.getName().equals("value");
        text.setValue(phone ? text.getValue() + " " + word : word + " " + text.getValue());
        count++;
    }
}
