package nl.wally.fuzz;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.wally.FhirClient;
import nl.wally.Messages;
import nl.wally.ReferralLife;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CommunicationRequest;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;

/**
 * A practice and its Wally, with a referral of theirs to aim at. Each has a mark, that stands in whatever they send and that
 * nobody else may ever see.
 */
final class Household {
    private static final Pattern OF_THEA =
            Pattern.compile("(Patient|ServiceRequest|CommunicationRequest|Consent|Task)/Thea[A-Za-z]*");
    private static final Pattern WORDS =
            Pattern.compile("(\"(?:text|family|city|valueString|contentString)\"\\s*:\\s*\")([^\"]+)(?=\")");

    private final FhirClient server;
    private final int number;
    private final Map<String, String> references = new TreeMap<>();

    Household(FhirClient server, int number) {
        this.server = server;
        this.number = number;
        ReferralLife life = ReferralLife.begin(server, number);
        for (Class<? extends Resource> type :
                List.of(Task.class, Patient.class, ServiceRequest.class, Consent.class, CommunicationRequest.class)) {
            references.put(type.getSimpleName(), life.reference(type));
        }
    }

    String mark() {
        return "zqkanarie" + number + "x";
    }

    String his() {
        return "his-demo-" + number;
    }

    String wally() {
        return "wally-demo-" + number;
    }

    /** One of the clients, mostly of this household. */
    String sender(Choices choices) {
        return choices.of(List.of(wally(), his(), wally(), his(), "coordinator-demo", "privacy-demo"));
    }

    /** Of the referral, for instance {@code Task/…}. */
    String reference(String type) {
        return references.getOrDefault(type, type + "/" + UUID.nameUUIDFromBytes(new byte[] {1}));
    }

    /** A referral that nobody has sent before. */
    ObjectNode referral() {
        Bundle referral = Messages.referral(number);
        for (var entry : referral.getEntry()) {
            if (entry.getResource() instanceof Patient person) {
                var patient = person.getIdentifierFirstRep();
                patient.setValue(mark() + patient.getValue());
                entry.getRequest().setIfNoneExist("identifier=" + patient.getSystem() + "|" + patient.getValue());
            }
        }
        return Examples.read(marked(server.json(referral)));
    }

    /** An example, as if it were about the referral of this household. */
    ObjectNode own(ObjectNode example) {
        String json = OF_THEA.matcher(example.toString()).replaceAll(found -> reference(found.group(1)));
        return Examples.read(marked(json.replace("practice-1", "practice-" + number)
                .replace("/gp-1", "/gp-" + number)
                .replace("/wally-1", "/wally-" + number)));
    }

    private String marked(String json) {
        return WORDS.matcher(json).replaceAll("$1$2 " + mark());
    }
}
