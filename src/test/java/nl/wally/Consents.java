package nl.wally;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.function.Consumer;
import nl.wally.FhirClient.Answer;
import nl.wally.conformance.Canonicals;
import nl.wally.shared.Codes;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentState;

/** What people do with the Consent of a referral, over HTTP. */
public final class Consents {
    private static final String JSON_PATCH = "[{\"op\":\"replace\",\"path\":\"/status\",\"value\":\"inactive\"}]";
    private static final String FHIR_PATCH = "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"operation\","
            + "\"part\":[{\"name\":\"type\",\"valueCode\":\"replace\"},{\"name\":\"path\",\"valueString\":"
            + "\"Consent.status\"},{\"name\":\"value\",\"valueCode\":\"inactive\"}]}]}";

    private Consents() {}

    /** In what form a withdrawal is sent. */
    public enum Form {
        PUT,
        JSON_PATCH,
        FHIR_PATCH
    }

    /** The Consent as it is now. */
    public static Consent of(FhirClient server, ReferralLife life) {
        return server.read(his(life), life.reference(Consent.class), Consent.class);
    }

    /** Changes the Consent as it is now. */
    public static Answer change(FhirClient server, String client, ReferralLife life, Consumer<Consent> change) {
        Consent consent = of(server, life);
        change.accept(consent);
        return server.put(client, consent);
    }

    /** The person no longer agrees, and tells this client. */
    public static Answer withdraw(FhirClient server, String client, ReferralLife life) {
        return withdraw(server, client, life, Form.PUT);
    }

    public static Answer withdraw(FhirClient server, String client, ReferralLife life, Form form) {
        Consent consent = of(server, life);
        if (form == Form.PUT) {
            return server.put(client, consent.setStatus(ConsentState.INACTIVE));
        }
        boolean json = form == Form.JSON_PATCH;
        return server.send(server.request(client, "/" + life.reference(Consent.class))
                .header("Content-Type", json ? "application/json-patch+json" : "application/fhir+json")
                .header("If-Match", "W/\"" + consent.getMeta().getVersionId() + "\"")
                .method("PATCH", BodyPublishers.ofString(json ? JSON_PATCH : FHIR_PATCH)));
    }

    /** Adds the withdrawal to a transaction. */
    public static Bundle with(Bundle transaction, Consent consent) {
        transaction
                .addEntry()
                .setResource(consent.copy().setStatus(ConsentState.INACTIVE))
                .getRequest()
                .setMethod(Bundle.HTTPVerb.PUT)
                .setUrl("Consent/" + consent.getIdElement().getIdPart())
                .setIfMatch("W/\"" + consent.getMeta().getVersionId() + "\"");
        return transaction;
    }

    /** Takes a permission away, for instance {@code feedback-to-gp}. */
    public static void takeAway(Consent consent, String sharing) {
        consent.getProvision()
                .getProvision()
                .removeIf(part -> Codes.anyHas(part.getCode(), Canonicals.SYSTEM_SHARING, sharing));
    }

    /** Gives a permission. */
    public static void give(Consent consent, String sharing) {
        consent.getProvision()
                .addProvision()
                .setType(Consent.ConsentProvisionType.PERMIT)
                .addCode(Codes.concept(Canonicals.SYSTEM_SHARING, sharing));
    }

    private static String his(ReferralLife life) {
        return life.sent().getEntry().stream()
                        .anyMatch(entry -> entry.getResource() instanceof Consent consent
                                && consent.getOrganizationFirstRep()
                                        .getReference()
                                        .endsWith("practice-2"))
                ? "his-demo-2"
                : "his-demo-1";
    }
}
