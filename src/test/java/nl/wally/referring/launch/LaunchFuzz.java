package nl.wally.referring.launch;

import ca.uhn.fhir.context.FhirContext;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.nimbusds.jwt.JWTClaimsSet;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Map;
import nl.wally.access.ClientSignatures.Signed;
import nl.wally.conformance.Bsn;
import nl.wally.conformance.StockValidator;
import nl.wally.referring.LaunchContext;
import nl.wally.shared.Caller;
import nl.wally.shared.Caller.Capacity;
import org.hl7.fhir.r4.model.Identifier;

/** What a HIS signed is refused, or becomes a launch without what a referral may not carry; and it survives in the browser. */
class LaunchFuzz {
    private static final FhirContext FHIR = FhirContext.forR4Cached();
    private static final JwtLaunch LAUNCH = new JwtLaunch(FHIR, StockValidator.concepts(FHIR));
    private static final Caller HIS = new Caller("his", "Organization/practice-1", null, Capacity.PRACTICE);

    @FuzzTest
    void claims(byte[] json) {
        JWTClaimsSet claims;
        try {
            claims = JWTClaimsSet.parse(new String(json, StandardCharsets.UTF_8));
        } catch (ParseException noClaims) {
            return;
        }
        try {
            LAUNCH.who(new Signed(HIS, claims));
        } catch (LaunchRefusedException refused) {
            assert refused.getMessage() != null;
        }
        try {
            LaunchContext launch = LAUNCH.about(claims);
            if (launch.patient().getIdentifier().stream().anyMatch(LaunchFuzz::isBsn)) {
                throw new AssertionError("A BSN came along");
            }
            Map<String, Object> packed = CarriedLaunches.pack(launch, FHIR);
            CarriedLaunches.unpack(packed, FHIR);
        } catch (LaunchRefusedException refused) {
            assert refused.getMessage() != null;
        }
    }

    private static boolean isBsn(Identifier identifier) {
        return Bsn.is(identifier);
    }
}
