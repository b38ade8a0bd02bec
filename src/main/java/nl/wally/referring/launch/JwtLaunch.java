package nl.wally.referring.launch;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.wally.access.ClientSignatures.Signed;
import nl.wally.conformance.Canonicals;
import nl.wally.conformance.Concepts;
import nl.wally.people.Arrival;
import nl.wally.people.Identity;
import nl.wally.referring.LaunchContext;
import nl.wally.shared.Caller.Capacity;
import nl.wally.shared.Language;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import org.springframework.stereotype.Component;

/** Reads what a HIS has signed about whom it launches the form for; the guide names the claims on its page {@code launch}. */
@Component
final class JwtLaunch {
    /** How the issuer of a user is written in the file of identities: this, and the id of the client. */
    static final String CLIENT = "client:";

    private static final String PATIENT = "patient";
    private static final String REASONS = "icpc";
    private static final String TRANSACTION = "transaction";
    private static final String ORGANIZATION = "organization";

    private final FhirContext context;
    private final Concepts concepts;

    JwtLaunch(FhirContext context, Concepts concepts) {
        this.context = context;
        this.concepts = concepts;
    }

    /**
     * Who launches, for which practice.
     *
     * @throws LaunchRefusedException when the client may vouch for nobody there
     */
    Arrival who(Signed signed) {
        String practice = signed.client().organization();
        boolean forIt = signed.client().capacity() == Capacity.PRACTICE
                && practice.equals(signed.claims().getClaim(ORGANIZATION));
        if (!forIt) {
            throw new LaunchRefusedException(Trouble.NOT_BELIEVED, "practice");
        }
        Identity user = LaunchRules.user(
                CLIENT + signed.client().client(), signed.claims().getSubject());
        return new Arrival(user, Capacity.PRACTICE, practice);
    }

    /**
     * About whom, and why.
     *
     * @throws LaunchRefusedException when that cannot be read
     */
    LaunchContext about(JWTClaimsSet claims) {
        try {
            Patient told = ToldRecord.read(context, Patient.class, json(claims, PATIENT));
            List<String> icpc =
                    Optional.ofNullable(claims.getStringListClaim(REASONS)).orElse(List.of());
            return new LaunchContext(
                    LaunchRules.needed(told),
                    LaunchRules.reasons(icpc, this::isHeld),
                    LaunchRules.transaction(transaction(claims)));
        } catch (ParseException | DataFormatException | IllegalArgumentException unreadable) {
            throw new LaunchRefusedException(Trouble.NOT_BELIEVED, "claims");
        }
    }

    private boolean isHeld(String code) {
        return concepts.called(Canonicals.ICPC_1_NL, code, Language.ENGLISH).isPresent();
    }

    private static String json(JWTClaimsSet claims, String name) throws ParseException {
        Map<String, Object> object = claims.getJSONObjectClaim(name);
        if (object == null) {
            throw new ParseException(name, 0);
        }
        return JSONObjectUtils.toJSONString(object);
    }

    private static Identifier transaction(JWTClaimsSet claims) throws ParseException {
        Map<String, Object> told = claims.getJSONObjectClaim(TRANSACTION);
        return told == null
                ? new Identifier()
                : new Identifier()
                        .setSystem(JSONObjectUtils.getString(told, "system"))
                        .setValue(JSONObjectUtils.getString(told, "value"));
    }
}
