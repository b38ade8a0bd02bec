package nl.wally.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Date;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Coding;
import org.junit.jupiter.api.Test;

/** Of a message over which the validator stumbles something is wrong, and it is told so. */
class StumblingTest {
    /** Of nobody, with a key that is thrown away. */
    private static final String CERTIFICATE =
            "MIIBbjCCARWgAwIBAgIUQe784hLNCIRzgP+X/JFJtgDJZAAwCgYIKoZIzj0EAwIwDDEKMAgGA1UEAwwBeDAgFw0yNj"
                    + "ExMjkxNjA3MzNaGA8yMTI2MTEwNTE2MDczM1owDDEKMAgGA1UEAwwBeDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IA"
                    + "BNvSysL3y9gw5NkHAmpdP91rQIVoI0Se2sImtiPW0+aBUAgrqMb+r1Z4HcIzjk4rN10qxgxm+ZJo0AVaesdOogCjUz"
                    + "BRMB0GA1UdDgQWBBS0etoXMMFyyQSizTwUZt8LALwP+zAfBgNVHSMEGDAWgBS0etoXMMFyyQSizTwUZt8LALwP+zAP"
                    + "BgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0cAMEQCIAldy59uffXgqSpffNJmXg4s201wd9hJ3oV3H3VCk42zAi"
                    + "BR4jywcUz0bepi0DIUn0WBlfb2XrbMJMr42JXfi+HZEA==";

    @Test
    void aSignatureForWhichTheValidatorLacksALibraryIsAFinding() {
        Bundle signed = new Bundle().setType(BundleType.COLLECTION);
        String header = "{\"alg\":\"ES256\",\"iat\":1700000000,\"x5c\":[\"" + CERTIFICATE + "\"]}";
        String jose = Base64.getUrlEncoder().withoutPadding().encodeToString(header.getBytes(StandardCharsets.UTF_8))
                + "..c2lnbmVk";
        signed.getSignature()
                .setWhen(new Date())
                .setSigFormat("application/jose")
                .setData(jose.getBytes(StandardCharsets.US_ASCII))
                .addType(new Coding("urn:iso-astm:E1762-95:2013", "1.2.840.10065.1.12.1.1", ""));
        signed.getSignature().getWho().setReference("PractitionerRole/gp-1");

        FhirContext context = FhirContext.forR4Cached();
        var validator = new ProfileValidator(context, new Definitions(context));

        assertThat(validator.check(signed)).isNotEmpty();
    }
}
